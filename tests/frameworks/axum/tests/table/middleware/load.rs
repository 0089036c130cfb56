//! More requests than the service takes at once.

use axum::error_handling::HandleErrorLayer;
use axum::http::StatusCode;
use axum::routing::get as on_get;
use axum::{BoxError, Router};
use exchange::get;
use expect_test::expect;
use tower::ServiceBuilder;
use tower::limit::{ConcurrencyLimitLayer, GlobalConcurrencyLimitLayer};

use crate::table::case;

async fn shed(_: BoxError) -> (StatusCode, &'static str) {
    (StatusCode::SERVICE_UNAVAILABLE, "we are busy: secret")
}

#[tokio::test]
async fn load_that_is_shed_by_the_limit_of_all_connections() {
    // No request gets one of the zero permits.
    let limit = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(shed))
        .load_shed()
        .layer(GlobalConcurrencyLimitLayer::new(0));
    let app = Router::new()
        .route("/", on_get(async || "served"))
        .layer(limit);
    case(
        app,
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 503 Service Unavailable
            content-type: text/plain; charset=utf-8
            content-length: 19

            we are busy: secret
            — with the layer
            HTTP/1.1 503 Service Unavailable
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 114

            {"error":{"code":"service_unavailable","message":"Service Unavailable","request_id":"{id}"}}
            told: service_unavailable 503 {id}: The server is overloaded or under maintenance.: 503 Service Unavailable: we are busy: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_response_to_shed_load_keeps_its_retry_after() {
    let limit = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(async |_: BoxError| {
            (
                StatusCode::TOO_MANY_REQUESTS,
                [("retry-after", "7")],
                "slow down",
            )
        }))
        .load_shed()
        .layer(GlobalConcurrencyLimitLayer::new(0));
    let app = Router::new()
        .route("/", on_get(async || "served"))
        .layer(limit);
    case(
        app,
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 429 Too Many Requests
            content-type: text/plain; charset=utf-8
            retry-after: 7
            content-length: 9

            slow down
            — with the layer
            HTTP/1.1 429 Too Many Requests
            cache-control: no-store
            content-type: application/json
            retry-after: 7
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"too_many_requests","message":"There were too many requests.","request_id":"{id}"}}
            told: too_many_requests 429 {id}: There were too many requests.: 429 Too Many Requests: slow down
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_limit_of_one_connection_sheds_nothing() {
    let limit = ServiceBuilder::new()
        .layer(HandleErrorLayer::new(shed))
        .load_shed()
        .layer(ConcurrencyLimitLayer::new(1));
    let app = Router::new()
        .route("/", on_get(async || "served"))
        .layer(limit);
    case(
        app,
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            content-length: 6

            served
            — with the layer
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            x-request-id: {id}
            content-length: 6

            served
        "#]],
    )
    .await;
}
