//! What `errorbook::extract` does beside what axum's extractors do.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{DefaultBodyLimit, FromRequest};
use axum::response::IntoResponse;
use axum::routing::{any, get, post};
use errorbook::extract::{Form, Json, Path, Query};
use expect_test::expect;
use http::Request;
use serde::{Deserialize, Serialize};

use crate::seen::{answer, refusal, seen};

#[derive(Debug, Deserialize, Serialize, PartialEq)]
struct Item {
    name: String,
    pages: u8,
}

#[derive(Debug, Deserialize, Serialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Book,
    Film,
}

#[derive(Deserialize)]
struct Named {
    #[expect(dead_code, reason = "what matters is what it is read from")]
    id: u8,
    #[expect(dead_code, reason = "what matters is what it is read from")]
    kind: Kind,
}

fn router() -> Router {
    Router::new()
        .route("/json", any(async |Json(item): Json<Item>| Json(item)))
        .route("/form", any(async |Form(item): Form<Item>| Form(item)))
        .route("/query", get(async |Query(item): Query<Item>| item.name))
        .route(
            "/query-of-kinds",
            get(async |_: Query<Vec<(String, Kind)>>| ()),
        )
        .route("/number/{id}", get(async |id: Path<u8>| id.to_string()))
        .route("/kind/{kind}", get(async |_: Path<Kind>| ()))
        .route("/pair/{id}/{kind}", get(async |_: Path<(u8, Kind)>| ()))
        .route("/named/{id}/{kind}", get(async |_: Path<Named>| ()))
        .route("/list/{id}/{other}", get(async |_: Path<Vec<u8>>| ()))
        .route("/few/{id}/{other}", get(async |_: Path<u8>| ()))
        .route("/wrong/{other}", get(async |_: Path<Named>| ()))
        .route(
            "/optional",
            get(async |id: Option<Path<u8>>| id.is_none().to_string()),
        )
        .route(
            "/optional/{id}",
            get(async |id: Option<Path<u8>>| id.is_none().to_string()),
        )
        .route(
            "/optional-json",
            post(async |item: Option<Json<Item>>| item.is_none().to_string()),
        )
        .layer(DefaultBodyLimit::max(100))
}

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

fn request(method: &str, uri: &str, content_type: &str, body: &str) -> Request<Body> {
    let mut request = Request::builder().method(method).uri(uri);
    if !content_type.is_empty() {
        request = request.header("content-type", content_type);
    }
    request
        .body(Body::from(body.to_owned()))
        .expect("it is valid")
}

async fn all(requests: &[(&str, &str, &str, &str)]) -> String {
    let mut all = Vec::new();
    for (method, uri, content_type, body) in requests {
        let shown = &body[..body.len().min(60)];
        all.push(format!("== {method} {uri} {content_type} {shown:?}\n"));
        let request = request(method, uri, content_type, body);
        all.push(seen(&refusal(router(), request).await));
    }
    all.concat()
}

#[tokio::test]
async fn requests_are_refused_with_the_status_of_the_frameworks_extractors() {
    let long = "a".repeat(101);
    let seen = all(&[
        ("POST", "/json", "", "{}"),
        ("POST", "/json", JSON, "{"),
        ("POST", "/json", JSON, "{}"),
        ("POST", "/json", JSON, &long),
        ("POST", "/form", JSON, "{}"),
        ("POST", "/form", FORM, "name=a&pages=-1"),
        ("GET", "/form?name=a", "", ""),
        ("POST", "/form", FORM, &long),
        ("GET", "/query?name=a&pages=1&pages=2", "", ""),
        ("GET", "/query?name=a&pages=", "", ""),
        ("GET", "/query-of-kinds?a=book&b=song", "", ""),
        ("POST", "/optional-json", "text/plain", "{}"),
    ])
    .await;
    expect![[r#"
        == POST /json  "{}"
        415 Rejection
        text: The request must have the content type application/json.
        log: 415 Unsupported Media Type: Expected request with `Content-Type: application/json`
        == POST /json application/json "{"
        400 Rejection
        text: The request body is not valid JSON: it ends inside of an object at line 1 column 1.
        log: 400 Bad Request: Failed to parse the request body as JSON: EOF while parsing an object at line 1 column 1
        == POST /json application/json "{}"
        422 Rejection
        text: A field of the request body is not valid.
        field: name | name | /name: The field is required (required)
        log: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: missing field `name` at line 1 column 2
        == POST /json application/json "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        413 Rejection
        text: The request body is too large.
        log: 413 Payload Too Large: Failed to buffer the request body: length limit exceeded
        == POST /form application/json "{}"
        415 Rejection
        text: The request must have the content type application/x-www-form-urlencoded.
        log: 415 Unsupported Media Type: Form requests must have `Content-Type: application/x-www-form-urlencoded`
        == POST /form application/x-www-form-urlencoded "name=a&pages=-1"
        422 Rejection
        text: A field of the form is not valid.
        field: pages | pages | /pages: The value must be an integer from 0 to 255 (type)
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
        == GET /query?name=a&pages=1&pages=2  ""
        400 Rejection
        text: A query parameter is not valid.
        field: pages | pages | /pages: The field appears twice (duplicate)
        log: 400 Bad Request: Failed to deserialize query string: duplicate field `pages`
        == GET /query?name=a&pages=  ""
        400 Rejection
        text: A query parameter is not valid.
        field: pages | pages | /pages: The value must be an integer from 0 to 255 (type)
        log: 400 Bad Request: Failed to deserialize query string: pages: cannot parse integer from empty string
        == GET /query-of-kinds?a=book&b=song  ""
        400 Rejection
        text: A query parameter is not valid.
        field: [1][1] | 1.1 | /1/1: The value must be `book` or `film` (value)
        log: 400 Bad Request: Failed to deserialize query string: [1][1]: unknown variant `song`, expected `book` or `film`
        == POST /optional-json text/plain "{}"
        415 Rejection
        text: The request must have the content type application/json.
        log: 415 Unsupported Media Type: Expected request with `Content-Type: application/json`
    "#]].assert_eq(&seen);
}

#[tokio::test]
async fn a_path_knows_the_name_of_the_parameter() {
    let seen = all(&[
        ("GET", "/number/x", "", ""),
        ("GET", "/number/%ff", "", ""),
        ("GET", "/kind/song", "", ""),
        ("GET", "/pair/256/book", "", ""),
        ("GET", "/pair/1/song", "", ""),
        ("GET", "/named/x/book", "", ""),
        ("GET", "/named/1/song", "", ""),
        ("GET", "/list/1/x", "", ""),
        ("GET", "/optional/x", "", ""),
        ("GET", "/few/1/2", "", ""),
        ("GET", "/wrong/1", "", ""),
    ])
    .await;
    expect![[r#"
        == GET /number/x  ""
        400 Rejection
        text: A path parameter is not valid.
        field: id | id | /id: The value must be an integer from 0 to 255 (type)
        log: 400 Bad Request: Cannot parse `x` to a `u8`
        == GET /number/%ff  ""
        400 Rejection
        text: A path parameter is not valid UTF-8.
        field: id | id | /id: The value is not valid UTF-8 (value)
        log: 400 Bad Request: Invalid UTF-8 in `id`
        == GET /kind/song  ""
        400 Rejection
        text: A path parameter is not valid.
        field: kind | kind | /kind: The value must be `book` or `film` (value)
        log: 400 Bad Request: unknown variant `song`, expected `book` or `film`
        == GET /pair/256/book  ""
        400 Rejection
        text: A path parameter is not valid.
        field: id | id | /id: The value must be an integer from 0 to 255 (type)
        log: 400 Bad Request: Cannot parse value at index 0 with value `256` to a `u8`
        == GET /pair/1/song  ""
        400 Rejection
        text: A path parameter is not valid.
        field: kind | kind | /kind: The value must be `book` or `film` (value)
        log: 400 Bad Request: unknown variant `song`, expected `book` or `film`
        == GET /named/x/book  ""
        400 Rejection
        text: A path parameter is not valid.
        field: id | id | /id: The value must be an integer from 0 to 255 (type)
        log: 400 Bad Request: Cannot parse `id` with value `x` to a `u8`
        == GET /named/1/song  ""
        400 Rejection
        text: A path parameter is not valid.
        field: kind | kind | /kind: The value must be `book` or `film` (value)
        log: 400 Bad Request: unknown variant `song`, expected `book` or `film`
        == GET /list/1/x  ""
        400 Rejection
        text: A path parameter is not valid.
        field: other | other | /other: The value must be an integer from 0 to 255 (type)
        log: 400 Bad Request: Cannot parse value at index 1 with value `x` to a `u8`
        == GET /optional/x  ""
        400 Rejection
        text: A path parameter is not valid.
        field: id | id | /id: The value must be an integer from 0 to 255 (type)
        log: 400 Bad Request: Cannot parse `x` to a `u8`
        == GET /few/1/2  ""
        500 Rejection
        log: 500 Internal Server Error: Wrong number of path arguments for `Path`. Expected 1 but got 2. Note that multiple parameters must be extracted with a tuple `Path<(_, _)>` or a struct `Path<YourParams>`
        == GET /wrong/1  ""
        400 Rejection
        text: The path is not valid.
        log: 400 Bad Request: missing field `id`
    "#]].assert_eq(&seen);
}

#[tokio::test]
async fn what_is_well_formed_is_taken_as_by_the_frameworks_extractors() {
    for (request, expected) in [
        (
            request("POST", "/json", JSON, r#"{"name":"a","pages":7}"#),
            r#"{"name":"a","pages":7}"#,
        ),
        (
            request(
                "POST",
                "/json",
                "application/claim+json",
                r#"{"name":"a","pages":7}"#,
            ),
            r#"{"name":"a","pages":7}"#,
        ),
        (
            request("POST", "/form", FORM, "name=a&pages=7"),
            "name=a&pages=7",
        ),
        (request("GET", "/query?name=a&pages=7", "", ""), "a"),
        (request("GET", "/number/7", "", ""), "7"),
        (request("GET", "/optional", "", ""), "true"),
        (request("GET", "/optional/7", "", ""), "false"),
        (request("POST", "/optional-json", "", ""), "true"),
        (
            request("POST", "/optional-json", JSON, r#"{"name":"a","pages":7}"#),
            "false",
        ),
    ] {
        let uri = request.uri().clone();
        let (parts, body) = answer(router(), request).await;
        assert_eq!((parts.status.as_u16(), &*body), (200, expected), "{uri}");
    }
}

#[tokio::test]
async fn an_extractor_is_the_value_in_it_and_a_response() {
    let mut item = Json::from(Item {
        name: "a".into(),
        pages: 1,
    });
    item.pages += 1;
    assert_eq!(item.name, "a");
    let response = item.into_response();
    assert_eq!(response.headers()["content-type"], "application/json");
    let body = to_bytes(response.into_body(), 100)
        .await
        .expect("it is short");
    assert_eq!(body, r#"{"name":"a","pages":2}"#);

    let form = Form(Item {
        name: "a b".into(),
        pages: 1,
    })
    .into_response();
    assert_eq!(
        form.headers()["content-type"],
        "application/x-www-form-urlencoded"
    );
    let body = to_bytes(form.into_body(), 100).await.expect("it is short");
    assert_eq!(body, "name=a+b&pages=1");
}

#[tokio::test]
async fn a_refusal_knows_nothing_of_the_one_before_it() {
    // The first one notes which names the type declares, and answers nothing.
    let read = Json::<Item>::from_request(request("POST", "/", JSON, "{}"), &()).await;
    drop(read);
    let read = axum::Json::<Kind>::from_request(request("POST", "/", JSON, "\"song\""), &()).await;
    let error = errorbook::FrameworkError::from(read.expect_err("it is no kind"));
    assert_eq!(
        error.text(),
        Some("The request body is not valid: expected `book` or `film`.")
    );
}
