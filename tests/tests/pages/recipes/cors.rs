use super::declarations::{CATALOG, ClaimError};

// The page shows this.
use axum::http::{HeaderName, HeaderValue};
use axum::{Router, routing::get};
use tower_http::cors::CorsLayer;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const ORIGIN: HeaderValue = HeaderValue::from_static("https://app.example.com");

fn app() -> Router {
    Router::new()
        .route("/claims", get(async || "[]"))
        // Inside: timeouts, limits and authentication.
        .layer(CATALOG.layer::<ClaimError>())
        // Outside: CORS, compression and tracing.
        .layer(
            CorsLayer::new()
                .allow_origin(ORIGIN)
                .expose_headers([REQUEST_ID]),
        )
}
// The page ends here.

#[tokio::test]
async fn errors_have_the_headers_of_cors() {
    let section = super::section("CORS and the order of layers", include_str!("cors.rs"));
    let mut request = super::get("/claim");
    let origin = "https://app.example.com".try_into().unwrap();
    request.headers_mut().insert("origin", origin);
    super::assert_answers(section, app(), vec![request]).await;
}
