//! A service to talk to, and what it answers.

use std::ops::Deref;

pub use example_contract::Answer;
use example_contract::{Contract, Running};
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use signet::Signet;
use signet::authentication::MANAGER_TOKEN;
use signet::config::Config;
use signet::store::DEMO_USER;

/// A service in this process, which stops when this is dropped.
pub struct Service(Running<Signet>);

impl Service {
    pub async fn start() -> Self {
        Service(Running::start().await)
    }

    pub async fn start_with(config: Config) -> Self {
        Service(Running::start_with(config).await)
    }

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

impl Deref for Service {
    type Target = Running<Signet>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

/// Sends a request. Both it and its answer are as the OpenAPI document says, and it was refused for its
/// body only if the document does not allow it.
pub async fn ask(request: RequestBuilder) -> Answer {
    let (client, request) = request.build_split();
    let request = request.unwrap();
    let sent = request.try_clone().expect("the body is in memory");
    let answer = Answer::to::<Signet>(RequestBuilder::from_parts(client, request)).await;
    let is_of_body = answer.body.contains(r#""code":"validation_failed""#);
    if is_of_body && answer.status != 413 {
        let fits = Contract::of::<Signet>().fits(&sent);
        assert_ne!(fits, Some(true), "{sent:?} was refused");
    }
    answer
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
    let mut all = Answer::error(status, body);
    for (name, value) in headers {
        all = all.header(name, value);
    }
    assert_eq!(*answer, all);
}

/// A success, with its headers down to the last.
#[track_caller]
pub fn assert_success(answer: &Answer, status: u16, data: &str) {
    let body = format!(r#"{{"success":true,"data":{data}}}"#);
    assert_eq!(*answer, Answer::success(status, body));
}
