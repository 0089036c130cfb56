//! Errors of others whose text is sent piece by piece: the log has what is there at once, and nobody waits for the rest.

use std::convert::Infallible;
use std::io;
use std::task::Poll;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::routing::get as on_get;
use exchange::get;
use expect_test::expect;
use futures_util::stream::poll_fn;

use crate::streams::{body, failing, pieces};
use crate::table::{case, only_with_layer};

fn app() -> Router {
    Router::new()
        .route("/gone", on_get(async || (StatusCode::GONE, body(|| None))))
        .route(
            "/gone-fails",
            on_get(async || (StatusCode::GONE, body(|| Some(failing())))),
        )
        .route(
            "/gone-panics",
            on_get(async || {
                let text = [("content-type", "text/plain")];
                (StatusCode::GONE, text, body(|| panic!("secret")))
            }),
        )
        .route(
            "/gone-silent",
            on_get(async || {
                let silent = poll_fn(|_| Poll::<Option<io::Result<Bytes>>>::Pending);
                (StatusCode::GONE, Body::from_stream(silent))
            }),
        )
        .route(
            "/gone-forever",
            on_get(async || {
                let endless = pieces(|_| Some(Ok::<_, Infallible>(Bytes::from_static(b"more"))));
                (StatusCode::GONE, Body::from_stream(endless))
            }),
        )
        .route(
            "/download",
            on_get(async || {
                let download = [("content-type", "application/octet-stream")];
                (StatusCode::BAD_GATEWAY, download, body(|| None))
            }),
        )
}

#[tokio::test]
async fn an_error_whose_text_is_a_stream() {
    case(
        app(),
        get("/gone"),
        expect![[r#"

            — without the layer
            HTTP/1.1 410 Gone
            transfer-encoding: chunked

            one
            two
            [last chunk]
            — with the layer
            HTTP/1.1 410 Gone
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 116

            {"error":{"code":"gone","message":"The resource is no longer available.","request_id":"{id}"}}
            told: gone 410 {id}: The resource is no longer available.: 410 Gone: one
        "#]],
    )
    .await;
}

#[tokio::test]
async fn an_error_whose_stream_fails() {
    case(
        app(),
        get("/gone-fails"),
        expect![[r#"

            — without the layer
            HTTP/1.1 410 Gone
            transfer-encoding: chunked

            one
            two
            [cut]
            — with the layer
            HTTP/1.1 410 Gone
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 116

            {"error":{"code":"gone","message":"The resource is no longer available.","request_id":"{id}"}}
            told: gone 410 {id}: The resource is no longer available.: 410 Gone: one
        "#]],
    )
    .await;
}

#[tokio::test]
async fn an_error_whose_stream_panics() {
    case(
        app(),
        get("/gone-panics"),
        expect![[r#"

            — without the layer
            HTTP/1.1 410 Gone
            content-type: text/plain
            transfer-encoding: chunked

            one
            two
            [cut]
            — with the layer
            HTTP/1.1 410 Gone
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 116

            {"error":{"code":"gone","message":"The resource is no longer available.","request_id":"{id}"}}
            told: gone 410 {id}: The resource is no longer available.: 410 Gone: one
        "#]],
    )
    .await;
}

#[tokio::test]
async fn an_error_whose_text_never_ends() {
    // Without the layer it is sent for ever.
    only_with_layer(app(), get("/gone-forever"), expect![[r#"

        — with the layer
        HTTP/1.1 410 Gone
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 116

        {"error":{"code":"gone","message":"The resource is no longer available.","request_id":"{id}"}}
        told: gone 410 {id}: The resource is no longer available.: 410 Gone: more
    "#]]).await;
}

#[tokio::test]
async fn an_error_whose_text_does_not_come() {
    // Without the layer the client waits for ever.
    only_with_layer(app(), get("/gone-silent"), expect![[r#"

        — with the layer
        HTTP/1.1 410 Gone
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 116

        {"error":{"code":"gone","message":"The resource is no longer available.","request_id":"{id}"}}
        told: gone 410 {id}: The resource is no longer available.: 410 Gone
    "#]]).await;
}

#[tokio::test]
async fn an_error_that_is_a_download_is_kept() {
    case(
        app(),
        get("/download"),
        expect![[r#"

            — without the layer
            HTTP/1.1 502 Bad Gateway
            content-type: application/octet-stream
            transfer-encoding: chunked

            one
            two
            [last chunk]
            — with the layer
            HTTP/1.1 502 Bad Gateway
            content-type: application/octet-stream
            x-request-id: {id}
            transfer-encoding: chunked

            one
            two
            [last chunk]
        "#]],
    )
    .await;
}
