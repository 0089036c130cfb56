//! Bodies that are too large.

use axum::Router;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::routing::post as on_post;
use exchange::post;
use expect_test::expect;
use tower_http::limit::RequestBodyLimitLayer;

use crate::table::case;

fn app() -> Router {
    Router::new()
        .route("/bytes", on_post(async |_: Bytes| ()))
        .route("/text", on_post(async |_: String| ()))
}

fn small() -> Router {
    app().layer(DefaultBodyLimit::max(8))
}

fn tower() -> Router {
    app().layer(RequestBodyLimitLayer::new(8))
}

#[tokio::test]
async fn a_body_of_three_megabytes() {
    // What is sent is what the server reads before it answers.
    let request = post("/bytes")
        .declare("content-length: 3000000")
        .body(vec![b'x'; 2 * 1024 * 1024 + 1]);
    case(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 413 Payload Too Large
            content-type: text/plain; charset=utf-8
            content-length: 56

            Failed to buffer the request body: length limit exceeded
            — with the layer
            HTTP/1.1 413 Payload Too Large
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 123

            {"error":{"code":"payload_too_large","message":"The request body is too large.","request_id":"{id}"}}
            told: payload_too_large 413 {id}: The request body is too large.: 413 Payload Too Large: Failed to buffer the request body: length limit exceeded
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_default_body_limit_by_length() {
    case(
        small(),
        post("/bytes").body("123456789"),
        expect![[r#"

            — without the layer
            HTTP/1.1 413 Payload Too Large
            content-type: text/plain; charset=utf-8
            content-length: 56

            Failed to buffer the request body: length limit exceeded
            — with the layer
            HTTP/1.1 413 Payload Too Large
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 123

            {"error":{"code":"payload_too_large","message":"The request body is too large.","request_id":"{id}"}}
            told: payload_too_large 413 {id}: The request body is too large.: 413 Payload Too Large: Failed to buffer the request body: length limit exceeded
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_default_body_limit_of_chunks() {
    let request = post("/text").body("123456789").chunked();
    case(
        small(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 413 Payload Too Large
            content-type: text/plain; charset=utf-8
            content-length: 56

            Failed to buffer the request body: length limit exceeded
            — with the layer
            HTTP/1.1 413 Payload Too Large
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 123

            {"error":{"code":"payload_too_large","message":"The request body is too large.","request_id":"{id}"}}
            told: payload_too_large 413 {id}: The request body is too large.: 413 Payload Too Large: Failed to buffer the request body: length limit exceeded
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_body_limit_of_tower_http_by_length() {
    case(
        tower(),
        post("/bytes").body("123456789"),
        expect![[r#"

            — without the layer
            HTTP/1.1 413 Payload Too Large
            content-type: text/plain; charset=utf-8
            content-length: 21

            length limit exceeded
            — with the layer
            HTTP/1.1 413 Payload Too Large
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 123

            {"error":{"code":"payload_too_large","message":"The request body is too large.","request_id":"{id}"}}
            told: payload_too_large 413 {id}: The request body is too large.: 413 Payload Too Large: length limit exceeded
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_body_limit_of_tower_http_of_chunks() {
    let request = post("/text").body("123456789").chunked();
    case(
        tower(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 413 Payload Too Large
            content-type: text/plain; charset=utf-8
            content-length: 56

            Failed to buffer the request body: length limit exceeded
            — with the layer
            HTTP/1.1 413 Payload Too Large
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 123

            {"error":{"code":"payload_too_large","message":"The request body is too large.","request_id":"{id}"}}
            told: payload_too_large 413 {id}: The request body is too large.: 413 Payload Too Large: Failed to buffer the request body: length limit exceeded
        "#]],
    )
    .await;
}
