use super::declarations::{CATALOG, ClaimError};

// The page shows this.
use axum::{Router, routing::get};

fn app() -> Router {
    Router::new()
        .route("/claims", get(async || "[]"))
        .layer(CATALOG.layer::<ClaimError>())
}
// The page ends here.

#[tokio::test]
async fn unknown_paths_and_methods_are_answered_in_the_envelope() {
    let section = super::section("Unknown paths and methods", include_str!("fallbacks.rs"));
    let requests = vec![super::get("/claim"), super::post("/claims", "{}")];
    super::assert_answers(section, app(), requests).await;
}
