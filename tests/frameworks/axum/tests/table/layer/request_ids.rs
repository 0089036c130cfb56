//! The id of a request: given or made, the same in header, body, context and log.

use axum::Router;
use axum::http::HeaderMap;
use axum::http::StatusCode;
use axum::routing::get as on_get;
use errorbook::Context;
use exchange::{Request, get};
use expect_test::expect;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

use crate::table::{answers, case, only_with_layer, with_layer};

fn app() -> Router {
    Router::new().route(
        "/seen",
        on_get(async |headers: HeaderMap| {
            let seen: Vec<_> = headers.get_all("x-request-id").iter().collect();
            let id = Context::current().request_id().map(str::to_owned);
            format!("header: {}, context: {id:?}", seen.len())
        }),
    )
}

#[tokio::test]
async fn a_success_has_one() {
    case(
        app(),
        get("/seen"),
        expect![[r#"

            — without the layer
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            content-length: 24

            header: 0, context: None
            — with the layer
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            x-request-id: {id}
            content-length: 54

            header: 1, context: Some("{id}")
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_handler_knows_the_given_one() {
    case(
        app(),
        get("/seen").header("x-request-id", "given-1"),
        expect![[r#"

            — without the layer
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            content-length: 24

            header: 1, context: None
            — with the layer
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            x-request-id: given-1
            content-length: 35

            header: 1, context: Some("given-1")
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_given_one_is_kept() {
    only_with_layer(app(), get("/nowhere").header("x-request-id", "given-1"),
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: given-1
            content-length: 103

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"given-1"}}
            told: not_found 404 given-1: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_first_of_two_is_kept_and_the_handler_sees_one() {
    let request = two("given-1", "given-2");
    only_with_layer(
        app(),
        request,
        expect![[r#"

            — with the layer
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            x-request-id: given-1
            content-length: 35

            header: 1, context: Some("given-1")
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_first_of_two_is_replaced_if_it_is_forged() {
    only_with_layer(
        app(),
        two("<b>", "given-2"),
        expect![[r#"

            — with the layer
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            x-request-id: {id}
            content-length: 54

            header: 1, context: Some("{id}")
        "#]],
    )
    .await;
}

fn two(first: &str, second: &str) -> Request {
    let request = get("/seen").header("x-request-id", first);
    request.header("x-request-id", second)
}

#[tokio::test]
async fn a_handler_cannot_contradict_it() {
    let own = async || (StatusCode::CONFLICT, [("x-request-id", "own")]);
    let app = Router::new().route("/", on_get(own));
    case(
        app,
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 409 Conflict
            x-request-id: own
            content-length: 0
            — with the layer
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
async fn that_of_tower_http_outside_or_inside_is_the_same() {
    let set = SetRequestIdLayer::x_request_id(MakeRequestUuid);
    let propagate = PropagateRequestIdLayer::x_request_id();
    let outside = with_layer(app())
        .layer(propagate.clone())
        .layer(set.clone());
    let inside = with_layer(app().layer(propagate).layer(set));
    let rows = [("outside", outside), ("inside", inside)];
    answers(
        rows,
        get("/seen"),
        expect![[r#"

            — outside
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            x-request-id: {id}
            content-length: 64

            header: 1, context: Some("{id}")
            — inside
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            x-request-id: {id}
            content-length: 54

            header: 1, context: Some("{id}")
        "#]],
    )
    .await;
}
