//! A service to talk to, and what it answers.

use std::collections::BTreeMap;
use std::ops::Deref;

use elder_signals::ElderSignals;
use elder_signals::access::{LIVE_KEY, TENANT};
use elder_signals::config::Config;
pub use example_contract::Answer;
use example_contract::{Contract, Running};
use reqwest::{Method, RequestBuilder};
use serde_json::Value;

/// An id that nothing has.
pub const NOBODY: &str = "ffffffff-ffff-4fff-bfff-ffffffffffff";

/// A service in this process, which stops when this is dropped.
pub struct Service(Running<ElderSignals>);

impl Service {
    pub async fn start() -> Self {
        Service(Running::start().await)
    }

    pub async fn start_with(config: Config) -> Self {
        Service(Running::start_with(config).await)
    }

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

impl Deref for Service {
    type Target = Running<ElderSignals>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// For the demo tenant.
pub fn as_tenant(request: RequestBuilder) -> RequestBuilder {
    request.header("X-Tenant-ID", TENANT.to_string())
}

/// Sends a request. Both it and its answer are as the OpenAPI document says, and it was taken if the
/// document allows it, and refused if not.
pub async fn ask(request: RequestBuilder) -> Answer {
    let (client, request) = request.build_split();
    let request = request.unwrap();
    let sent = request.try_clone().expect("the body is in memory");
    let answer = Answer::to::<ElderSignals>(RequestBuilder::from_parts(client, request)).await;
    let fits = Contract::of::<ElderSignals>().fits(&sent);
    match answer.status {
        404 | 409 => assert_ne!(fits, Some(false), "{sent:?} was taken"),
        400 => assert_ne!(fits, Some(true), "{sent:?} was refused"),
        // It was not looked at as a whole.
        _ => {}
    }
    answer
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
