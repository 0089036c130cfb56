//! Web sockets.

use axum::Router;
use axum::extract::ws::WebSocketUpgrade;
use axum::routing::{any, get as on_get};
use exchange::{Request, get, post};
use expect_test::expect;

use crate::table::case;

fn app() -> Router {
    let upgrade = async |upgrade: WebSocketUpgrade| upgrade.on_upgrade(async |_socket| ());
    Router::new()
        .route("/socket", on_get(upgrade))
        .route("/any", any(upgrade))
}

/// All that an upgrade needs but for one header.
fn without(missing: &str) -> Request {
    let headers = [
        ("connection", "upgrade, close"),
        ("upgrade", "websocket"),
        ("sec-websocket-version", "13"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ];
    let kept = headers.into_iter().filter(|(name, _)| *name != missing);
    kept.fold(get("/socket"), |request, (name, value)| {
        request.header(name, value)
    })
}

#[tokio::test]
async fn an_upgrade() {
    case(
        app(),
        without("nothing"),
        expect![[r#"

            — without the layer
            HTTP/1.1 101 Switching Protocols
            connection: upgrade, close
            upgrade: websocket
            sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
            — with the layer
            HTTP/1.1 101 Switching Protocols
            connection: upgrade, close
            upgrade: websocket
            sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
            x-request-id: {id}
        "#]],
    )
    .await;
}

#[tokio::test]
async fn no_connection_header() {
    case(
        app(),
        without("connection"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 43

            Connection header did not include 'upgrade'
            — with the layer
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Connection header did not include 'upgrade'
        "#]],
    )
    .await;
}

#[tokio::test]
async fn no_upgrade_header() {
    case(
        app(),
        without("upgrade"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 44

            `Upgrade` header did not include 'websocket'
            — with the layer
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: `Upgrade` header did not include 'websocket'
        "#]],
    )
    .await;
}

#[tokio::test]
async fn no_version() {
    case(
        app(),
        without("sec-websocket-version"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 51

            `Sec-WebSocket-Version` header did not include '13'
            — with the layer
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: `Sec-WebSocket-Version` header did not include '13'
        "#]],
    )
    .await;
}

#[tokio::test]
async fn no_key() {
    case(
        app(),
        without("sec-websocket-key"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 34

            `Sec-WebSocket-Key` header missing
            — with the layer
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: `Sec-WebSocket-Key` header missing
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_wrong_method() {
    case(
        app(),
        post("/any"),
        expect![[r#"

            — without the layer
            HTTP/1.1 405 Method Not Allowed
            content-type: text/plain; charset=utf-8
            content-length: 28

            Request method must be `GET`
            — with the layer
            HTTP/1.1 405 Method Not Allowed
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 136

            {"error":{"code":"method_not_allowed","message":"The resource does not support this method.","request_id":"{id}"}}
            told: method_not_allowed 405 {id}: The resource does not support this method.: 405 Method Not Allowed: Request method must be `GET`
        "#]],
    )
    .await;
}
