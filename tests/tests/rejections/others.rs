//! Rejections of other crates, and of axum's extractors that errorbook does not turn on: `FrameworkError::rejected`.

use std::error::Error;
use std::fmt;

use axum::Router;
use axum::body::Body;
use axum::extract::multipart::MultipartRejection;
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::ws::rejection::WebSocketUpgradeRejection;
use axum::extract::{FromRequest, Multipart, Request};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use axum_extra::TypedHeader;
use axum_extra::headers::Authorization;
use axum_extra::headers::authorization::Bearer;
use axum_extra::typed_header::TypedHeaderRejection;
use errorbook::{FrameworkError, FrameworkErrorKind, extract};
use expect_test::expect;
use http::{StatusCode, header};
use serde::Deserialize;

use crate::seen::{answer, refusal, seen};

async fn upload(form: Result<Multipart, MultipartRejection>) -> Result<(), FrameworkError> {
    let mut form = form.map_err(FrameworkError::rejected)?;
    while let Some(field) = form.next_field().await.map_err(FrameworkError::rejected)? {
        field.bytes().await.map_err(FrameworkError::rejected)?;
    }
    Ok(())
}

async fn token(
    token: Result<TypedHeader<Authorization<Bearer>>, TypedHeaderRejection>,
) -> Result<(), FrameworkError> {
    token.map(drop).map_err(FrameworkError::rejected)
}

async fn socket(
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<(), FrameworkError> {
    upgrade.map(drop).map_err(FrameworkError::rejected)
}

fn router() -> Router {
    Router::new()
        .route("/upload", post(upload))
        .route("/token", get(token))
        .route("/socket", any(socket))
}

#[tokio::test]
async fn a_rejection_keeps_its_status_and_says_nothing_to_clients() {
    let multipart = "multipart/form-data; boundary=x";
    let mut all = Vec::new();
    for (method, uri, name, value, body) in [
        ("POST", "/upload", "content-type", "text/plain", ""),
        (
            "POST",
            "/upload",
            "content-type",
            multipart,
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhunter2",
        ),
        ("GET", "/token", "x", "", ""),
        ("GET", "/token", "authorization", "Basic hunter2", ""),
        ("GET", "/socket", "connection", "close", ""),
        ("POST", "/socket", "connection", "upgrade", ""),
    ] {
        all.push(format!("== {method} {uri} {name}: {value}\n"));
        let request = Request::builder()
            .method(method)
            .uri(uri)
            .header(name, value);
        let request = request.body(Body::from(body)).expect("it is valid");
        all.push(seen(&refusal(router(), request).await));
    }
    expect![[r#"
        == POST /upload content-type: text/plain
        400 Rejection
        log: 400 Bad Request: Invalid `boundary` for `multipart/form-data` request
        == POST /upload content-type: multipart/form-data; boundary=x
        400 Rejection
        log: 400 Bad Request: Error parsing `multipart/form-data` request
        source: field "a" received with incomplete data
        == GET /token x: 
        400 Rejection
        log: 400 Bad Request: Header of type `authorization` was missing
        == GET /token authorization: Basic hunter2
        400 Rejection
        log: 400 Bad Request: invalid HTTP header (authorization)
        == GET /socket connection: close
        400 Rejection
        log: 400 Bad Request: Connection header did not include 'upgrade'
        == POST /socket connection: upgrade
        405 Rejection
        log: 405 Method Not Allowed: Request method must be `GET`
    "#]]
    .assert_eq(&all.concat());
}

/// What some crate refuses requests with.
#[derive(Debug)]
struct Foreign {
    status: StatusCode,
    cause: Option<serde_path_to_error::Error<serde_json::Error>>,
}

impl fmt::Display for Foreign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it was refused: hunter2")
    }
}

impl Error for Foreign {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.as_ref().map(|cause| cause as _)
    }
}

impl IntoResponse for Foreign {
    fn into_response(self) -> Response {
        let headers = [
            (header::ALLOW, "GET"),
            (header::UPGRADE, "websocket"),
            (header::CONTENT_ENCODING, "identity"),
        ];
        (self.status, headers, "hunter2").into_response()
    }
}

#[derive(Debug, Deserialize)]
struct Claim {
    #[expect(dead_code, reason = "what matters is what it is read from")]
    pages: Vec<u8>,
}

fn foreign(status: StatusCode) -> Foreign {
    let json = r#"{"pages": ["hunter2"]}"#;
    let cause =
        serde_path_to_error::deserialize::<_, Claim>(&mut serde_json::Deserializer::from_str(json));
    Foreign {
        status,
        cause: cause.err(),
    }
}

#[tokio::test]
async fn headers_of_the_rejection_are_sent_and_those_of_its_body_are_not() {
    let router = Router::new().route(
        "/",
        get(async || -> Result<(), FrameworkError> {
            Err(FrameworkError::rejected(foreign(
                StatusCode::UPGRADE_REQUIRED,
            )))
        }),
    );
    let request = Request::get("/").body(Body::empty()).expect("it is valid");
    let (parts, body) = answer(router, request).await;
    assert_eq!(parts.status, 426);
    assert_eq!(parts.headers["allow"], "GET");
    assert_eq!(parts.headers["upgrade"], "websocket");
    assert!(!parts.headers.contains_key("content-encoding"));
    assert_eq!(body, "Upgrade Required");
}

#[test]
fn a_field_is_public_where_the_status_is_about_the_data() {
    let errors = [422, 400, 401, 403, 500, 502, 302].map(|status| {
        let status = StatusCode::from_u16(status).expect("it is a status");
        seen(&FrameworkError::rejected(foreign(status)))
    });
    expect![[r#"
        422 Rejection
        text: A field of the request is not valid.
        field: pages[0] | pages.0 | /pages/0: The value must be an integer from 0 to 255 (type)
        log: 422 Unprocessable Entity: it was refused: hunter2
        source: pages[0]: invalid type: string "hunter2", expected u8 at line 1 column 20
        400 Rejection
        text: A field of the request is not valid.
        field: pages[0] | pages.0 | /pages/0: The value must be an integer from 0 to 255 (type)
        log: 400 Bad Request: it was refused: hunter2
        source: pages[0]: invalid type: string "hunter2", expected u8 at line 1 column 20
        401 Rejection
        log: 401 Unauthorized: it was refused: hunter2
        source: pages[0]: invalid type: string "hunter2", expected u8 at line 1 column 20
        403 Rejection
        log: 403 Forbidden: it was refused: hunter2
        source: pages[0]: invalid type: string "hunter2", expected u8 at line 1 column 20
        500 Rejection
        log: 500 Internal Server Error: it was refused: hunter2
        source: pages[0]: invalid type: string "hunter2", expected u8 at line 1 column 20
        502 Rejection
        log: 502 Bad Gateway: it was refused: hunter2
        source: pages[0]: invalid type: string "hunter2", expected u8 at line 1 column 20
        500 Rejection
        log: 500 Internal Server Error: it was refused: hunter2
        source: pages[0]: invalid type: string "hunter2", expected u8 at line 1 column 20
    "#]]
    .assert_eq(&errors.concat());
}

/// An extractor that is made of one of errorbook's.
struct Own;

impl<S: Send + Sync> FromRequest<S> for Own {
    type Rejection = FrameworkError;

    async fn from_request(request: Request, state: &S) -> Result<Self, FrameworkError> {
        let read = extract::Json::<Claim>::from_request(request, state).await;
        read.map(|_| Own).map_err(FrameworkError::rejected)
    }
}

#[tokio::test]
async fn a_rejection_that_is_a_framework_error_stays_as_it_is() {
    let request = Request::post("/")
        .header("content-type", "application/json")
        .body(Body::from("{}"))
        .expect("it is valid");
    let Err(error) = Own::from_request(request, &()).await else {
        panic!("it is accepted");
    };
    assert_eq!(error.kind(), FrameworkErrorKind::Rejection);
    assert_eq!(
        error.text(),
        Some("A field of the request body is not valid.")
    );
    assert_eq!(error.fields().to_string(), "pages: The field is required");
}
