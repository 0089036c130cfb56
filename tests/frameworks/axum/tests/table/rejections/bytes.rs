//! Whole bodies.

use axum::Router;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::extract::rejection::{BytesRejection, StringRejection};
use axum::routing::post as on_post;
use errorbook_frameworks_axum::ServiceError;
use exchange::post;
use expect_test::expect;

use crate::table::rejected;

fn app() -> Router {
    Router::new()
        .route("/raw/bytes", on_post(async |_: Bytes| ()))
        .route("/raw/text", on_post(async |_: String| ()))
        .route(
            "/result/bytes",
            on_post(async |body: Result<Bytes, BytesRejection>| {
                let _ = body?;
                Ok::<_, ServiceError>(())
            }),
        )
        .route(
            "/result/text",
            on_post(async |body: Result<String, StringRejection>| {
                let _ = body?;
                Ok::<_, ServiceError>(())
            }),
        )
        .layer(DefaultBodyLimit::max(8))
}

#[tokio::test]
async fn bytes_over_the_limit() {
    rejected(
        app(),
        post("/bytes").body("123456789"),
        expect![[r#"

            — without the layer
            HTTP/1.1 413 Payload Too Large
            content-type: text/plain; charset=utf-8
            content-length: 56

            Failed to buffer the request body: length limit exceeded
            — with the layer: raw, result
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
async fn text_over_the_limit() {
    rejected(
        app(),
        post("/text").body("123456789").chunked(),
        expect![[r#"

            — without the layer
            HTTP/1.1 413 Payload Too Large
            content-type: text/plain; charset=utf-8
            content-length: 56

            Failed to buffer the request body: length limit exceeded
            — with the layer: raw, result
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
async fn text_that_is_not_utf8() {
    rejected(
        app(),
        post("/text").body(b"\xffsecret"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 87

            Request body didn't contain valid UTF-8: invalid utf-8 sequence of 1 bytes from index 0
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Request body didn't contain valid UTF-8: invalid utf-8 sequence of 1 bytes from index 0
            — with the layer: result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 123

            {"error":{"code":"bad_request","message":"The request body is not valid UTF-8.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request body is not valid UTF-8.: 400 Bad Request: Request body didn't contain valid UTF-8: invalid utf-8 sequence of 1 bytes from index 0
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_chunk_that_is_not_one() {
    let request = post("/bytes")
        .declare("transfer-encoding: chunked")
        .body("secret\r\n");
    rejected(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 71

            Failed to buffer the request body: error reading a body from connection
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to buffer the request body: error reading a body from connection
            — with the layer: result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"bad_request","message":"The request body could not be read.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request body could not be read.: 400 Bad Request: Failed to buffer the request body: error reading a body from connection: Invalid chunk size line: missing size digit
        "#]],
    )
    .await;
}
