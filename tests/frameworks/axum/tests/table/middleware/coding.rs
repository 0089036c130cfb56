//! Content codings, of requests and of responses.

use axum::Router;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::routing::{get as on_get, post as on_post};
use exchange::{get, post};
use expect_test::expect;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;
use tower_http::decompression::RequestDecompressionLayer;

use crate::table::{case, compare, with_layer};

fn app() -> Router {
    Router::new()
        .route("/body", on_post(async |body: Bytes| body))
        .route(
            "/gone",
            on_get(async || {
                (
                    StatusCode::GONE,
                    "a text that is long enough for somebody to compress it: secret",
                )
            }),
        )
        .layer(RequestDecompressionLayer::new())
}

fn compression() -> CompressionLayer<SizeAbove> {
    CompressionLayer::new().compress_when(SizeAbove::new(0))
}

#[tokio::test]
async fn a_content_coding_that_is_not_known() {
    let request = post("/body")
        .header("content-encoding", "rot13")
        .body("abc");
    case(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 415 Unsupported Media Type
            accept-encoding: gzip
            content-length: 0
            — with the layer
            HTTP/1.1 415 Unsupported Media Type
            cache-control: no-store
            content-type: application/json
            accept-encoding: gzip
            x-request-id: {id}
            content-length: 146

            {"error":{"code":"unsupported_media_type","message":"The format of the request body is not supported.","request_id":"{id}"}}
            told: unsupported_media_type 415 {id}: The format of the request body is not supported.: 415 Unsupported Media Type
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_body_that_is_not_in_its_coding() {
    let request = post("/body").header("content-encoding", "gzip").body("abc");
    case(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 54

            Failed to buffer the request body: Invalid gzip header
            — with the layer
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to buffer the request body: Invalid gzip header
        "#]],
    )
    .await;
}

#[tokio::test]
async fn an_error_that_is_compressed_outside_of_the_layer() {
    let request = get("/gone").header("accept-encoding", "gzip");
    let bare = app().layer(compression());
    let layered = with_layer(app()).layer(compression());
    compare(
        bare,
        layered,
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 410 Gone
            content-type: text/plain; charset=utf-8
            vary: accept-encoding
            content-encoding: gzip
            transfer-encoding: chunked

            [gzip] a text that is long enough for somebody to compress it: secret
            [last chunk]
            — with the layer
            HTTP/1.1 410 Gone
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            vary: accept-encoding
            content-encoding: gzip
            transfer-encoding: chunked

            [gzip] {"error":{"code":"gone","message":"The resource is no longer available.","request_id":"{id}"}}
            [last chunk]
            told: gone 410 {id}: The resource is no longer available.: 410 Gone: a text that is long enough for somebody to compress it: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn an_error_that_is_compressed_inside_of_the_layer() {
    let request = get("/gone").header("accept-encoding", "gzip");
    case(
        app().layer(compression()),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 410 Gone
            content-type: text/plain; charset=utf-8
            vary: accept-encoding
            content-encoding: gzip
            transfer-encoding: chunked

            [gzip] a text that is long enough for somebody to compress it: secret
            [last chunk]
            — with the layer
            HTTP/1.1 410 Gone
            cache-control: no-store
            content-type: application/json
            vary: accept-encoding
            x-request-id: {id}
            content-length: 116

            {"error":{"code":"gone","message":"The resource is no longer available.","request_id":"{id}"}}
            told: gone 410 {id}: The resource is no longer available.: 410 Gone
        "#]],
    )
    .await;
}
