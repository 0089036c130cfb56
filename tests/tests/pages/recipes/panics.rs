use super::declarations::{CATALOG, ClaimError};

// The page shows this.
use axum::{Router, routing::get};

fn app() -> Router {
    Router::new()
        .route(
            "/claims",
            get(async || -> String { panic!("db-7: password expired") }),
        )
        .layer(CATALOG.layer::<ClaimError>())
}
// The page ends here.

#[tokio::test]
async fn a_panic_is_a_response_without_its_text() {
    let section = super::section("Panics", include_str!("panics.rs"));
    super::assert_answers(section, app(), vec![super::get("/claims")]).await;
}
