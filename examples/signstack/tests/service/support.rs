//! A service to talk to, and what it answers.

pub use example_contract::Answer;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use signstack::SignStack;
use signstack::config::Config;

pub const WORKFLOWS: &str = "/v1/orgs/org_demo/workflows";
pub const DEMO: &str = "/v1/orgs/org_demo/workflows/wf_abc123";
pub const TRUNCATED: &str = "/v1/orgs/org_demo/workflows/wf_badc0de";

example_contract::running_service!(SignStack);

impl Service {
    /// A request for an access token.
    pub fn exchange(&self, key: &str) -> RequestBuilder {
        let body = serde_json::json!({"grantType": "api_key", "apiKey": key});
        self.post("/v1/auth/token").json(&body)
    }

    /// A workflow to create, with a token that may do everything.
    pub fn create(&self, body: &Value) -> RequestBuilder {
        self.post(WORKFLOWS).bearer_auth("at_demo").json(body)
    }

    /// Changes of the demo workflow, with a token that may do everything.
    pub fn update(&self, body: &Value) -> RequestBuilder {
        let request = self.request(Method::PATCH, DEMO);
        request.bearer_auth("at_demo").json(body)
    }

    /// A participant of the demo workflow, with a token that may do everything.
    pub fn add(&self, body: &Value) -> RequestBuilder {
        let request = self.post(&format!("{DEMO}/participants"));
        request.bearer_auth("at_demo").json(body)
    }

    /// A path, with a token that may do everything.
    pub fn look_up(&self, path: &str) -> RequestBuilder {
        self.get(path).bearer_auth("at_demo")
    }

    /// An event for the receiver of webhooks.
    pub fn event(&self, body: &Value) -> RequestBuilder {
        self.post("/webhooks/signstack").json(body)
    }
}

/// Sends a request. Both it and its answer are as the OpenAPI document says, and it was not found wrong
/// if the document allows it.
pub async fn ask(request: RequestBuilder) -> Answer {
    Answer::judged::<SignStack>(request, |answer| {
        matches!(answer.status, 400 | 422).then_some(false)
    })
    .await
}

/// An answer, down to the last byte of its body and to the last of its headers. The request id is its
/// own.
#[track_caller]
pub fn assert_answer(answer: &Answer, expected: Answer) {
    let id = answer.request_id("req_");
    answer.assert(&expected.header("x-request-id", id));
}

/// An error without details, and with no headers beside those that every error has.
pub fn error(status: u16, code: &str, message: &str) -> Answer {
    let body = format!(r#"{{"error":{{"code":"{code}","message":"{message}"}}}}"#);
    Answer::error(status, body)
}

/// The error that says which fields are wrong.
pub fn validation_error(status: u16, fields: &[(&str, &str)]) -> Answer {
    let message = match status {
        400 => "The request body is invalid",
        _ => "Request validation failed",
    };
    let details = fields
        .iter()
        .map(|(field, message)| format!(r#"{{"field":"{field}","message":"{message}"}}"#));
    let details = details.collect::<Vec<_>>().join(",");
    let body = format!(
        r#"{{"error":{{"code":"validation_error","message":"{message}","details":[{details}]}}}}"#
    );
    Answer::error(status, body)
}

/// A success.
#[track_caller]
pub fn assert_success(answer: &Answer, status: u16) {
    assert_answer(answer, Answer::success(status, answer.body.as_str()));
}

/// What a request without a valid token gets.
pub fn invalid_token() -> Answer {
    let answer = error(
        401,
        "invalid_token",
        "The access token is invalid or expired",
    );
    answer.header("www-authenticate", "Bearer")
}
