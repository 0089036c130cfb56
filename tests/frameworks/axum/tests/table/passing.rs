//! Responses that are not for the layer.

use axum::Router;
use axum::http::StatusCode;
use axum::response::Redirect;
use axum::routing::{any, get as on_get};
use exchange::{get, head};
use expect_test::expect;

use crate::table::case;

fn app() -> Router {
    let json = [
        ("content-type", "application/json"),
        ("x-upstream", "facts"),
    ];
    Router::new()
        .route("/text", on_get(async || "fine"))
        .route("/204", any(async || StatusCode::NO_CONTENT))
        .route(
            "/304",
            on_get(async || (StatusCode::NOT_MODIFIED, [("etag", "\"a\"")])),
        )
        .route("/redirect", on_get(async || Redirect::to("/text")))
        .route("/teapot", on_get(async || StatusCode::IM_A_TEAPOT))
        .route(
            "/status/499",
            on_get(async || StatusCode::from_u16(499).expect("a status")),
        )
        .route(
            "/status/599",
            on_get(async || StatusCode::from_u16(599).expect("a status")),
        )
        .route(
            "/status/600",
            on_get(async || StatusCode::from_u16(600).expect("a status")),
        )
        .route(
            "/json",
            on_get(async move || (StatusCode::BAD_GATEWAY, json, r#"{"upstream":"says no"}"#)),
        )
        .route(
            "/html",
            on_get(async || {
                let described = [
                    ("content-type", "text/html; charset=utf-8"),
                    ("content-language", "en"),
                    ("etag", "\"b\""),
                    ("last-modified", "Thu, 01 Jan 1970 00:00:00 GMT"),
                    ("cache-control", "max-age=60"),
                    ("retry-after", "120"),
                    ("x-upstream", "facts"),
                ];
                (
                    StatusCode::SERVICE_UNAVAILABLE,
                    described,
                    "<h1>secret</h1>",
                )
            }),
        )
}

#[tokio::test]
async fn a_success() {
    case(
        app(),
        get("/text"),
        expect![[r#"

            — without the layer
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            content-length: 4

            fine
            — with the layer
            HTTP/1.1 200 OK
            content-type: text/plain; charset=utf-8
            x-request-id: {id}
            content-length: 4

            fine
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_204_has_no_body() {
    case(
        app(),
        get("/204"),
        expect![[r#"

            — without the layer
            HTTP/1.1 204 No Content
            — with the layer
            HTTP/1.1 204 No Content
            x-request-id: {id}
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_304_keeps_its_validator() {
    case(
        app(),
        get("/304"),
        expect![[r#"

            — without the layer
            HTTP/1.1 304 Not Modified
            etag: "a"
            — with the layer
            HTTP/1.1 304 Not Modified
            etag: "a"
            x-request-id: {id}
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_redirect() {
    case(
        app(),
        get("/redirect"),
        expect![[r#"

            — without the layer
            HTTP/1.1 303 See Other
            location: /text
            content-length: 0
            — with the layer
            HTTP/1.1 303 See Other
            location: /text
            x-request-id: {id}
            content-length: 0
        "#]],
    )
    .await;
}

#[tokio::test]
async fn proxied_json_is_kept() {
    case(
        app(),
        get("/json"),
        expect![[r#"

            — without the layer
            HTTP/1.1 502 Bad Gateway
            content-type: application/json
            x-upstream: facts
            content-length: 22

            {"upstream":"says no"}
            — with the layer
            HTTP/1.1 502 Bad Gateway
            content-type: application/json
            x-upstream: facts
            x-request-id: {id}
            content-length: 22

            {"upstream":"says no"}
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_page_of_a_proxy_is_replaced_and_what_describes_it_goes() {
    case(
        app(),
        get("/html"),
        expect![[r#"

            — without the layer
            HTTP/1.1 503 Service Unavailable
            content-type: text/html; charset=utf-8
            content-language: en
            etag: "b"
            last-modified: Thu, 01 Jan 1970 00:00:00 GMT
            cache-control: max-age=60
            retry-after: 120
            x-upstream: facts
            content-length: 15

            <h1>secret</h1>
            — with the layer
            HTTP/1.1 503 Service Unavailable
            cache-control: no-store
            content-type: application/json
            retry-after: 120
            x-upstream: facts
            x-request-id: {id}
            content-length: 114

            {"error":{"code":"service_unavailable","message":"Service Unavailable","request_id":"{id}"}}
            told: service_unavailable 503 {id}: The server is overloaded or under maintenance.: 503 Service Unavailable: <h1>secret</h1>
        "#]],
    )
    .await;
}

#[tokio::test]
async fn head_of_a_page_of_a_proxy() {
    case(
        app(),
        head("/html"),
        expect![[r#"

            — without the layer
            HTTP/1.1 503 Service Unavailable
            content-type: text/html; charset=utf-8
            content-language: en
            etag: "b"
            last-modified: Thu, 01 Jan 1970 00:00:00 GMT
            cache-control: max-age=60
            retry-after: 120
            x-upstream: facts
            content-length: 15
            — with the layer
            HTTP/1.1 503 Service Unavailable
            cache-control: no-store
            content-type: application/json
            retry-after: 120
            x-upstream: facts
            content-length: 114
            x-request-id: {id}
            told: service_unavailable 503 {id}: The server is overloaded or under maintenance.: 503 Service Unavailable: <h1>secret</h1>
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_status_that_is_a_joke() {
    case(
        app(),
        get("/teapot"),
        expect![[r#"

            — without the layer
            HTTP/1.1 418 I'm a teapot
            content-length: 0
            — with the layer
            HTTP/1.1 418 I'm a teapot
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 418 {id}: The request is not valid.: 418 I'm a teapot
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_status_that_nobody_registered() {
    case(
        app(),
        get("/status/499"),
        expect![[r#"

            — without the layer
            HTTP/1.1 499 <none>
            content-length: 0
            — with the layer
            HTTP/1.1 499 <none>
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 499 {id}: The request is not valid.: 499 <unknown status code>
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_last_status_of_a_server() {
    case(
        app(),
        get("/status/599"),
        expect![[r#"

            — without the layer
            HTTP/1.1 599 <none>
            content-length: 0
            — with the layer
            HTTP/1.1 599 <none>
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 599 {id}: An unexpected error occurred in the server.: 599 <unknown status code>
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_status_beyond_those_of_errors() {
    case(
        app(),
        get("/status/600"),
        expect![[r#"

            — without the layer
            HTTP/1.1 600 <none>
            content-length: 0
            — with the layer
            HTTP/1.1 600 <none>
            x-request-id: {id}
            content-length: 0
        "#]],
    )
    .await;
}
