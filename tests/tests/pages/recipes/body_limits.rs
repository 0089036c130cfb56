use super::declarations::{CATALOG, ClaimError};

// The page shows this.
use axum::extract::DefaultBodyLimit;
use axum::{Router, routing::post};
use errorbook::extract::Json;

fn app() -> Router {
    Router::new()
        .route("/claims", post(async |Json(text): Json<String>| text))
        .layer(DefaultBodyLimit::max(1024))
        .layer(CATALOG.layer::<ClaimError>())
}
// The page ends here.

#[tokio::test]
async fn a_body_that_is_too_large_is_answered_in_the_envelope() {
    let section = super::section("Body limits", include_str!("body_limits.rs"));
    let requests = vec![super::post("/claims", vec![b' '; 1025])];
    super::assert_answers(section, app(), requests).await;
}
