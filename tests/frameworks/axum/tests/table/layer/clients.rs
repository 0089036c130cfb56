//! Clients that leave: nothing hangs, nothing is reported twice, and the next one is served.

use std::future::pending;
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::routing::{get as on_get, post as on_post};
use exchange::{Request, get, post, told, watch};

use crate::table::{serve, with_layer};

/// Panics when it is dropped.
struct Falls;

impl Drop for Falls {
    fn drop(&mut self) {
        panic!("secret");
    }
}

fn app() -> Router {
    let slow = async || {
        tokio::time::sleep(Duration::from_millis(20)).await;
        StatusCode::CONFLICT
    };
    let falling = async || {
        let _falls = Falls;
        pending::<()>().await;
    };
    Router::new()
        .route("/body", on_post(async |_: Bytes| ()))
        .route("/never", on_get(async || pending::<()>().await))
        .route("/slow", on_get(slow))
        .route("/falling", on_get(falling))
}

const UNREAD: &str = "bad_request 400 left: The request is not valid.: 400 Bad Request: \
    Failed to buffer the request body: error reading a body from connection";
const ANSWERED: &str = "conflict 409 left: The request conflicts with the current state of the resource.: 409 Conflict";
const NEXT: &str = "not_found 404 next: The requested resource was not found.: 404 Not Found";

/// What the observer is told once this client has left, while another one is served.
async fn left(request: Request) -> Vec<String> {
    watch();
    let server = serve(with_layer(app())).await;
    let request = request.header("x-request-id", "left").leave();
    assert_eq!(server.send(&request).await.text(), "[the client left]");
    let lines = told();
    let next = get("/nowhere").header("x-request-id", "next");
    let next = server.send(&next).await;
    assert!(next.text().starts_with("HTTP/1.1 404 "), "{next}");
    assert_eq!(told(), [NEXT]);
    lines
}

#[tokio::test]
async fn within_the_body() {
    let request = post("/body").declare("content-length: 9").body("abc");
    assert_eq!(left(request).await, [UNREAD]);
}

#[tokio::test]
async fn within_a_chunk() {
    let request = post("/body")
        .declare("transfer-encoding: chunked")
        .body("9\r\nabc");
    assert_eq!(left(request).await, [UNREAD]);
}

#[tokio::test]
async fn while_the_handler_runs() {
    assert!(left(get("/never")).await.is_empty());
}

#[tokio::test]
async fn before_it_reads_the_response() {
    assert_eq!(left(get("/slow")).await, [ANSWERED]);
}

#[tokio::test]
async fn while_a_handler_runs_whose_drop_panics() {
    assert!(left(get("/falling")).await.is_empty());
}
