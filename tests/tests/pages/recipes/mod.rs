//! The recipes of `docs/recipes.md`. A file is a recipe: the page shows its code between the two marks, and the answers
//! that the code gives.

mod body_limits;
mod context_values;
mod cors;
mod declarations;
mod extractors;
mod fallbacks;
mod framework_errors;
mod logs;
mod order;
mod panics;
mod request_ids;
mod server;
mod spawned_work;
mod streams;
mod testing;
mod timeouts;
mod two_envelopes;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use tower::ServiceExt;

use super::{blocks, shown};

const PAGE: &str = include_str!("../../../../docs/recipes.md");

const START: &str = "// The page shows this.\n";
const END: &str = "// The page ends here.\n";

/// The section of the page with a title. Its Rust blocks are those that `file` has between the marks.
fn section(title: &str, file: &str) -> &'static str {
    let (_, section) = PAGE
        .split_once(&format!("\n## {title}\n"))
        .unwrap_or_else(|| panic!("the page has a section {title}"));
    let section = section.split("\n## ").next().expect("there is one");
    let code: Vec<_> = file
        .split(START)
        .skip(1)
        .map(|code| {
            let end = code.find(END).expect("the code has an end");
            code[..end].trim_end_matches('\n').to_owned() + "\n"
        })
        .collect();
    assert_eq!(blocks(section, "rust"), code);
    section
}

/// Sends requests with the id `req_7`, and compares the answers with those that a section shows, in order.
async fn assert_answers(section: &str, app: Router, requests: Vec<Request<Body>>) {
    let mut answers = Vec::new();
    for request in requests {
        answers.push(answer(&app, request).await);
    }
    assert_eq!(blocks(section, "http"), answers);
}

/// The answer to a request with the id `req_7`, as a page shows it.
async fn answer(app: &Router, mut request: Request<Body>) -> String {
    let id = "req_7".try_into().expect("it is a header value");
    request.headers_mut().insert("x-request-id", id);
    let response = app.clone().oneshot(request).await.expect("infallible");
    let (mut head, body) = response.into_parts();
    head.headers.remove("content-length");
    let body = to_bytes(body, usize::MAX).await.expect("the body is whole");
    shown(&axum::http::Response::from_parts(head, body))
}

/// A request without a body.
fn get(path: &str) -> Request<Body> {
    Request::get(path).body(Body::empty()).expect("it is valid")
}

/// A request with a JSON body.
fn post(path: &str, body: impl Into<Body>) -> Request<Body> {
    Request::post(path)
        .header("content-type", "application/json")
        .body(body.into())
        .expect("it is valid")
}
