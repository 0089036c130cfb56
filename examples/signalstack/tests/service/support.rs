//! A service to talk to, what it answers, and data sources that do as they are told.

use std::collections::BTreeMap;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Value, json};
use signalstack::config::Config;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout};

use crate::contract::{check_answer, check_request};

pub const CLAIM_DOCS: &str = "https://signal-stack-ten.vercel.app/docs/api-reference/verify-claim";
pub const MEDIA_DOCS: &str = "https://signal-stack-ten.vercel.app/docs/api-reference/verify-media";
pub const GET_DOCS: &str =
    "https://signal-stack-ten.vercel.app/docs/api-reference/get-verification";

/// Far longer than anything takes, on a loaded machine too.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A service in this process, which stops when this is dropped.
pub struct Service {
    pub address: SocketAddr,
    client: Client,
    shutdown: Option<oneshot::Sender<()>>,
    task: JoinHandle<io::Result<()>>,
}

impl Service {
    pub async fn start() -> Self {
        Service::start_with(Config::default()).await
    }

    pub async fn start_with(config: Config) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (shutdown, asked) = oneshot::channel::<()>();
        let task = tokio::spawn(signalstack::serve(config, listener, async move {
            let _ = asked.await;
        }));
        Service {
            address,
            client: client(),
            shutdown: Some(shutdown),
            task,
        }
    }

    pub fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("http://{}{path}", self.address))
    }

    pub fn post(&self, path: &str) -> RequestBuilder {
        self.client.post(format!("http://{}{path}", self.address))
    }

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

    pub fn shut_down(&mut self) {
        let _ = self.shutdown.take().expect("asked once").send(());
    }

    /// Waits for the service to have stopped.
    pub async fn stopped(&mut self) {
        let stopped = timeout(PATIENCE, &mut self.task).await;
        stopped.expect("in time").unwrap().unwrap();
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.task.abort();
    }
}

pub fn client() -> Client {
    Client::builder()
        .no_proxy()
        .timeout(PATIENCE)
        .build()
        .unwrap()
}

/// A whole response; of its headers all but the date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

impl Answer {
    /// Sends a request. Both it and its answer are as the OpenAPI document says.
    pub async fn to(request: RequestBuilder) -> Self {
        let (client, request) = request.build_split();
        let request = request.unwrap();
        let sent = request.try_clone().expect("the body is in memory");
        let answer = Answer::from(client.execute(request).await.unwrap()).await;
        check_answer(sent.method().as_str(), sent.url().path(), &answer);
        check_request(&sent, answer.status);
        answer
    }

    async fn from(response: Response) -> Self {
        let status = response.status().as_u16();
        let mut headers = BTreeMap::new();
        for (name, value) in response.headers() {
            let value = value.to_str().unwrap().to_owned();
            let before = headers.insert(name.to_string(), value);
            assert_eq!(before, None, "{name} comes once");
        }
        headers.remove("date").expect("every response has a date");
        let body = String::from_utf8(response.bytes().await.unwrap().to_vec()).unwrap();
        Answer {
            status,
            headers,
            body,
        }
    }

    /// The answer in the text of an HTTP/1.1 response with a `Content-Length`. It is as the OpenAPI
    /// document says.
    pub fn parse(method: &str, path: &str, text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").expect("a head and a body");
        let mut lines = head.lines();
        let status_line = lines.next().unwrap();
        let status = status_line.split(' ').nth(1).unwrap().parse().unwrap();
        let mut headers: BTreeMap<_, _> = lines
            .map(|line| line.split_once(": ").unwrap())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        headers.remove("date").expect("every response has a date");
        let body = body.to_owned();
        let answer = Answer {
            status,
            headers,
            body,
        };
        check_answer(method, path, &answer);
        answer
    }

    /// The id of the request, which has the right form.
    pub fn request_id(&self) -> &str {
        let id = self.headers["x-request-id"].as_str();
        let digits = id.strip_prefix("vrf_").expect("ids begin with vrf_");
        assert_eq!(digits.len(), 12, "{id}");
        assert!(
            digits
                .bytes()
                .all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f')),
            "{id}"
        );
        id
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
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
    let id = answer.request_id();
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
    let length = body.len().to_string();
    let mut all = BTreeMap::from([
        ("cache-control", "no-store"),
        ("content-length", length.as_str()),
        ("content-type", "application/json"),
        ("x-request-id", id),
    ]);
    all.extend(headers.iter().copied());
    let headers = all
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_eq!(
        *answer,
        Answer {
            status,
            headers: headers.collect(),
            body
        }
    );
}

/// The headers of a success, down to the last.
#[track_caller]
pub fn assert_ok(answer: &Answer) {
    let headers = [
        ("content-length", answer.body.len().to_string()),
        ("content-type", "application/json".to_owned()),
        ("x-request-id", answer.request_id().to_owned()),
    ];
    let headers = headers.map(|(name, value)| (name.to_owned(), value));
    assert_eq!(
        (answer.status, &answer.headers),
        (200, &BTreeMap::from(headers)),
        "{}",
        answer.body
    );
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
