//! Each rejection of axum's own extractors, taken with `From`.

use axum::body::{Body, Bytes};
use axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FormRejection, JsonRejection, MatchedPathRejection,
    PathRejection, QueryRejection, RawFormRejection, RawPathParamsRejection, StringRejection,
};
use axum::extract::{
    DefaultBodyLimit, MatchedPath, NestedPath, Path, Query, RawForm, RawPathParams,
};
use axum::routing::{any, get};
use axum::{Extension, Form, Json, Router};
use errorbook::FrameworkError;
use expect_test::expect;
use http::Request;
use serde::Deserialize;

use crate::seen::{refusal, seen};

#[derive(Deserialize)]
struct Claim {
    #[expect(dead_code, reason = "what matters is what it is read from")]
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    #[expect(dead_code, reason = "what matters is what it is read from")]
    name: String,
    #[expect(dead_code, reason = "what matters is what it is read from")]
    pages: u8,
}

#[derive(Clone)]
struct Store;

/// A handler that takes an extractor as a `Result`.
macro_rules! taken {
    ($extractor:ty, $rejection:ty) => {
        async |taken: Result<$extractor, $rejection>| -> Result<(), FrameworkError> {
            taken.map(drop)?;
            Ok(())
        }
    };
}

fn router() -> Router {
    Router::new()
        .route("/json", any(taken!(Json<Claim>, JsonRejection)))
        .route("/form", any(taken!(Form<Item>, FormRejection)))
        .route("/query", get(taken!(Query<Item>, QueryRejection)))
        .route("/bytes", any(taken!(Bytes, BytesRejection)))
        .route("/text", any(taken!(String, StringRejection)))
        .route("/raw-form", any(taken!(RawForm, RawFormRejection)))
        .route("/number/{id}", get(taken!(Path<u32>, PathRejection)))
        .route(
            "/pair/{a}/{b}",
            get(taken!(Path<(u32, bool)>, PathRejection)),
        )
        .route(
            "/named/{name}/{pages}",
            get(taken!(Path<Item>, PathRejection)),
        )
        .route(
            "/raw/{id}",
            get(taken!(RawPathParams, RawPathParamsRejection)),
        )
        .route("/few/{a}/{b}", get(taken!(Path<u32>, PathRejection)))
        .route(
            "/extension",
            get(taken!(Extension<Store>, ExtensionRejection)),
        )
        .route(
            "/nested",
            get(taken!(
                NestedPath,
                axum::extract::rejection::NestedPathRejection
            )),
        )
        .fallback(taken!(MatchedPath, MatchedPathRejection))
        .layer(DefaultBodyLimit::max(100))
}

/// What is seen of the refusals of requests, one after another: method, path, content type, body.
async fn all(requests: &[(&str, &str, &str, &[u8])]) -> String {
    let mut all = Vec::new();
    for (method, uri, content_type, body) in requests {
        let mut request = Request::builder().method(*method).uri(*uri);
        if !content_type.is_empty() {
            request = request.header("content-type", *content_type);
        }
        let shown = String::from_utf8_lossy(&body[..body.len().min(60)]);
        all.push(format!("== {method} {uri} {content_type} {shown:?}\n"));
        let request = request
            .body(Body::from(body.to_vec()))
            .expect("it is valid");
        all.push(seen(&refusal(router(), request).await));
    }
    all.concat()
}

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

#[tokio::test]
async fn json() {
    let seen = all(&[
        ("POST", "/json", "", b"{}"),
        ("POST", "/json", "text/plain", b"{}"),
        ("POST", "/json", JSON, b""),
        ("POST", "/json", JSON, b"{\"items\": ["),
        ("POST", "/json", JSON, b"{\"items\" 1}"),
        ("POST", "/json", JSON, b"{\"items\": []} x"),
        ("POST", "/json", JSON, b"{}"),
        ("POST", "/json", JSON, b"[]"),
        ("POST", "/json", JSON, b"{\"items\": [{\"name\": 5}]}"),
        (
            "POST",
            "/json",
            JSON,
            b"{\"items\": [{\"name\": \"a\", \"pages\": 256}]}",
        ),
        ("POST", "/json", JSON, b"{\"items\": [{\"name\": \"a\"}]}"),
        ("POST", "/json", JSON, &[b' '; 101]),
    ]);
    expect![[r#"
        == POST /json  "{}"
        415 Rejection
        text: The request must have the content type application/json.
        log: 415 Unsupported Media Type: Expected request with `Content-Type: application/json`
        == POST /json text/plain "{}"
        415 Rejection
        text: The request must have the content type application/json.
        log: 415 Unsupported Media Type: Expected request with `Content-Type: application/json`
        == POST /json application/json ""
        400 Rejection
        text: The request body is empty.
        log: 400 Bad Request: Failed to parse the request body as JSON: EOF while parsing a value at line 1 column 0
        == POST /json application/json "{\"items\": ["
        400 Rejection
        text: The request body is not valid JSON: it ends inside of an array at line 1 column 11.
        log: 400 Bad Request: Failed to parse the request body as JSON: items: EOF while parsing a list at line 1 column 11
        == POST /json application/json "{\"items\" 1}"
        400 Rejection
        text: The request body is not valid JSON: expected `:` at line 1 column 10.
        log: 400 Bad Request: Failed to parse the request body as JSON: expected `:` at line 1 column 10
        == POST /json application/json "{\"items\": []} x"
        400 Rejection
        text: The request body is not valid JSON: unexpected characters after the value at line 1 column 15.
        log: 400 Bad Request: Failed to parse the request body as JSON: trailing characters at line 1 column 15
        == POST /json application/json "{}"
        422 Rejection
        text: A field of the request body is not valid.
        field: items | items | /items: The field is required (required)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: missing field `items` at line 1 column 2
        == POST /json application/json "[]"
        422 Rejection
        text: The request body is not valid: expected an object.
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: invalid length 0, expected struct Claim with 1 element at line 1 column 2
        == POST /json application/json "{\"items\": [{\"name\": 5}]}"
        422 Rejection
        text: A field of the request body is not valid.
        field: items[0].name | items.0.name | /items/0/name: The value must be a string (type)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: items[0].name: invalid type: integer `5`, expected a string at line 1 column 21
        == POST /json application/json "{\"items\": [{\"name\": \"a\", \"pages\": 256}]}"
        422 Rejection
        text: A field of the request body is not valid.
        field: items[0].pages | items.0.pages | /items/0/pages: The value must be an integer from 0 to 255 (value)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: items[0].pages: invalid value: integer `256`, expected u8 at line 1 column 37
        == POST /json application/json "{\"items\": [{\"name\": \"a\"}]}"
        422 Rejection
        text: A field of the request body is not valid.
        field: items[0].pages | items.0.pages | /items/0/pages: The field is required (required)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: items[0]: missing field `pages` at line 1 column 24
        == POST /json application/json "                                                            "
        413 Rejection
        text: The request body is too large.
        log: 413 Payload Too Large: Failed to buffer the request body: length limit exceeded
    "#]].assert_eq(&seen.await);
}

#[tokio::test]
async fn forms() {
    let seen = all(&[
        ("POST", "/form", "", b""),
        ("POST", "/form", FORM, b"name=a"),
        ("POST", "/form", FORM, b"name=a&pages=x"),
        ("GET", "/form?name=a", "", b""),
        ("POST", "/form", FORM, &[b'a'; 101]),
        ("POST", "/raw-form", JSON, b""),
        ("POST", "/raw-form", FORM, &[b'a'; 101]),
    ]);
    expect![[r#"
        == POST /form  ""
        415 Rejection
        text: The request must have the content type application/x-www-form-urlencoded.
        log: 415 Unsupported Media Type: Form requests must have `Content-Type: application/x-www-form-urlencoded`
        == POST /form application/x-www-form-urlencoded "name=a"
        422 Rejection
        text: A field of the form is not valid.
        field: pages | pages | /pages: The field is required (required)
        log: 422 Unprocessable Entity: Failed to deserialize form body: missing field `pages`
        == POST /form application/x-www-form-urlencoded "name=a&pages=x"
        422 Rejection
        text: A field of the form is not valid.
        field: pages | pages | /pages: The value must be an integer (type)
        log: 422 Unprocessable Entity: Failed to deserialize form body: pages: invalid digit found in string
        == GET /form?name=a  ""
        400 Rejection
        text: A field of the form is not valid.
        field: pages | pages | /pages: The field is required (required)
        log: 400 Bad Request: Failed to deserialize form: missing field `pages`
        == POST /form application/x-www-form-urlencoded "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        413 Rejection
        text: The request body is too large.
        log: 413 Payload Too Large: Failed to buffer the request body: length limit exceeded
        == POST /raw-form application/json ""
        415 Rejection
        text: The request must have the content type application/x-www-form-urlencoded.
        log: 415 Unsupported Media Type: Form requests must have `Content-Type: application/x-www-form-urlencoded`
        == POST /raw-form application/x-www-form-urlencoded "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        413 Rejection
        text: The request body is too large.
        log: 413 Payload Too Large: Failed to buffer the request body: length limit exceeded
    "#]].assert_eq(&seen.await);
}

#[tokio::test]
async fn queries() {
    let seen = all(&[
        ("GET", "/query?name=a", "", b""),
        ("GET", "/query?name=a&pages=x", "", b""),
        ("GET", "/query?name=a&pages=256", "", b""),
        ("GET", "/query?name=a&name=b", "", b""),
    ]);
    expect![[r#"
        == GET /query?name=a  ""
        400 Rejection
        text: A query parameter is not valid.
        field: pages | pages | /pages: The field is required (required)
        log: 400 Bad Request: Failed to deserialize query string: missing field `pages`
        == GET /query?name=a&pages=x  ""
        400 Rejection
        text: A query parameter is not valid.
        field: pages | pages | /pages: The value must be an integer (type)
        log: 400 Bad Request: Failed to deserialize query string: pages: invalid digit found in string
        == GET /query?name=a&pages=256  ""
        400 Rejection
        text: A query parameter is not valid.
        field: pages | pages | /pages: The value must be a smaller integer (value)
        log: 400 Bad Request: Failed to deserialize query string: pages: number too large to fit in target type
        == GET /query?name=a&name=b  ""
        400 Rejection
        text: A query parameter is not valid.
        field: name | name | /name: The field appears twice (duplicate)
        log: 400 Bad Request: Failed to deserialize query string: duplicate field `name`
    "#]].assert_eq(&seen.await);
}

#[tokio::test]
async fn bodies() {
    let seen = all(&[
        ("POST", "/bytes", "", &[0; 101]),
        ("POST", "/text", "", &[b'a'; 101]),
        ("POST", "/text", "", &[0xff]),
    ]);
    expect![[r#"
        == POST /bytes  "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
        413 Rejection
        text: The request body is too large.
        log: 413 Payload Too Large: Failed to buffer the request body: length limit exceeded
        == POST /text  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        413 Rejection
        text: The request body is too large.
        log: 413 Payload Too Large: Failed to buffer the request body: length limit exceeded
        == POST /text  "�"
        400 Rejection
        text: The request body is not valid UTF-8.
        log: 400 Bad Request: Request body didn't contain valid UTF-8: invalid utf-8 sequence of 1 bytes from index 0
    "#]].assert_eq(&seen.await);
}

#[tokio::test]
async fn paths() {
    let seen = all(&[
        ("GET", "/number/x", "", b""),
        ("GET", "/number/%ff", "", b""),
        ("GET", "/pair/1/x", "", b""),
        ("GET", "/named/a/x", "", b""),
        ("GET", "/raw/%ff", "", b""),
    ]);
    expect![[r#"
        == GET /number/x  ""
        400 Rejection
        text: The path is not valid: expected an integer from 0 to 4294967295.
        log: 400 Bad Request: Cannot parse `x` to a `u32`
        == GET /number/%ff  ""
        400 Rejection
        text: A path parameter is not valid UTF-8.
        field: id | id | /id: The value is not valid UTF-8 (value)
        log: 400 Bad Request: Invalid UTF-8 in `id`
        == GET /pair/1/x  ""
        400 Rejection
        text: The path is not valid: expected a boolean.
        log: 400 Bad Request: Cannot parse value at index 1 with value `x` to a `bool`
        == GET /named/a/x  ""
        400 Rejection
        text: A path parameter is not valid.
        field: pages | pages | /pages: The value must be an integer from 0 to 255 (type)
        log: 400 Bad Request: Cannot parse `pages` with value `x` to a `u8`
        == GET /raw/%ff  ""
        400 Rejection
        text: A path parameter is not valid UTF-8.
        field: id | id | /id: The value is not valid UTF-8 (value)
        log: 400 Bad Request: Invalid UTF-8 in `id`
    "#]]
    .assert_eq(&seen.await);
}

#[tokio::test]
async fn mistakes_of_the_service_have_no_public_text() {
    let seen = all(&[
        ("GET", "/few/1/2", "", b""),
        ("GET", "/extension", "", b""),
        ("GET", "/nested", "", b""),
        ("GET", "/unmatched", "", b""),
    ]);
    expect![[r#"
        == GET /few/1/2  ""
        500 Rejection
        log: 500 Internal Server Error: Wrong number of path arguments for `Path`. Expected 1 but got 2. Note that multiple parameters must be extracted with a tuple `Path<(_, _)>` or a struct `Path<YourParams>`
        == GET /extension  ""
        500 Rejection
        log: 500 Internal Server Error: Missing request extension: Extension of type `rejections::axums::Store` was not found. Perhaps you forgot to add it? See `axum::Extension`.
        == GET /nested  ""
        500 Rejection
        log: 500 Internal Server Error: The matched route is not nested
        == GET /unmatched  ""
        500 Rejection
        log: 500 Internal Server Error: No matched path found
    "#]].assert_eq(&seen.await);
}
