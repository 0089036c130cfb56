//! Requests and bodies that take too long.

use std::future::pending;
use std::time::Duration;

use axum::body::Bytes;
use axum::error_handling::HandleErrorLayer;
use axum::http::StatusCode;
use axum::routing::{get as on_get, post as on_post};
use axum::{BoxError, Router};
use exchange::{get, post};
use expect_test::expect;
use tower::ServiceBuilder;
use tower_http::timeout::{RequestBodyDeadlineLayer, RequestBodyTimeoutLayer, TimeoutLayer};

use crate::table::case;

const SHORT: Duration = Duration::from_millis(20);

fn app() -> Router {
    Router::new()
        .route("/slow", on_get(async || pending::<()>().await))
        .route("/body", on_post(async |_: Bytes| ()))
}

/// The client sends three of nine bytes, and waits.
fn stalled() -> exchange::Request {
    post("/body").declare("content-length: 9").body("abc")
}

#[tokio::test]
async fn the_timeout_of_tower_http_with_its_own_status() {
    #[expect(deprecated)]
    let app = app().layer(TimeoutLayer::new(SHORT));
    case(
        app,
        get("/slow"),
        expect![[r#"

            — without the layer
            HTTP/1.1 408 Request Timeout
            content-length: 0
            — with the layer
            HTTP/1.1 408 Request Timeout
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 126

            {"error":{"code":"request_timeout","message":"The request did not arrive in time.","request_id":"{id}"}}
            told: request_timeout 408 {id}: The request did not arrive in time.: 408 Request Timeout
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_timeout_of_tower_http_with_a_given_status() {
    let status = StatusCode::GATEWAY_TIMEOUT;
    let app = app().layer(TimeoutLayer::with_status_code(status, SHORT));
    case(
        app,
        get("/slow"),
        expect![[r#"

            — without the layer
            HTTP/1.1 504 Gateway Timeout
            content-length: 0
            — with the layer
            HTTP/1.1 504 Gateway Timeout
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 106

            {"error":{"code":"gateway_timeout","message":"Gateway Timeout","request_id":"{id}"}}
            told: gateway_timeout 504 {id}: An upstream server did not respond in time.: 504 Gateway Timeout
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_timeout_of_tower_and_a_response_of_the_service() {
    let timeout = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(async |error: BoxError| {
            (StatusCode::SERVICE_UNAVAILABLE, format!("secret: {error}"))
        }))
        .timeout(SHORT);
    case(
        app().layer(timeout),
        get("/slow"),
        expect![[r#"

            — without the layer
            HTTP/1.1 503 Service Unavailable
            content-type: text/plain; charset=utf-8
            content-length: 25

            secret: request timed out
            — with the layer
            HTTP/1.1 503 Service Unavailable
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 114

            {"error":{"code":"service_unavailable","message":"Service Unavailable","request_id":"{id}"}}
            told: service_unavailable 503 {id}: The server is overloaded or under maintenance.: 503 Service Unavailable: secret: request timed out
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_timeout_of_a_request_body() {
    let app = app().layer(RequestBodyTimeoutLayer::new(SHORT));
    case(
        app,
        stalled(),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 86

            Failed to buffer the request body: data was not received within the designated timeout
            — with the layer
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to buffer the request body: data was not received within the designated timeout
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_deadline_of_a_request_body() {
    let app = app().layer(RequestBodyDeadlineLayer::new(SHORT));
    case(
        app,
        stalled(),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 86

            Failed to buffer the request body: data was not received within the designated timeout
            — with the layer
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to buffer the request body: data was not received within the designated timeout
        "#]],
    )
    .await;
}
