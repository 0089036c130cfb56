//! Headers, and what the service forgot to add.

use axum::extract::rejection::ExtensionRejection;
use axum::routing::get as on_get;
use axum::{Extension, Router};
use axum_extra::TypedHeader;
use axum_extra::headers::Authorization;
use axum_extra::headers::authorization::Bearer;
use axum_extra::typed_header::TypedHeaderRejection;
use errorbook::FrameworkError;
use errorbook_frameworks_axum::ServiceError;
use exchange::get;
use expect_test::expect;

use crate::table::rejected;

type Token = TypedHeader<Authorization<Bearer>>;

#[derive(Clone)]
struct SecretStore;

fn app() -> Router {
    Router::new()
        .route(
            "/raw/extension",
            on_get(async |_: Extension<SecretStore>| ()),
        )
        .route(
            "/result/extension",
            on_get(
                async |store: Result<Extension<SecretStore>, ExtensionRejection>| {
                    let _ = store?;
                    Ok::<_, ServiceError>(())
                },
            ),
        )
        .route(
            "/result/header",
            on_get(async |token: Result<Token, TypedHeaderRejection>| {
                let _ = token.map_err(FrameworkError::rejected)?;
                Ok::<_, ServiceError>(())
            }),
        )
        .route("/raw/header", on_get(async |_: Token| ()))
}

#[tokio::test]
async fn an_extension_that_nobody_added() {
    rejected(app(), get("/extension"), expect![[r#"

        — without the layer
        HTTP/1.1 500 Internal Server Error
        content-type: text/plain; charset=utf-8
        content-length: 154

        Missing request extension: Extension of type `table::rejections::headers::SecretStore` was not found. Perhaps you forgot to add it? See `axum::Extension`.
        — with the layer: raw, result
        HTTP/1.1 500 Internal Server Error
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 118

        {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
        told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: Missing request extension: Extension of type `table::rejections::headers::SecretStore` was not found. Perhaps you forgot to add it? See `axum::Extension`.
    "#]]).await;
}

#[tokio::test]
async fn a_header_that_is_missing() {
    rejected(
        app(),
        get("/header"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 42

            Header of type `authorization` was missing
            — with the layer: raw, result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Header of type `authorization` was missing
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_header_that_is_malformed() {
    let request = get("/header").header("authorization", "Basic secret");
    rejected(
        app(),
        request,
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 35

            invalid HTTP header (authorization)
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: invalid HTTP header (authorization)
            — with the layer: result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: invalid HTTP header (authorization): invalid HTTP header
        "#]],
    )
    .await;
}
