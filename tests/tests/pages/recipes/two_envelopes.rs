use super::declarations::{CATALOG, ClaimError};

// The page shows this.
use axum::http::StatusCode;
use axum::{Router, routing::get};
use errorbook::{ApiError, Catalog, ErrorSet, Problem, http_errors};

http_errors! {
    /// The errors of axum and the middleware in version 2.
    pub V2HttpError: envelope = Problem;
}

#[derive(Debug, ApiError)]
enum V2Error {
    #[api_error(transparent, framework)]
    Http(V2HttpError),
}

static V2: Catalog = Catalog::new("Claims API", "2.0.0", &[V2Error::ERRORS]);

fn app() -> Router {
    let v2 = Router::new()
        .route("/claims", get(async || "[]"))
        // Without a fallback, unknown paths below `/v2` belong to the outer router.
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(V2.layer::<V2Error>());
    Router::new()
        .nest("/v2", v2)
        .route("/claims", get(async || "[]"))
        .layer(CATALOG.layer::<ClaimError>())
}
// The page ends here.

#[tokio::test]
async fn each_router_has_its_envelope() {
    let section = super::section("Two envelopes", include_str!("two_envelopes.rs"));
    let requests = vec![super::get("/v2/claim"), super::get("/claim")];
    super::assert_answers(section, app(), requests).await;
}
