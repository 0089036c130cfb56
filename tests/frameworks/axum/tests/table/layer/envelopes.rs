//! Two routers with two envelopes, and responses that are ours already.

use axum::Router;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use axum::routing::get as on_get;
use errorbook::KeepResponse;
use errorbook_frameworks_axum::{ServiceError, problem_layer};
use exchange::get;
use expect_test::expect;

use crate::table::{answers, case, with_layer};

fn old() -> Router {
    Router::new()
        .route("/claims", on_get(async || StatusCode::CONFLICT))
        .route(
            "/own",
            on_get(async || ServiceError::ClaimNotFound { claim: 7 }),
        )
        .fallback(async || StatusCode::NOT_FOUND)
        .layer(problem_layer())
}

fn both() -> Router {
    let new = Router::new().route("/facts", on_get(async || StatusCode::CONFLICT));
    with_layer(Router::new().nest("/old", old()).nest("/new", new))
}

async fn at(path: &str, expected: expect_test::Expect) {
    answers([("two layers", both())], get(path), expected).await;
}

#[tokio::test]
async fn the_outer_envelope() {
    at(
        "/new/facts",
        expect![[r#"

            — two layers
            HTTP/1.1 409 Conflict
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 145

            {"error":{"code":"conflict","message":"The request conflicts with the current state of the resource.","request_id":"{id}"}}
            told: conflict 409 {id}: The request conflicts with the current state of the resource.: 409 Conflict
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_inner_envelope() {
    at(
        "/old/claims",
        expect![[r#"

            — two layers
            HTTP/1.1 409 Conflict
            cache-control: no-store
            content-type: application/problem+json
            x-request-id: {id}
            content-length: 149

            {"title":"Conflict","status":409,"detail":"The request conflicts with the current state of the resource.","instance":"/old/claims","code":"CONFLICT"}
            told: CONFLICT 409 {id}: The request conflicts with the current state of the resource.: 409 Conflict
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_inner_envelope_of_an_unknown_path() {
    at(
        "/old/nowhere",
        expect![[r#"

            — two layers
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/problem+json
            x-request-id: {id}
            content-length: 128

            {"title":"Not Found","status":404,"detail":"The requested resource was not found.","instance":"/old/nowhere","code":"NOT_FOUND"}
            told: NOT_FOUND 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn an_error_of_the_service_is_its_own() {
    at("/old/own", expect![[r#"

        — two layers
        HTTP/1.1 404 Not Found
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"claim_not_found","message":"There is no such claim.","details":{"claim":7},"request_id":"{id}"}}
        told: claim_not_found 404 {id}: There is no such claim.
    "#]]).await;
}

#[tokio::test]
async fn an_error_of_the_service_with_another_status_is_kept() {
    let own = async || {
        (
            StatusCode::IM_A_TEAPOT,
            ServiceError::ClaimNotFound { claim: 7 },
        )
    };
    case(Router::new().route("/", on_get(own)), get("/"), expect![[r#"

        — without the layer
        HTTP/1.1 418 I'm a teapot
        cache-control: no-store
        content-type: application/json
        content-length: 94

        {"error":{"code":"claim_not_found","message":"There is no such claim.","details":{"claim":7}}}
        told: claim_not_found 404: There is no such claim.
        — with the layer
        HTTP/1.1 418 I'm a teapot
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"claim_not_found","message":"There is no such claim.","details":{"claim":7},"request_id":"{id}"}}
        told: claim_not_found 404 {id}: There is no such claim.
    "#]]).await;
}

#[tokio::test]
async fn a_response_that_the_handler_wants_to_keep() {
    let page = async || {
        let mut response = (StatusCode::NOT_FOUND, Html("<h1>Nothing here</h1>")).into_response();
        response.extensions_mut().insert(KeepResponse);
        response
    };
    case(
        Router::new().route("/", on_get(page)),
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            content-type: text/html; charset=utf-8
            content-length: 21

            <h1>Nothing here</h1>
            — with the layer
            HTTP/1.1 404 Not Found
            content-type: text/html; charset=utf-8
            x-request-id: {id}
            content-length: 21

            <h1>Nothing here</h1>
        "#]],
    )
    .await;
}
