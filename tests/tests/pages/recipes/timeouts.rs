use super::declarations::{CATALOG, ClaimError};

// The page shows this.
use std::time::Duration;

use axum::error_handling::HandleErrorLayer;
use axum::http::StatusCode;
use axum::{BoxError, Router, routing::get};
use tower::ServiceBuilder;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower::load_shed::error::Overloaded;
use tower_http::timeout::TimeoutLayer;

const LIMIT: Duration = Duration::from_millis(50);

fn app(requests: usize) -> Router {
    let timeout = TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, LIMIT);
    // tower's middleware returns errors, for which you choose a status.
    let status = async |error: BoxError| {
        if error.is::<Overloaded>() {
            StatusCode::SERVICE_UNAVAILABLE
        } else {
            StatusCode::GATEWAY_TIMEOUT
        }
    };
    let limits = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(status))
        .load_shed()
        .layer(GlobalConcurrencyLimitLayer::new(requests))
        .timeout(LIMIT);
    let slow = async || tokio::time::sleep(10 * LIMIT).await;
    Router::new()
        .route("/slow", get(slow).layer(timeout))
        .route("/busy", get(slow).layer(limits))
        .layer(CATALOG.layer::<ClaimError>())
}
// The page ends here.

#[tokio::test]
async fn timeouts_are_answered_in_the_envelope() {
    let section = super::section("Timeouts and load shedding", include_str!("timeouts.rs"));
    // Without room for a request, each is too many.
    let answers = [
        super::answer(&app(1), super::get("/slow")).await,
        super::answer(&app(1), super::get("/busy")).await,
        super::answer(&app(0), super::get("/busy")).await,
    ];
    assert_eq!(super::blocks(section, "http"), answers);
}
