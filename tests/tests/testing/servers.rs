//! Captures and assertions with a whole service: called in the task of the test, and over HTTP.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};

use axum::Router;
use axum::body::Body;
use axum::extract::Path;
use axum::http::Request;
use axum::routing::get;
use errorbook::testing::{Capture, Captured, assert_error, capture_async, collect};
use errorbook::{ApiError, Context, ErrorLayer, ErrorObject, FrameworkError, scope};
use serde_json::json;
use tokio::net::TcpListener;
use tower_service::Service;

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {0} not found")]
    NotFound(u32),
    #[api_error(status = 500, code = "INTERNAL", display = "{0}")]
    Framework(FrameworkError),
}

impl From<FrameworkError> for ClaimError {
    fn from(error: FrameworkError) -> Self {
        ClaimError::Framework(error)
    }
}

async fn claim(Path(id): Path<u32>) -> ClaimError {
    tokio::task::yield_now().await;
    ClaimError::NotFound(id)
}

async fn spawned(Path(id): Path<u32>) -> ClaimError {
    let work = scope(Context::current(), claim(Path(id)));
    tokio::spawn(work).await.unwrap()
}

async fn panics() {
    panic!("row 7 has no column");
}

fn app() -> Router {
    Router::new()
        .route("/claims/{id}", get(claim))
        .route("/spawned/{id}", get(spawned))
        .route("/panics", get(panics))
        .layer(ErrorLayer::<ClaimError>::new())
}

/// Serves an app on a port of its own.
async fn serve(app: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, app).await });
    address
}

type Answer = (u16, Vec<(String, String)>, String);

/// Sends a request over HTTP.
async fn ask(address: SocketAddr, path: &str) -> Answer {
    let request = format!("GET {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n");
    let answer = tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    });
    let answer = answer.await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let status = lines.next().unwrap()[9..12].parse().unwrap();
    let headers = lines.map(|line| line.split_once(": ").unwrap());
    let headers = headers.map(|(name, value)| (name.to_owned(), value.to_owned()));
    (status, headers.collect(), body.to_owned())
}

fn texts(reports: &[Captured]) -> Vec<&str> {
    reports.iter().map(Captured::text).collect()
}

fn id_of(answer: &Answer) -> &str {
    let mut headers = answer.1.iter();
    let (_, id) = headers.find(|(name, _)| name == "x-request-id").unwrap();
    id
}

#[tokio::test]
async fn a_service_that_is_called_in_the_task_of_the_test_is_seen() {
    let (response, reports) = capture_async(async {
        let request = Request::get("/claims/7").header("x-request-id", "req_7");
        let request = request.body(Body::empty()).unwrap();
        collect(app().call(request).await.unwrap()).await
    })
    .await;
    assert_error!(
        response,
        "NOT_FOUND",
        404,
        json!({"error": {"code": "NOT_FOUND", "message": "Claim 7 not found", "request_id": "req_7"}}),
        headers = [("x-request-id", "req_7")],
    );
    assert_eq!(texts(&reports), ["Claim 7 not found"]);
    assert_eq!(reports[0].context().request_id(), Some("req_7"));
}

#[tokio::test]
async fn errors_that_the_layer_makes_are_seen() {
    let (status, reports) = capture_async(async {
        let request = Request::get("/panics").body(Body::empty()).unwrap();
        app().call(request).await.unwrap().status()
    })
    .await;
    assert_eq!(status, 500);
    let [report] = &reports[..] else {
        panic!("{reports:?}");
    };
    assert_eq!(report.variant_name(), "Framework");
    assert!(
        report.to_string().contains("row 7 has no column"),
        "{report}"
    );
}

#[tokio::test]
async fn a_server_on_the_runtime_of_an_ordinary_test_is_seen() {
    let capture = Capture::new();
    let _entered = capture.enter();
    let address = serve(app()).await;
    for path in ["/claims/7", "/spawned/7"] {
        let answer = ask(address, path).await;
        let id = id_of(&answer);
        let body = json!({"error": {"code": "NOT_FOUND", "message": "Claim 7 not found", "request_id": id}});
        assert_error!(
            answer,
            "NOT_FOUND",
            404,
            body,
            headers = [("x-request-id", id)]
        );
        let reports = capture.take();
        assert_eq!(texts(&reports), ["Claim 7 not found"]);
        assert_eq!(reports[0].context().request_id(), Some(id));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_server_on_many_threads_is_seen_by_the_capture_that_is_its_layer() {
    let capture = Capture::new();
    let address = serve(app().layer(capture.layer())).await;
    let other = Capture::new();
    let elsewhere = serve(app().layer(other.layer())).await;
    let unseen = serve(app()).await;

    let tasks = (0..48).map(|number| {
        let (address, path) = match number % 3 {
            0 => (address, "claims"),
            1 => (address, "spawned"),
            _ => ([elsewhere, unseen][number / 3 % 2], "claims"),
        };
        tokio::spawn(async move { ask(address, &format!("/{path}/{number}")).await.0 })
    });
    for task in tasks.collect::<Vec<_>>() {
        assert_eq!(task.await.unwrap(), 404);
    }
    let expected = |is_seen: fn(&usize) -> bool| {
        let numbers = (0..48).filter(is_seen);
        let mut texts: Vec<_> = numbers
            .map(|number| format!("Claim {number} not found"))
            .collect();
        texts.sort_unstable();
        texts
    };
    let sorted = |capture: &Capture| {
        let reports = capture.take();
        let mut texts: Vec<_> = texts(&reports).into_iter().map(str::to_owned).collect();
        texts.sort_unstable();
        texts
    };
    assert_eq!(sorted(&capture), expected(|number| number % 3 != 2));
    assert_eq!(
        sorted(&other),
        expected(|number| number % 3 == 2 && number / 3 % 2 == 0)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_service_without_tower_is_seen_with_a_scope_around_each_request() {
    let capture = Capture::new();
    let task = tokio::spawn(capture.scope(async { spawned(Path(3)).await }));
    let error = task.await.unwrap();
    assert!(matches!(error, ClaimError::NotFound(3)));
    let respond = capture.scope(async move { axum::response::IntoResponse::into_response(error) });
    let _ = tokio::spawn(respond).await.unwrap();
    assert_eq!(texts(&capture.reports()), ["Claim 3 not found"]);
}
