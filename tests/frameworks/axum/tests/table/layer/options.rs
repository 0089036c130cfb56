//! The options of the layer.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::get as on_get;
use errorbook::Replace;
use errorbook_frameworks_axum::layer;
use exchange::{Request, get};
use expect_test::expect;

use crate::table::answers;

fn app() -> Router {
    let html = [("content-type", "text/html")];
    let json = [("content-type", "application/json")];
    Router::new()
        .route("/text", on_get(async || (StatusCode::CONFLICT, "text")))
        .route(
            "/html",
            on_get(async move || (StatusCode::CONFLICT, html, "<p>html</p>")),
        )
        .route(
            "/json",
            on_get(async move || (StatusCode::CONFLICT, json, "{}")),
        )
}

fn replacing(replace: Replace) -> [(&'static str, Router); 1] {
    [("this option", app().layer(layer().replace(replace)))]
}

fn given(path: &str) -> Request {
    get(path).header("x-request-id", "given-1")
}

#[tokio::test]
async fn everything_is_replaced() {
    answers(replacing(Replace::All), given("/json"), expect![[r#"

        — this option
        HTTP/1.1 409 Conflict
        cache-control: no-store
        content-type: application/json
        x-request-id: given-1
        content-length: 126

        {"error":{"code":"conflict","message":"The request conflicts with the current state of the resource.","request_id":"given-1"}}
        told: conflict 409 given-1: The request conflicts with the current state of the resource.: 409 Conflict: {}
    "#]]).await;
}

#[tokio::test]
async fn text_is_replaced() {
    answers(replacing(Replace::TextOnly), given("/text"), expect![[r#"

        — this option
        HTTP/1.1 409 Conflict
        cache-control: no-store
        content-type: application/json
        x-request-id: given-1
        content-length: 126

        {"error":{"code":"conflict","message":"The request conflicts with the current state of the resource.","request_id":"given-1"}}
        told: conflict 409 given-1: The request conflicts with the current state of the resource.: 409 Conflict: text
    "#]]).await;
}

#[tokio::test]
async fn html_is_replaced_as_text() {
    answers(replacing(Replace::TextOnly), given("/html"), expect![[r#"

        — this option
        HTTP/1.1 409 Conflict
        cache-control: no-store
        content-type: application/json
        x-request-id: given-1
        content-length: 126

        {"error":{"code":"conflict","message":"The request conflicts with the current state of the resource.","request_id":"given-1"}}
        told: conflict 409 given-1: The request conflicts with the current state of the resource.: 409 Conflict: <p>html</p>
    "#]]).await;
}

#[tokio::test]
async fn json_is_not_text() {
    answers(
        replacing(Replace::TextOnly),
        given("/json"),
        expect![[r#"

        — this option
        HTTP/1.1 409 Conflict
        content-type: application/json
        x-request-id: given-1
        content-length: 2

        {}
    "#]],
    )
    .await;
}

#[tokio::test]
async fn nothing_is_replaced() {
    answers(
        replacing(Replace::Nothing),
        given("/text"),
        expect![[r#"

        — this option
        HTTP/1.1 409 Conflict
        content-type: text/plain; charset=utf-8
        x-request-id: given-1
        content-length: 4

        text
    "#]],
    )
    .await;
}

#[tokio::test]
async fn the_id_in_another_header() {
    let app = app().layer(layer().request_id_header("x-correlation-id"));
    let request = get("/nowhere").header("x-correlation-id", "given-1");
    answers([("this option", app)], request, expect![[r#"

        — this option
        HTTP/1.1 404 Not Found
        cache-control: no-store
        content-type: application/json
        x-correlation-id: given-1
        content-length: 103

        {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"given-1"}}
        told: not_found 404 given-1: The requested resource was not found.: 404 Not Found
    "#]]).await;
}

#[tokio::test]
async fn ids_of_the_service() {
    let ids = layer().request_ids(|head| format!("own-{}", head.uri.path().len()));
    answers(
        [("this option", app().layer(ids))],
        get("/nowhere"),
        expect![[r#"

            — this option
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: own-8
            content-length: 101

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"own-8"}}
            told: not_found 404 own-8: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn no_ids() {
    let app = app().layer(layer().without_request_ids());
    answers(
        [("this option", app)],
        given("/nowhere"),
        expect![[r#"

        — this option
        HTTP/1.1 404 Not Found
        cache-control: no-store
        content-type: application/json
        content-length: 80

        {"error":{"code":"not_found","message":"The requested resource was not found."}}
        told: not_found 404: The requested resource was not found.: 404 Not Found
    "#]],
    )
    .await;
}
