//! Unknown paths and wrong methods.

use axum::Router;
use axum::routing::{get as on_get, post as on_post};
use exchange::{get, head, post, request};
use expect_test::expect;

use crate::table::case;

fn app() -> Router {
    let nested = Router::new()
        .route("/facts", on_get(async || "facts").delete(async || ()))
        .route("/checks", on_post(async || "checked"));
    Router::new()
        .route("/claims", on_get(async || "claims"))
        .nest("/v1", nested)
}

#[tokio::test]
async fn an_unknown_path() {
    case(
        app(),
        get("/nowhere?token=secret"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            content-length: 0
            — with the layer
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

#[tokio::test]
async fn an_unknown_path_under_the_prefix_of_a_nested_router() {
    case(
        app(),
        get("/v1/nowhere"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            content-length: 0
            — with the layer
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

#[tokio::test]
async fn head_of_an_unknown_path_has_no_body() {
    case(
        app(),
        head("/nowhere"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            content-length: 122
            x-request-id: {id}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_wrong_method_lists_those_that_are_allowed() {
    case(
        app(),
        post("/claims"),
        expect![[r#"

            — without the layer
            HTTP/1.1 405 Method Not Allowed
            allow: GET,HEAD
            content-length: 0
            — with the layer
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
async fn a_wrong_method_in_a_nested_router() {
    case(
        app(),
        post("/v1/facts"),
        expect![[r#"

            — without the layer
            HTTP/1.1 405 Method Not Allowed
            allow: GET,HEAD,DELETE
            content-length: 0
            — with the layer
            HTTP/1.1 405 Method Not Allowed
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            allow: GET,HEAD,DELETE
            content-length: 136

            {"error":{"code":"method_not_allowed","message":"The resource does not support this method.","request_id":"{id}"}}
            told: method_not_allowed 405 {id}: The resource does not support this method.: 405 Method Not Allowed
        "#]],
    )
    .await;
}

#[tokio::test]
async fn head_of_a_path_that_takes_post() {
    case(
        app(),
        head("/v1/checks"),
        expect![[r#"

            — without the layer
            HTTP/1.1 405 Method Not Allowed
            allow: POST
            content-length: 0
            — with the layer
            HTTP/1.1 405 Method Not Allowed
            cache-control: no-store
            content-type: application/json
            content-length: 136
            x-request-id: {id}
            allow: POST
            told: method_not_allowed 405 {id}: The resource does not support this method.: 405 Method Not Allowed
        "#]],
    )
    .await;
}

#[tokio::test]
async fn options_of_a_path() {
    case(
        app(),
        request("OPTIONS", "/claims"),
        expect![[r#"

            — without the layer
            HTTP/1.1 405 Method Not Allowed
            allow: GET,HEAD
            content-length: 0
            — with the layer
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
async fn options_of_the_server() {
    case(
        app(),
        request("OPTIONS", "*"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            content-length: 0
            — with the layer
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

#[tokio::test]
async fn a_method_that_nobody_knows() {
    case(
        app(),
        request("FOO", "/claims"),
        expect![[r#"

            — without the layer
            HTTP/1.1 405 Method Not Allowed
            allow: GET,HEAD
            content-length: 0
            — with the layer
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
async fn a_merged_router_has_the_paths_of_both() {
    let other = Router::new().route("/other", on_get(async || "other"));
    case(
        app().merge(other),
        post("/other"),
        expect![[r#"

            — without the layer
            HTTP/1.1 405 Method Not Allowed
            allow: GET,HEAD
            content-length: 0
            — with the layer
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
async fn a_fallback_of_the_service_is_kept_if_it_is_json() {
    let app = app().fallback(async || {
        let content = [("content-type", "application/json")];
        (
            axum::http::StatusCode::NOT_FOUND,
            content,
            r#"{"own":true}"#,
        )
    });
    case(
        app,
        get("/nowhere"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            content-type: application/json
            content-length: 12

            {"own":true}
            — with the layer
            HTTP/1.1 404 Not Found
            content-type: application/json
            x-request-id: {id}
            content-length: 12

            {"own":true}
        "#]],
    )
    .await;
}
