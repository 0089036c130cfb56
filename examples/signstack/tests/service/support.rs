//! A service to talk to, and what it answers.

use std::ops::Deref;

pub use example_contract::Answer;
use example_contract::{Contract, Running};
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use signstack::SignStack;
use signstack::config::Config;

pub const WORKFLOWS: &str = "/v1/orgs/org_demo/workflows";
pub const DEMO: &str = "/v1/orgs/org_demo/workflows/wf_abc123";
pub const TRUNCATED: &str = "/v1/orgs/org_demo/workflows/wf_badc0de";

/// A service in this process, which stops when this is dropped.
pub struct Service(Running<SignStack>);

impl Service {
    pub async fn start() -> Self {
        Service(Running::start().await)
    }

    pub async fn start_with(config: Config) -> Self {
        Service(Running::start_with(config).await)
    }

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

impl Deref for Service {
    type Target = Running<SignStack>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// Sends a request. Both it and its answer are as the OpenAPI document says, and it was not found wrong
/// if the document allows it.
pub async fn ask(request: RequestBuilder) -> Answer {
    let (client, request) = request.build_split();
    let request = request.unwrap();
    let sent = request.try_clone().expect("the body is in memory");
    let answer = Answer::to::<SignStack>(RequestBuilder::from_parts(client, request)).await;
    if matches!(answer.status, 400 | 422) {
        let fits = Contract::of::<SignStack>().fits(&sent);
        assert_ne!(fits, Some(true), "{sent:?} was refused");
    }
    answer
}

/// The id of the request, which has the right form.
pub fn request_id(answer: &Answer) -> &str {
    let id = answer.headers["x-request-id"].as_str();
    let digits = id.strip_prefix("req_").expect("ids begin with req_");
    assert_eq!(digits.len(), 12, "{id}");
    let is_digit = |digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    assert!(digits.bytes().all(is_digit), "{id}");
    id
}

/// An answer, down to the last byte of its body and to the last of its headers. The request id is its
/// own.
#[track_caller]
pub fn assert_answer(answer: &Answer, expected: Answer) {
    let id = request_id(answer);
    assert_eq!(*answer, expected.header("x-request-id", id));
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
