//! JSON whose body cannot be read.

use std::collections::BTreeMap;

use axum::Json;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::extract::rejection::JsonRejection;
use axum::routing::post as on_post;
use errorbook_frameworks_axum::ServiceError;
use exchange::post;
use expect_test::expect;

use crate::table::rejected;

type Numbers = BTreeMap<String, u8>;

fn app() -> Router {
    Router::new()
        .route("/raw/", on_post(async |_: Json<Numbers>| ()))
        .route(
            "/result/",
            on_post(async |body: Result<Json<Numbers>, JsonRejection>| {
                let _ = body?;
                Ok::<_, ServiceError>(())
            }),
        )
        .route(
            "/extract/",
            on_post(async |_: errorbook::extract::Json<Numbers>| ()),
        )
        .layer(DefaultBodyLimit::max(30))
}

#[tokio::test]
async fn a_chunk_that_is_not_one() {
    let request = post("/")
        .header("content-type", "application/json")
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
            — with the layer: result, extract
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

#[tokio::test]
async fn a_body_over_the_limit() {
    let request = post("/").json(format!("{{}}{}", " ".repeat(30)));
    rejected(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 413 Payload Too Large
            content-type: text/plain; charset=utf-8
            content-length: 56

            Failed to buffer the request body: length limit exceeded
            — with the layer: raw, result, extract
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
async fn chunks_over_the_limit() {
    let request = post("/").json(format!("{{}}{}", " ".repeat(30))).chunked();
    rejected(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 413 Payload Too Large
            content-type: text/plain; charset=utf-8
            content-length: 56

            Failed to buffer the request body: length limit exceeded
            — with the layer: raw, result, extract
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
