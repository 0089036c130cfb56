//! Everything that can be seen of a refusal.

use std::error::Error;
use std::fmt::Write as _;

use axum::Router;
use axum::body::{Body, to_bytes};
use errorbook::FrameworkError;
use http::Request;
use http::response::Parts;
use tower_service::Service;

/// What a router answers.
pub async fn answer(mut router: Router, request: Request<Body>) -> (Parts, String) {
    let response = router.call(request).await.expect("a router never fails");
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("it is in memory");
    (parts, String::from_utf8(body.to_vec()).expect("it is text"))
}

/// The error in what a router answers.
pub async fn refusal(router: Router, request: Request<Body>) -> FrameworkError {
    let (parts, body) = answer(router, request).await;
    let error = parts.extensions.get::<FrameworkError>();
    let error = error.expect("the request is refused").clone();
    assert_eq!(parts.status, error.status());
    let reason = error.status().canonical_reason();
    assert_eq!(Some(&*body), error.text().or(reason));
    assert_eq!(parts.headers["content-type"], "text/plain; charset=utf-8");
    error
}

/// All that clients can read of an error, then all that logs have.
pub fn seen(error: &FrameworkError) -> String {
    let mut seen = format!("{} {:?}\n", error.status().as_u16(), error.kind());
    if let Some(text) = error.text() {
        writeln!(seen, "text: {text}").expect("it is a string");
    }
    for field in error.fields() {
        let path = field.path();
        let (message, code) = (field.message(), field.code().unwrap_or("none"));
        writeln!(
            seen,
            "field: {} | {} | {}: {message} ({code})",
            path.bracketed(),
            path.dotted(),
            path.pointer()
        )
        .expect("it is a string");
    }
    writeln!(seen, "log: {error}").expect("it is a string");
    let mut source = error.source();
    while let Some(cause) = source {
        let text = cause.to_string();
        // A cause that says what is said already is not worth a line.
        if !seen.contains(&text) {
            writeln!(seen, "source: {text}").expect("it is a string");
        }
        source = cause.source();
    }
    seen
}
