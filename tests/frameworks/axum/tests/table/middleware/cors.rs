//! Requests from pages of other origins.

use axum::Router;
use axum::http::{HeaderName, Method};
use axum::routing::get as on_get;
use errorbook_frameworks_axum::layer;
use exchange::{Request, get, post, request};
use expect_test::expect;
use tower_http::cors::CorsLayer;

use crate::table::{compare, with_layer};

const ORIGIN: &str = "https://facts.example";

async fn panics() {
    panic!("secret");
}

fn app() -> Router {
    Router::new()
        .route("/claims", on_get(async || "claims"))
        .route("/panics", on_get(panics))
}

fn cors() -> CorsLayer {
    CorsLayer::new()
        .allow_origin([ORIGIN.parse().expect("an origin")])
        .allow_methods([Method::GET])
        .expose_headers([HeaderName::from_static("x-total")])
}

fn from_page(request: Request) -> Request {
    request.header("origin", ORIGIN)
}

/// CORS outside of the layer, as the docs say.
async fn outside(request: Request, expected: expect_test::Expect) {
    let bare = app().layer(cors());
    let layered = with_layer(app()).layer(cors());
    compare(bare, layered, request, expected).await;
}

#[tokio::test]
async fn an_unknown_path() {
    outside(
        from_page(get("/nowhere")),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            vary: origin
            access-control-allow-origin: https://facts.example
            access-control-expose-headers: x-total
            content-length: 0
            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            vary: origin
            access-control-allow-origin: https://facts.example
            access-control-expose-headers: x-total
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_wrong_method() {
    outside(
        from_page(post("/claims")),
        expect![[r#"

            — without the layer
            HTTP/1.1 405 Method Not Allowed
            vary: origin
            access-control-allow-origin: https://facts.example
            access-control-expose-headers: x-total
            allow: GET,HEAD
            content-length: 0
            — with the layer
            HTTP/1.1 405 Method Not Allowed
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            vary: origin
            access-control-allow-origin: https://facts.example
            access-control-expose-headers: x-total
            allow: GET,HEAD
            content-length: 136

            {"error":{"code":"method_not_allowed","message":"The resource does not support this method.","request_id":"{id}"}}
            told: method_not_allowed 405 {id}: The resource does not support this method.: 405 Method Not Allowed
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_panic() {
    outside(
        from_page(get("/panics")),
        expect![[r#"

            — without the layer
            [closed]
            — with the layer
            HTTP/1.1 500 Internal Server Error
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            vary: origin
            access-control-allow-origin: https://facts.example
            access-control-expose-headers: x-total
            content-length: 118

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
            told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_preflight_never_reaches_the_layer() {
    let request =
        from_page(request("OPTIONS", "/nowhere")).header("access-control-request-method", "GET");
    outside(
        request,
        expect![[r#"

        — without the layer
        HTTP/1.1 200 OK
        vary: origin
        access-control-allow-methods: GET
        access-control-allow-origin: https://facts.example
        content-length: 0
        — with the layer
        HTTP/1.1 200 OK
        vary: origin
        access-control-allow-methods: GET
        access-control-allow-origin: https://facts.example
        content-length: 0
    "#]],
    )
    .await;
}

#[tokio::test]
async fn a_page_of_an_origin_that_is_not_allowed() {
    outside(
        get("/nowhere").header("origin", "https://other.example"),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            vary: origin
            access-control-expose-headers: x-total
            content-length: 0
            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            vary: origin
            access-control-expose-headers: x-total
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_page_can_read_the_id_that_the_layer_exposes() {
    let only_origin = || CorsLayer::new().allow_origin([ORIGIN.parse().expect("an origin")]);
    let exposed = app().layer(layer().expose_headers()).layer(only_origin());
    let bare = app().layer(only_origin());
    compare(bare, exposed, from_page(get("/nowhere")), expect![[r#"

        — without the layer
        HTTP/1.1 404 Not Found
        vary: origin
        access-control-allow-origin: https://facts.example
        content-length: 0
        — with the layer
        HTTP/1.1 404 Not Found
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        access-control-expose-headers: x-request-id
        vary: origin
        access-control-allow-origin: https://facts.example
        content-length: 122

        {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
        told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
    "#]]).await;
}

#[tokio::test]
async fn the_headers_that_cors_exposes_replace_those_of_the_layer() {
    let exposed = app().layer(layer().expose_headers()).layer(cors());
    compare(
        app().layer(cors()),
        exposed,
        from_page(get("/nowhere")),
        expect![[r#"

            — without the layer
            HTTP/1.1 404 Not Found
            vary: origin
            access-control-allow-origin: https://facts.example
            access-control-expose-headers: x-total
            content-length: 0
            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            access-control-expose-headers: x-total
            vary: origin
            access-control-allow-origin: https://facts.example
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}
