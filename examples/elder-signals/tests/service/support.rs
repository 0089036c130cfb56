//! A service to talk to, and what it answers.

use elder_signals::ElderSignals;
use elder_signals::access::{LIVE_KEY, TENANT};
use elder_signals::config::Config;
pub use example_contract::Answer;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An id that nothing has.
pub const NOBODY: &str = "ffffffff-ffff-4fff-bfff-ffffffffffff";

example_contract::running_service!(ElderSignals);

impl Service {
    /// A request with a key that may do everything.
    pub fn keyed(&self, method: Method, path: &str) -> RequestBuilder {
        as_tenant(self.request(method, path).bearer_auth(LIVE_KEY))
    }

    pub fn look(&self, path: &str) -> RequestBuilder {
        self.keyed(Method::GET, path)
    }

    pub fn send(&self, path: &str, body: &Value) -> RequestBuilder {
        self.keyed(Method::POST, path).json(body)
    }
}

/// For the demo tenant.
pub fn as_tenant(request: RequestBuilder) -> RequestBuilder {
    request.header("X-Tenant-ID", TENANT.to_string())
}

/// Sends a request. Both it and its answer are as the OpenAPI document says, and it was taken if the
/// document allows it, and refused if not.
pub async fn ask(request: RequestBuilder) -> Answer {
    Answer::judged::<ElderSignals>(request, |answer| match answer.status {
        404 | 409 => Some(true),
        400 => Some(false),
        // It was not looked at as a whole.
        _ => None,
    })
    .await
}

/// What an error must look like, down to the last byte.
pub fn error(status: u16, title: &str, message: &str) -> Answer {
    let body = format!(r#"{{"error":"{title}","message":"{message}","status":{status}}}"#);
    Answer::error(status, body)
}

pub fn bad_request(message: &str) -> Answer {
    error(400, "Bad Request", message)
}

pub fn unauthorized(message: &str) -> Answer {
    error(401, "Unauthorized", message).header("www-authenticate", "Bearer")
}

pub fn forbidden(message: &str) -> Answer {
    error(403, "Forbidden", message)
}

pub fn not_found(message: &str) -> Answer {
    error(404, "Not Found", message)
}

pub fn conflict(message: &str) -> Answer {
    error(409, "Conflict", message)
}

/// A success, with its headers down to the last.
pub fn success(status: u16, body: impl Into<String>) -> Answer {
    Answer::success(status, body)
}

/// A success that says no more.
pub fn no_content() -> Answer {
    Answer {
        status: 204,
        headers: BTreeMap::new(),
        body: String::new(),
    }
}

/// What enrolls somebody.
pub fn enrollment() -> Value {
    json!({
        "customer_id": "c-3001",
        "customer_name": "Ada Moreau",
        "date_of_birth": "1944-08-30",
        "enrollment_reason": "SELF_REQUEST",
    })
}
