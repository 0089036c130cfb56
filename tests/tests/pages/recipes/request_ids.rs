use super::declarations::{CATALOG, ClaimError};

// The page shows this.
use axum::http::request::Parts;
use axum::{Router, routing::get};

/// The trace id of `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`.
fn trace_id(head: &Parts) -> Option<String> {
    let parent = head.headers.get("traceparent")?.to_str().ok()?;
    Some(parent.get(3..35)?.to_owned())
}

fn app() -> Router {
    let layer = CATALOG
        .layer::<ClaimError>()
        .request_id_header("x-correlation-id")
        .request_ids(trace_id);
    Router::new()
        .route("/claims", get(async || "[]"))
        .layer(layer)
}
// The page ends here.

#[tokio::test]
async fn a_request_id_can_come_from_the_trace() {
    let section = super::section("Request ids", include_str!("request_ids.rs"));
    let mut request = super::get("/claim");
    let parent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let parent = parent.try_into().unwrap();
    request.headers_mut().insert("traceparent", parent);
    super::assert_answers(section, app(), vec![request]).await;
}
