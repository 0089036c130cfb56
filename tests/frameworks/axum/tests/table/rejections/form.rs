//! Forms, in a body or in a query.

use axum::Form;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::extract::rejection::FormRejection;
use axum::routing::get as on_get;
use errorbook_frameworks_axum::ServiceError;
use exchange::{Request, get, post};
use expect_test::expect;
use serde::Deserialize;

use crate::table::rejected;

#[derive(Deserialize)]
#[expect(dead_code)]
struct Login {
    name: String,
    year: u16,
}

async fn raw(_: Form<Login>) {}

async fn result(form: Result<Form<Login>, FormRejection>) -> Result<(), ServiceError> {
    let _ = form?;
    Ok(())
}

async fn extract(_: errorbook::extract::Form<Login>) {}

fn app() -> Router {
    Router::new()
        .route("/raw/", on_get(raw).post(raw))
        .route("/result/", on_get(result).post(result))
        .route("/extract/", on_get(extract).post(extract))
        .layer(DefaultBodyLimit::max(30))
}

fn form(body: &str) -> Request {
    post("/").content("application/x-www-form-urlencoded", body)
}

#[tokio::test]
async fn no_content_type() {
    rejected(
        app(),
        post("/").body("name=a&year=1"),
        expect![[r#"

            — without the layer
            HTTP/1.1 415 Unsupported Media Type
            content-type: text/plain; charset=utf-8
            content-length: 73

            Form requests must have `Content-Type: application/x-www-form-urlencoded`
            — with the layer: raw
            HTTP/1.1 415 Unsupported Media Type
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 146

            {"error":{"code":"unsupported_media_type","message":"The format of the request body is not supported.","request_id":"{id}"}}
            told: unsupported_media_type 415 {id}: The format of the request body is not supported.: 415 Unsupported Media Type: Form requests must have `Content-Type: application/x-www-form-urlencoded`
            — with the layer: result, extract
            HTTP/1.1 415 Unsupported Media Type
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 171

            {"error":{"code":"unsupported_media_type","message":"The request must have the content type application/x-www-form-urlencoded.","request_id":"{id}"}}
            told: unsupported_media_type 415 {id}: The request must have the content type application/x-www-form-urlencoded.: 415 Unsupported Media Type: Form requests must have `Content-Type: application/x-www-form-urlencoded`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn another_content_type() {
    rejected(
        app(),
        post("/").json("{}"),
        expect![[r#"

            — without the layer
            HTTP/1.1 415 Unsupported Media Type
            content-type: text/plain; charset=utf-8
            content-length: 73

            Form requests must have `Content-Type: application/x-www-form-urlencoded`
            — with the layer: raw
            HTTP/1.1 415 Unsupported Media Type
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 146

            {"error":{"code":"unsupported_media_type","message":"The format of the request body is not supported.","request_id":"{id}"}}
            told: unsupported_media_type 415 {id}: The format of the request body is not supported.: 415 Unsupported Media Type: Form requests must have `Content-Type: application/x-www-form-urlencoded`
            — with the layer: result, extract
            HTTP/1.1 415 Unsupported Media Type
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 171

            {"error":{"code":"unsupported_media_type","message":"The request must have the content type application/x-www-form-urlencoded.","request_id":"{id}"}}
            told: unsupported_media_type 415 {id}: The request must have the content type application/x-www-form-urlencoded.: 415 Unsupported Media Type: Form requests must have `Content-Type: application/x-www-form-urlencoded`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_field_of_another_type() {
    rejected(
        app(),
        form("name=a&year=secret"),
        expect![[r#"

            — without the layer
            HTTP/1.1 422 Unprocessable Entity
            content-type: text/plain; charset=utf-8
            content-length: 68

            Failed to deserialize form body: year: invalid digit found in string
            — with the layer: raw
            HTTP/1.1 422 Unprocessable Entity
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 136

            {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
            told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize form body: year: invalid digit found in string
            — with the layer: result
            HTTP/1.1 422 Unprocessable Entity
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 224

            {"error":{"code":"unprocessable_entity","message":"A field of the form is not valid.","details":{"fields":[{"field":"year","message":"The value must be an integer","code":"type"}]},"request_id":"{id}"}}
            told: unprocessable_entity 422 {id}: A field of the form is not valid.: 422 Unprocessable Entity: Failed to deserialize form body: year: invalid digit found in string
            — with the layer: extract
            HTTP/1.1 422 Unprocessable Entity
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 240

            {"error":{"code":"unprocessable_entity","message":"A field of the form is not valid.","details":{"fields":[{"field":"year","message":"The value must be an integer from 0 to 65535","code":"type"}]},"request_id":"{id}"}}
            told: unprocessable_entity 422 {id}: A field of the form is not valid.: 422 Unprocessable Entity: Failed to deserialize form body: year: invalid digit found in string
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_field_that_is_missing() {
    rejected(
        app(),
        form("year=1"),
        expect![[r#"

            — without the layer
            HTTP/1.1 422 Unprocessable Entity
            content-type: text/plain; charset=utf-8
            content-length: 53

            Failed to deserialize form body: missing field `name`
            — with the layer: raw
            HTTP/1.1 422 Unprocessable Entity
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 136

            {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"{id}"}}
            told: unprocessable_entity 422 {id}: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize form body: missing field `name`
            — with the layer: result, extract
            HTTP/1.1 422 Unprocessable Entity
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 221

            {"error":{"code":"unprocessable_entity","message":"A field of the form is not valid.","details":{"fields":[{"field":"name","message":"The field is required","code":"required"}]},"request_id":"{id}"}}
            told: unprocessable_entity 422 {id}: A field of the form is not valid.: 422 Unprocessable Entity: Failed to deserialize form body: missing field `name`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_body_over_the_limit() {
    rejected(
        app(),
        form(&format!("year=1&name={}", "a".repeat(30))),
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
async fn a_field_of_another_type_in_the_query() {
    rejected(
        app(),
        get("/?name=a&year=secret"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 63

            Failed to deserialize form: year: invalid digit found in string
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to deserialize form: year: invalid digit found in string
            — with the layer: result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 215

            {"error":{"code":"bad_request","message":"A field of the form is not valid.","details":{"fields":[{"field":"year","message":"The value must be an integer","code":"type"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A field of the form is not valid.: 400 Bad Request: Failed to deserialize form: year: invalid digit found in string
            — with the layer: extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 231

            {"error":{"code":"bad_request","message":"A field of the form is not valid.","details":{"fields":[{"field":"year","message":"The value must be an integer from 0 to 65535","code":"type"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A field of the form is not valid.: 400 Bad Request: Failed to deserialize form: year: invalid digit found in string
        "#]],
    )
    .await;
}
