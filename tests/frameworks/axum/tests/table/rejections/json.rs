//! JSON that is not JSON.

use std::collections::BTreeMap;

use axum::Json;
use axum::Router;
use axum::extract::rejection::JsonRejection;
use axum::routing::post as on_post;
use errorbook_frameworks_axum::ServiceError;
use exchange::post;
use expect_test::expect;

use crate::table::{answers, rejected};

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
}

#[tokio::test]
async fn no_content_type() {
    rejected(
        app(),
        post("/").body("{}"),
        expect![[r#"

            — without the layer
            HTTP/1.1 415 Unsupported Media Type
            content-type: text/plain; charset=utf-8
            content-length: 54

            Expected request with `Content-Type: application/json`
            — with the layer: raw
            HTTP/1.1 415 Unsupported Media Type
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 146

            {"error":{"code":"unsupported_media_type","message":"The format of the request body is not supported.","request_id":"{id}"}}
            told: unsupported_media_type 415 {id}: The format of the request body is not supported.: 415 Unsupported Media Type: Expected request with `Content-Type: application/json`
            — with the layer: result, extract
            HTTP/1.1 415 Unsupported Media Type
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 154

            {"error":{"code":"unsupported_media_type","message":"The request must have the content type application/json.","request_id":"{id}"}}
            told: unsupported_media_type 415 {id}: The request must have the content type application/json.: 415 Unsupported Media Type: Expected request with `Content-Type: application/json`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn another_content_type() {
    rejected(
        app(),
        post("/").content("text/plain", "{}"),
        expect![[r#"

            — without the layer
            HTTP/1.1 415 Unsupported Media Type
            content-type: text/plain; charset=utf-8
            content-length: 54

            Expected request with `Content-Type: application/json`
            — with the layer: raw
            HTTP/1.1 415 Unsupported Media Type
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 146

            {"error":{"code":"unsupported_media_type","message":"The format of the request body is not supported.","request_id":"{id}"}}
            told: unsupported_media_type 415 {id}: The format of the request body is not supported.: 415 Unsupported Media Type: Expected request with `Content-Type: application/json`
            — with the layer: result, extract
            HTTP/1.1 415 Unsupported Media Type
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 154

            {"error":{"code":"unsupported_media_type","message":"The request must have the content type application/json.","request_id":"{id}"}}
            told: unsupported_media_type 415 {id}: The request must have the content type application/json.: 415 Unsupported Media Type: Expected request with `Content-Type: application/json`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_syntax_error() {
    rejected(
        app(),
        post("/").json("{\"a\": secret}"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 78

            Failed to parse the request body as JSON: a: expected value at line 1 column 7
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to parse the request body as JSON: a: expected value at line 1 column 7
            — with the layer: result, extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 159

            {"error":{"code":"bad_request","message":"The request body is not valid JSON: expected a value at line 1 column 7.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request body is not valid JSON: expected a value at line 1 column 7.: 400 Bad Request: Failed to parse the request body as JSON: a: expected value at line 1 column 7
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_end_of_the_body_within_a_value() {
    rejected(
        app(),
        post("/").json("{\"a\": 1"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 88

            Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 7
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 7
            — with the layer: result, extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 170

            {"error":{"code":"bad_request","message":"The request body is not valid JSON: it ends inside of an object at line 1 column 7.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request body is not valid JSON: it ends inside of an object at line 1 column 7.: 400 Bad Request: Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 7
        "#]],
    )
    .await;
}

#[tokio::test]
async fn an_empty_body() {
    rejected(
        app(),
        post("/").json(""),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 86

            Failed to parse the request body as JSON: EOF while parsing a value at line 1 column 0
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to parse the request body as JSON: EOF while parsing a value at line 1 column 0
            — with the layer: result, extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 113

            {"error":{"code":"bad_request","message":"The request body is empty.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request body is empty.: 400 Bad Request: Failed to parse the request body as JSON: EOF while parsing a value at line 1 column 0
        "#]],
    )
    .await;
}

#[tokio::test]
async fn more_behind_the_value() {
    rejected(
        app(),
        post("/").json("{} secret"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 80

            Failed to parse the request body as JSON: trailing characters at line 1 column 4
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to parse the request body as JSON: trailing characters at line 1 column 4
            — with the layer: result, extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 180

            {"error":{"code":"bad_request","message":"The request body is not valid JSON: unexpected characters after the value at line 1 column 4.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request body is not valid JSON: unexpected characters after the value at line 1 column 4.: 400 Bad Request: Failed to parse the request body as JSON: trailing characters at line 1 column 4
        "#]],
    )
    .await;
}

#[tokio::test]
async fn an_escape_that_is_not_one() {
    rejected(
        app(),
        post("/").json(r#"{"\x": 1}"#),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 75

            Failed to parse the request body as JSON: invalid escape at line 1 column 4
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to parse the request body as JSON: invalid escape at line 1 column 4
            — with the layer: result, extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 157

            {"error":{"code":"bad_request","message":"The request body is not valid JSON: invalid escape at line 1 column 4.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request body is not valid JSON: invalid escape at line 1 column 4.: 400 Bad Request: Failed to parse the request body as JSON: invalid escape at line 1 column 4
        "#]],
    )
    .await;
}

#[tokio::test]
async fn text_that_is_not_utf8() {
    rejected(
        app(),
        post("/").json(b"{\"\xff\": 1}"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 87

            Failed to parse the request body as JSON: invalid unicode code point at line 1 column 3
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to parse the request body as JSON: invalid unicode code point at line 1 column 3
            — with the layer: result, extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 169

            {"error":{"code":"bad_request","message":"The request body is not valid JSON: invalid Unicode code point at line 1 column 3.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request body is not valid JSON: invalid Unicode code point at line 1 column 3.: 400 Bad Request: Failed to parse the request body as JSON: invalid unicode code point at line 1 column 3
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_extractor_without_the_layer() {
    let request = post("/extract/").json(r#"{"a": "secret"}"#);
    answers(
        [("without the layer", app())],
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 422 Unprocessable Entity
            content-type: text/plain; charset=utf-8
            content-length: 41

            A field of the request body is not valid.
        "#]],
    )
    .await;
}
