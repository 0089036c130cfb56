//! Where the layer goes: the last call on the outermost router, or around it. Elsewhere it sees less.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get as on_get;
use errorbook_frameworks_axum::layer;
use exchange::{Request, Server, get, post};
use expect_test::{Expect, expect};
use tower::Layer;
use tower::make::Shared;
use tower_http::cors::CorsLayer;

use crate::table::{answers, shown, with_layer};

async fn panics() {
    panic!("secret");
}

fn app() -> Router {
    Router::new()
        .route("/claims", on_get(async || "claims"))
        .route("/panics", on_get(panics))
}

async fn position(title: &str, app: Router, request: Request, expected: Expect) {
    answers([(title, app)], request, expected).await;
}

#[tokio::test]
async fn route_layer_leaves_unknown_paths() {
    position(
        "route_layer",
        app().route_layer(layer()),
        get("/nowhere"),
        expect![[r#"

            — route_layer
            HTTP/1.1 404 Not Found
            content-length: 0
        "#]],
    )
    .await;
}

#[tokio::test]
async fn route_layer_sees_wrong_methods() {
    position(
        "route_layer",
        app().route_layer(layer()),
        post("/claims"),
        expect![[r#"

            — route_layer
            HTTP/1.1 405 Method Not Allowed
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            allow: GET,HEAD
            content-length: 136

            {"error":{"code":"method_not_allowed","message":"The resource does not support this method.","request_id":"{id}"}}
            told: method_not_allowed 405 {id}: The resource does not support this method.: 405 Method Not Allowed
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_route_behind_the_layer_is_not_seen() {
    let app = with_layer(app()).route("/later", on_get(async || StatusCode::CONFLICT));
    position(
        "a route behind it",
        app,
        get("/later"),
        expect![[r#"

        — a route behind it
        HTTP/1.1 409 Conflict
        content-length: 0
    "#]],
    )
    .await;
}

#[tokio::test]
async fn a_layer_on_a_nested_router_leaves_unknown_paths_under_its_prefix() {
    let app = Router::new().nest("/v1", with_layer(app()));
    position(
        "a nested router",
        app,
        get("/v1/nowhere"),
        expect![[r#"

        — a nested router
        HTTP/1.1 404 Not Found
        content-length: 0
    "#]],
    )
    .await;
}

#[tokio::test]
async fn a_layer_on_a_nested_router_sees_its_routes() {
    let app = Router::new().nest("/v1", with_layer(app()));
    position(
        "a nested router",
        app,
        get("/v1/panics"),
        expect![[r#"

            — a nested router
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn inside_of_cors_a_panic_has_the_headers_of_cors() {
    let app = with_layer(app()).layer(CorsLayer::permissive());
    let request = get("/panics").header("origin", "https://facts.example");
    position(
        "inside of CORS",
        app,
        request,
        expect![[r#"

            — inside of CORS
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            access-control-expose-headers: *
            access-control-allow-origin: *
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn outside_of_cors_a_panic_has_no_headers_of_cors() {
    let app = with_layer(app().layer(CorsLayer::permissive()));
    let request = get("/panics").header("origin", "https://facts.example");
    position(
        "outside of CORS",
        app,
        request,
        expect![[r#"

            — outside of CORS
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn around_the_router_it_sees_everything() {
    let around = Shared::new(layer().layer(app()));
    let server = Server::start(async move |listener| {
        axum::serve(listener, around).await.expect("serving");
    });
    let text = shown(&server.await, &post("/claims")).await;
    expect![[r#"
        HTTP/1.1 405 Method Not Allowed
        cache-control: no-store
        content-type: application/json
        allow: GET,HEAD
        x-request-id: {id}
        content-length: 136

        {"error":{"code":"method_not_allowed","message":"The resource does not support this method.","request_id":"{id}"}}
        told: method_not_allowed 405 {id}: The resource does not support this method.: 405 Method Not Allowed"#]]
    .assert_eq(&text);
}

#[tokio::test]
async fn a_service_that_is_nested_without_its_state_is_made_anew_for_each_request() {
    let app = Router::new().nest_service("/v1", with_layer(app()));
    position(
        "nest_service",
        app,
        get("/v1/nowhere"),
        expect![[r#"

            — nest_service
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}
