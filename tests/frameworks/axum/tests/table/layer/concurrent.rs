//! Thousands of requests at once: each response carries its own id, in its header and in its body.

use std::panic::resume_unwind;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{Request, Response, StatusCode};
use axum::response::IntoResponse;
use axum::routing::get as on_get;
use errorbook::Context;
use errorbook_frameworks_axum::ServiceError;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::client::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::sync::Barrier;
use tokio::task::JoinSet;

use crate::table::{serve, with_layer};

const REQUESTS: usize = 5_000;

/// Waits until as many requests as the barrier wants are within a handler, then answers in one of four ways.
async fn meet(
    State(barrier): State<Arc<Barrier>>,
    Path(n): Path<usize>,
) -> axum::response::Response {
    let before = Context::current();
    barrier.wait().await;
    let after = Context::current();
    assert_eq!(before.request_id(), after.request_id());
    match n % 4 {
        0 => ServiceError::ClaimNotFound { claim: 7 }.into_response(),
        1 => StatusCode::CONFLICT.into_response(),
        // A panic without its message on the standard error of the test.
        2 => resume_unwind(Box::new("secret")),
        _ => after
            .request_id()
            .unwrap_or_default()
            .to_owned()
            .into_response(),
    }
}

fn app(at_once: usize) -> Router {
    let barrier = Arc::new(Barrier::new(at_once));
    with_layer(
        Router::new()
            .route("/{n}", on_get(meet))
            .with_state(barrier),
    )
}

/// Two of three requests bring an id.
fn given(n: usize) -> Option<String> {
    (!n.is_multiple_of(3)).then(|| format!("given-{n}"))
}

fn request(n: usize) -> Request<Body> {
    let request = Request::builder()
        .uri(format!("http://test/{n}"))
        .header("host", "test");
    let request = match given(n) {
        Some(id) => request.header("x-request-id", id),
        None => request,
    };
    request.body(Body::empty()).expect("a request")
}

/// The id of a response, which is the same in header and body.
async fn id(n: usize, response: Response<Incoming>) -> String {
    let status = [404, 409, 500, 200][n % 4];
    assert_eq!(response.status(), status);
    let id = response.headers()["x-request-id"]
        .to_str()
        .expect("a text")
        .to_owned();
    let body = response
        .into_body()
        .collect()
        .await
        .expect("a body")
        .to_bytes();
    let body = std::str::from_utf8(&body).expect("a text");
    if status == 200 {
        assert_eq!(body, id);
    } else {
        assert!(
            body.ends_with(&format!(r#""request_id":"{id}"}}}}"#)),
            "{id}: {body}"
        );
    }
    if let Some(given) = given(n) {
        assert_eq!(id, given);
    }
    id
}

/// As many ids as requests, each another one.
fn all_differ(mut ids: Vec<String>) {
    assert_eq!(ids.len(), REQUESTS);
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), REQUESTS);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_sockets_of_http1_that_are_kept_alive() {
    const SOCKETS: usize = 250;
    let server = serve(app(SOCKETS)).await;
    let mut sockets = JoinSet::new();
    for socket in 0..SOCKETS {
        let io = TokioIo::new(server.connect().await);
        sockets.spawn(async move {
            let (mut sender, connection) = http1::handshake(io).await.expect("HTTP/1.1");
            let connection = tokio::spawn(connection);
            let mut ids = Vec::new();
            for n in (socket..REQUESTS).step_by(SOCKETS) {
                sender.ready().await.expect("a connection that is kept");
                let response = sender.send_request(request(n)).await;
                ids.push(id(n, response.expect("a response")).await);
            }
            connection.abort();
            ids
        });
    }
    all_differ(sockets.join_all().await.concat());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_streams_of_http2_all_at_once() {
    const CONNECTIONS: usize = 50;
    let server = serve(app(REQUESTS)).await;
    let mut streams = JoinSet::new();
    for connection in 0..CONNECTIONS {
        let io = TokioIo::new(server.connect().await);
        let (sender, running) = http2::handshake(TokioExecutor::new(), io)
            .await
            .expect("HTTP/2");
        tokio::spawn(running);
        for n in (connection..REQUESTS).step_by(CONNECTIONS) {
            let mut sender = sender.clone();
            streams.spawn(async move {
                let response = sender.send_request(request(n)).await;
                id(n, response.expect("a response")).await
            });
        }
    }
    all_differ(streams.join_all().await);
}
