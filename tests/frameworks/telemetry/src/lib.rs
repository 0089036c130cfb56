//! A service whose error responses are logged and counted, and what a subscriber sees of it.

#![allow(missing_docs, reason = "for the tests only")]

pub mod seen;

use std::fmt;
use std::io;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use axum::routing::{get, post};
use errorbook::extract::Json;
use errorbook::{ApiError, ErrorLayer, envelope, http_errors};
use tower::ServiceExt;

envelope! {
    pub Claims: "application/json" { "code": code, "message": message, "id"?: request_id }
}

http_errors! {
    pub HttpError: envelope = Claims, rename_all = "snake_case";
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
pub enum ClaimError {
    #[api_error(status = 404, message = "Claim {0} not found")]
    NotFound(u32),
    /// The store did not answer
    #[api_error(status = 503)]
    Store(#[from] io::Error),
    #[api_error(status = 401, challenge = "Bearer", level = "warn")]
    Unauthorized,
    #[api_error(status = 500, code = 50017, level = "info")]
    Numbered,
    #[api_error(status = 409, level = "error", display = "taken: {0}")]
    Taken(Cause),
    #[api_error(status = 502, level = "trace")]
    Quiet,
    #[api_error(status = 410)]
    Marked {
        #[api_error(header = "X-Mark")]
        mark: &'static str,
        #[api_error(header = "X-Other")]
        other: &'static str,
    },
    #[api_error(transparent)]
    Inner(#[from] Inner),
    #[api_error(transparent, framework)]
    Http(#[from] HttpError),
}

// A struct is one error.
#[derive(Debug, ApiError)]
#[api_error(status = 507, envelope = Claims)]
pub struct Inner(#[source] pub Cause);

/// An error whose text has its cause's in it, as many do.
#[derive(Debug)]
pub struct Cause(pub &'static str, pub Option<Box<Cause>>);

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for Cause {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.1.as_deref().map(|cause| cause as _)
    }
}

/// What a client sent, with which it tries to forge an entry of the log.
pub const FORGED: &str = "a\nERROR errorbook: \u{1b}[31mforged\u{202e} error.type=\"GONE\"";

/// The routes, without a layer.
pub fn routes() -> Router {
    Router::new()
        .route("/claims/{id}", get(async || ClaimError::NotFound(7)))
        .route(
            "/store",
            get(async || ClaimError::from(io::Error::other(FORGED))),
        )
        .route("/private", get(async || ClaimError::Unauthorized))
        .route("/numbered", get(async || ClaimError::Numbered))
        .route("/quiet", get(async || ClaimError::Quiet))
        .route(
            "/taken",
            get(async || {
                let cause = Cause("row 7: held", Some(Box::new(Cause("held", None))));
                ClaimError::Taken(cause)
            }),
        )
        .route(
            "/inner",
            get(async || {
                ClaimError::from(Inner(Cause("disk", Some(Box::new(Cause("full", None))))))
            }),
        )
        .route(
            "/marked",
            get(async || ClaimError::Marked {
                mark: "a\nb",
                other: "ü",
            }),
        )
        .route(
            "/bare",
            get(async || (StatusCode::BAD_GATEWAY, "db-7 is down\nreally")),
        )
        .route("/panic", get(panics))
        .route("/text", post(async |Json(text): Json<String>| text))
        .route("/fine", get(async || "fine"))
}

/// The line of the panic below.
pub const PANIC_LINE: u32 = line!() + 2;
async fn panics() -> ClaimError {
    panic!("no claim: {FORGED}");
}

pub static LAYER: ErrorLayer<ClaimError> = ErrorLayer::new();

/// The routes inside the layer.
pub fn service() -> Router {
    routes().layer(LAYER.clone())
}

/// The status and the body of the response to a request with the id `req_1`.
///
/// # Panics
///
/// If the request or its response is not well formed.
pub async fn send(service: Router, method: &str, path: &str) -> (u16, String) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header("x-request-id", "req_1")
        .header("content-type", "application/json")
        .body(Body::empty())
        .expect("it is a request");
    let response = service
        .oneshot(request)
        .await
        .expect("a router is infallible");
    let status = response.status().as_u16();
    let body = to_bytes(response.into_body(), 10_000)
        .await
        .expect("it has a body");
    (status, String::from_utf8_lossy(&body).into_owned())
}

/// Runs a future to its end on this thread, whose subscriber and recorder it has.
///
/// # Panics
///
/// If there is no runtime.
pub fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime")
        .block_on(future)
}
