//! A service to talk to, what it answers, and data sources that do as they are told.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use errorbook::testing::assert_error;
pub use example_contract::{Answer, PATIENCE, client};
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use signalstack::SignalStack;
use signalstack::config::Config;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

pub const CLAIM_DOCS: &str = "https://signal-stack-ten.vercel.app/docs/api-reference/verify-claim";
pub const MEDIA_DOCS: &str = "https://signal-stack-ten.vercel.app/docs/api-reference/verify-media";
pub const GET_DOCS: &str =
    "https://signal-stack-ten.vercel.app/docs/api-reference/get-verification";

example_contract::running_service!(SignalStack);

impl Service {
    /// A claim, sent with the key of the Pro plan.
    pub fn claim(&self, body: &Value) -> RequestBuilder {
        self.post("/v1/verify/claim")
            .bearer_auth("sk_pro_demo")
            .json(body)
    }

    /// A medium, sent with the key of the Pro plan.
    pub fn media(&self, body: &Value) -> RequestBuilder {
        self.post("/v1/verify/media")
            .bearer_auth("sk_pro_demo")
            .json(body)
    }
}

/// Sends a request. Both it and its answer are as the OpenAPI document says, and it was taken if the
/// document allows it, and refused if not.
pub async fn ask(request: RequestBuilder) -> Answer {
    Answer::judged::<SignalStack>(request, |answer| match answer.status {
        402 | 502 => Some(true),
        400 | 422 => Some(false),
        // It was not looked at as a whole.
        _ => None,
    })
    .await
}

/// The id of the request, which has the right form.
pub fn request_id(answer: &Answer) -> &str {
    answer.request_id("vrf_")
}

/// What an error must look like, down to the last byte. The request id is the answer's own.
pub struct Expected<'a> {
    pub status: u16,
    pub code: &'a str,
    pub message: &'a str,
    /// JSON text.
    pub details: Option<&'a str>,
    pub docs: Option<&'a str>,
    /// Beside those that every error has.
    pub headers: &'a [(&'a str, &'a str)],
}

impl Default for Expected<'_> {
    fn default() -> Self {
        Expected {
            status: 0,
            code: "",
            message: "",
            details: None,
            docs: Some(CLAIM_DOCS),
            headers: &[],
        }
    }
}

#[track_caller]
pub fn assert_error(answer: &Answer, expected: &Expected<'_>) {
    let id = request_id(answer);
    let Expected {
        status,
        code,
        message,
        details,
        docs,
        headers,
    } = *expected;
    let message = serde_json::to_string(message).unwrap();
    let details = details
        .map(|details| format!(r#""details":{details},"#))
        .unwrap_or_default();
    let docs = docs
        .map(|docs| format!(r#""docs":"{docs}","#))
        .unwrap_or_default();
    let body = format!(
        r#"{{"error":{{"code":"{code}","message":{message},{details}{docs}"request_id":"{id}"}}}}"#
    );
    let headers = headers.iter().copied().chain([("x-request-id", id)]);
    assert_error!(answer, code, status, body, headers = headers);
}

/// A success, with its headers down to the last.
#[track_caller]
pub fn assert_ok(answer: &Answer) {
    let expected = Answer::success(200, answer.body.as_str());
    assert_eq!(*answer, expected.header("x-request-id", request_id(answer)));
}

/// A data source under the control of a test.
pub struct TestSource {
    pub address: SocketAddr,
    state: Arc<TestState>,
    task: JoinHandle<io::Result<()>>,
}

struct TestState {
    status: StatusCode,
    answer: Value,
    /// One permit for each question that came.
    asked: Semaphore,
    /// One permit for each answer that may go out.
    allowed: Semaphore,
}

impl TestSource {
    /// One that answers when it is allowed to.
    pub async fn held() -> Self {
        TestSource::start(StatusCode::OK, json!({"score": 50})).await
    }

    /// One that answers with this status and no score.
    pub async fn failing(status: StatusCode) -> Self {
        let source = TestSource::start(status, json!({})).await;
        source.allow(Semaphore::MAX_PERMITS);
        source
    }

    async fn start(status: StatusCode, answer: Value) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(TestState {
            status,
            answer,
            asked: Semaphore::new(0),
            allowed: Semaphore::new(0),
        });
        let router = Router::new()
            .route("/check", post(check))
            .with_state(Arc::clone(&state));
        let task = tokio::spawn(axum::serve(listener, router).into_future());
        TestSource {
            address,
            state,
            task,
        }
    }

    /// Waits for one more question than those that were waited for before.
    pub async fn asked(&self) {
        let question = timeout(PATIENCE, self.state.asked.acquire()).await;
        question.expect("in time").unwrap().forget();
    }

    /// How many questions came that were not waited for.
    pub fn questions(&self) -> usize {
        self.state.asked.available_permits()
    }

    pub fn allow(&self, answers: usize) {
        self.state.allowed.add_permits(answers);
    }
}

impl Drop for TestSource {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn check(State(state): State<Arc<TestState>>) -> (StatusCode, Json<Value>) {
    state.asked.add_permits(1);
    state.allowed.acquire().await.unwrap().forget();
    (state.status, Json(state.answer.clone()))
}

/// Tries until it succeeds.
pub async fn eventually<T>(mut attempt: impl AsyncFnMut() -> Option<T>) -> T {
    let begin = Instant::now();
    loop {
        if let Some(success) = attempt().await {
            return success;
        }
        assert!(begin.elapsed() < PATIENCE, "in time");
        sleep(Duration::from_millis(10)).await;
    }
}
