//! Forms of several parts.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::extract::multipart::{Multipart, MultipartError, MultipartRejection};
use axum::routing::post as on_post;
use errorbook::FrameworkError;
use errorbook_frameworks_axum::ServiceError;
use exchange::{Request, post};
use expect_test::expect;

use crate::table::rejected;

async fn read(mut form: Multipart) -> Result<(), MultipartError> {
    while let Some(field) = form.next_field().await? {
        field.text().await?;
    }
    Ok(())
}

async fn result(form: Result<Multipart, MultipartRejection>) -> Result<(), ServiceError> {
    let form = form.map_err(FrameworkError::rejected)?;
    read(form).await.map_err(FrameworkError::rejected)?;
    Ok(())
}

fn app() -> Router {
    Router::new()
        .route("/raw/", on_post(read))
        .route("/result/", on_post(result))
        .layer(DefaultBodyLimit::max(200))
}

fn parts(body: &str) -> Request {
    post("/").content("multipart/form-data; boundary=X", body)
}

#[tokio::test]
async fn another_content_type() {
    rejected(
        app(),
        post("/").json("{}"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 52

            Invalid `boundary` for `multipart/form-data` request
            — with the layer: raw, result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Invalid `boundary` for `multipart/form-data` request
        "#]],
    )
    .await;
}

#[tokio::test]
async fn no_boundary() {
    rejected(
        app(),
        post("/").content("multipart/form-data", "secret"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 52

            Invalid `boundary` for `multipart/form-data` request
            — with the layer: raw, result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Invalid `boundary` for `multipart/form-data` request
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_part_that_does_not_end() {
    let body = "--X\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\nsecret";
    rejected(
        app(),
        parts(body),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 39

            field "a" received with incomplete data
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: field "a" received with incomplete data
            — with the layer: result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Error parsing `multipart/form-data` request: field "a" received with incomplete data
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_part_over_the_limit() {
    let head = "--X\r\ncontent-disposition: form-data; name=\"a\"\r\n\r\n";
    let body = format!("{head}{}\r\n--X--\r\n", "a".repeat(200));
    rejected(
        app(),
        parts(&body),
        expect![[r#"

            — without the layer
            HTTP/1.1 413 Payload Too Large
            content-type: text/plain; charset=utf-8
            content-length: 28

            Request payload is too large
            — with the layer: raw
            HTTP/1.1 413 Payload Too Large
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 123

            {"error":{"code":"payload_too_large","message":"The request body is too large.","request_id":"{id}"}}
            told: payload_too_large 413 {id}: The request body is too large.: 413 Payload Too Large: Request payload is too large
            — with the layer: result
            HTTP/1.1 413 Payload Too Large
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 123

            {"error":{"code":"payload_too_large","message":"The request body is too large.","request_id":"{id}"}}
            told: payload_too_large 413 {id}: The request body is too large.: 413 Payload Too Large: Error parsing `multipart/form-data` request: failed to read stream: length limit exceeded
        "#]],
    )
    .await;
}
