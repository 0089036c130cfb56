//! A service to talk to, and what it answers.

use errorbook::testing::assert_error;
pub use example_contract::Answer;
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use signet::Signet;
use signet::access::MANAGER_TOKEN;
use signet::config::Config;
use signet::store::DEMO_USER;

example_contract::running_service!(Signet);

impl Service {
    /// Something to look up, as a manager of Acme.
    pub fn find(&self, path: &str) -> RequestBuilder {
        self.get(path).bearer_auth(MANAGER_TOKEN)
    }

    /// Something to make, as a manager of Acme.
    pub fn send(&self, path: &str, body: &Value) -> RequestBuilder {
        self.post(path).bearer_auth(MANAGER_TOKEN).json(body)
    }

    /// Something to make that is about the demo user, as a manager of Acme.
    pub fn send_of_user(&self, path: &str, body: &Value) -> RequestBuilder {
        self.send(path, body).header("X-User-Id", DEMO_USER)
    }

    /// A report on the demo user, as whoever has this token.
    pub fn report(&self, token: &str) -> RequestBuilder {
        self.post("/v1/reports")
            .bearer_auth(token)
            .header("X-User-Id", DEMO_USER)
            .json(&json!({"reason": "fraud"}))
    }
}

/// Sends a request. Both it and its answer are as the OpenAPI document says, and it was refused for its
/// body only if the document does not allow it.
pub async fn ask(request: RequestBuilder) -> Answer {
    Answer::judged::<Signet>(request, |answer| {
        let is_of_body = answer.body.contains(r#""code":"validation_failed""#);
        (is_of_body && answer.status != 413).then_some(false)
    })
    .await
}

/// What an error must look like, down to the last byte.
pub struct Expected<'a> {
    pub status: u16,
    pub category: &'a str,
    pub code: &'a str,
    pub message: &'a str,
    pub reason: &'a str,
    /// JSON text.
    pub details: &'a str,
    /// Beside those that every error has.
    pub headers: &'a [(&'a str, &'a str)],
}

impl Default for Expected<'_> {
    fn default() -> Self {
        Expected {
            status: 0,
            category: "invalid_request",
            code: "",
            message: "",
            reason: "",
            details: "{}",
            headers: &[],
        }
    }
}

#[track_caller]
pub fn assert_error(answer: &Answer, expected: &Expected<'_>) {
    let Expected {
        status,
        category,
        code,
        message,
        reason,
        details,
        headers,
    } = *expected;
    let reason = serde_json::to_string(reason).unwrap();
    let body = format!(
        r#"{{"success":false,"message":"{message}","errors":{{"{category}":{{"code":"{code}","reason":{reason},"details":{details}}}}}}}"#
    );
    assert_error!(answer, code, status, body, headers = headers);
}

/// A success, with its headers down to the last.
#[track_caller]
pub fn assert_success(answer: &Answer, status: u16, data: &str) {
    let body = format!(r#"{{"success":true,"data":{data}}}"#);
    assert_eq!(*answer, Answer::success(status, body));
}
