//! Panics, wherever they happen.

use std::convert::Infallible;
use std::future::{Future, pending, ready};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::Request as AxumRequest;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get as on_get;
use exchange::{get, head};
use expect_test::expect;
use tower::service_fn;
use tower_http::timeout::TimeoutLayer;

use crate::table::{case, only_with_layer};

/// Panics when it is dropped.
struct Falls;

impl Drop for Falls {
    fn drop(&mut self) {
        panic!("fell: secret");
    }
}

/// Panics when it is polled, and again when it is dropped.
struct Twice(Falls);

impl Future for Twice {
    type Output = Result<Response, Infallible>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        panic!("polled: secret");
    }
}

async fn in_handler() {
    panic!("at /srv/secret/store.rs");
}

async fn later() {
    tokio::time::sleep(Duration::from_millis(1)).await;
    panic!("{}", "a text that is made: secret");
}

async fn value() {
    std::panic::panic_any(42);
}

async fn index() -> String {
    let past_the_end = usize::from(std::env::args().count() > 0);
    [1][past_the_end].to_string()
}

async fn in_drop() {
    drop(Falls);
}

async fn after() -> StatusCode {
    let _falls = Falls;
    StatusCode::NOT_FOUND
}

async fn response() -> Unrenderable {
    Unrenderable
}

fn app() -> Router {
    let call = service_fn(|request: AxumRequest| {
        assert!(request.uri().path().is_empty(), "before the future: secret");
        ready(Ok::<_, Infallible>(().into_response()))
    });
    Router::new()
        .route("/handler", on_get(in_handler))
        .route("/later", on_get(later))
        .route("/value", on_get(value))
        .route("/index", on_get(index))
        .route_service("/call", call)
        .route_service("/twice", service_fn(|_: AxumRequest| Twice(Falls)))
        .route("/drop", on_get(in_drop))
        .route("/after", on_get(after))
        .route("/response", on_get(response))
}

/// Panics while it becomes a response.
struct Unrenderable;

impl IntoResponse for Unrenderable {
    fn into_response(self) -> Response<Body> {
        panic!("rendered: secret");
    }
}

#[tokio::test]
async fn in_the_handler() {
    case(
        app(),
        get("/handler"),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: at /srv/secret/store.rs
        "#]],
    )
    .await;
}

#[tokio::test]
async fn in_the_handler_of_a_head_request() {
    case(
        app(),
        head("/handler"),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            content-length: 118
            x-request-id: {id}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: at /srv/secret/store.rs
        "#]],
    )
    .await;
}

#[tokio::test]
async fn behind_an_await() {
    case(
        app(),
        get("/later"),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: a text that is made: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn with_a_value_that_is_not_a_text() {
    case(
        app(),
        get("/value"),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked
        "#]],
    )
    .await;
}

#[tokio::test]
async fn by_an_index_out_of_bounds() {
    case(
        app(),
        get("/index"),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: index out of bounds: the len is 1 but the index is 1
        "#]],
    )
    .await;
}

#[tokio::test]
async fn before_there_is_a_future() {
    case(
        app(),
        get("/call"),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: before the future: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn in_the_handler_and_again_while_it_is_dropped() {
    // Without the layer, the second panic happens while the connection unwinds, and that aborts the process.
    only_with_layer(app(), get("/twice"), expect![[r#"

        — with the layer
        HTTP/1.1 500 Internal Server Error
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 118

        {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
        told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: polled: secret
    "#]]).await;
}

#[tokio::test]
async fn in_a_drop() {
    case(
        app(),
        get("/drop"),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: fell: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn in_a_drop_behind_the_response() {
    case(
        app(),
        get("/after"),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: fell: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn while_a_value_becomes_a_response() {
    case(
        app(),
        get("/response"),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: rendered: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn in_the_drop_of_a_handler_that_takes_too_long() {
    let slow = async || {
        let _falls = Falls;
        pending::<()>().await;
    };
    let timeout =
        TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, Duration::from_millis(20));
    let app = Router::new().route("/", on_get(slow)).layer(timeout);
    case(
        app,
        get("/"),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: fell: secret
        "#]],
    )
    .await;
}
