//! Queries.

use axum::Router;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use axum::routing::get as on_get;
use errorbook_frameworks_axum::ServiceError;
use exchange::get;
use expect_test::expect;
use serde::Deserialize;

use crate::table::rejected;

#[derive(Deserialize)]
#[expect(dead_code)]
struct Page {
    page: u32,
    order: Option<Order>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Order {
    Newest,
    Oldest,
}

fn app() -> Router {
    Router::new()
        .route("/raw/", on_get(async |_: Query<Page>| ()))
        .route(
            "/result/",
            on_get(async |query: Result<Query<Page>, QueryRejection>| {
                let _ = query?;
                Ok::<_, ServiceError>(())
            }),
        )
        .route(
            "/extract/",
            on_get(async |_: errorbook::extract::Query<Page>| ()),
        )
}

#[tokio::test]
async fn a_parameter_that_is_missing() {
    rejected(
        app(),
        get("/"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 56

            Failed to deserialize query string: missing field `page`
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to deserialize query string: missing field `page`
            — with the layer: result, extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 210

            {"error":{"code":"bad_request","message":"A query parameter is not valid.","details":{"fields":[{"field":"page","message":"The field is required","code":"required"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A query parameter is not valid.: 400 Bad Request: Failed to deserialize query string: missing field `page`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_parameter_of_another_type() {
    rejected(
        app(),
        get("/?page=secret"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 71

            Failed to deserialize query string: page: invalid digit found in string
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to deserialize query string: page: invalid digit found in string
            — with the layer: result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 213

            {"error":{"code":"bad_request","message":"A query parameter is not valid.","details":{"fields":[{"field":"page","message":"The value must be an integer","code":"type"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A query parameter is not valid.: 400 Bad Request: Failed to deserialize query string: page: invalid digit found in string
            — with the layer: extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 234

            {"error":{"code":"bad_request","message":"A query parameter is not valid.","details":{"fields":[{"field":"page","message":"The value must be an integer from 0 to 4294967295","code":"type"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A query parameter is not valid.: 400 Bad Request: Failed to deserialize query string: page: invalid digit found in string
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_parameter_that_appears_twice() {
    rejected(
        app(),
        get("/?page=1&page=2"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 58

            Failed to deserialize query string: duplicate field `page`
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to deserialize query string: duplicate field `page`
            — with the layer: result, extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 213

            {"error":{"code":"bad_request","message":"A query parameter is not valid.","details":{"fields":[{"field":"page","message":"The field appears twice","code":"duplicate"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A query parameter is not valid.: 400 Bad Request: Failed to deserialize query string: duplicate field `page`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_parameter_with_a_variant_that_nobody_knows() {
    rejected(app(), get("/?page=1&order=secret"), expect![[r#"

        — without the layer
        HTTP/1.1 400 Bad Request
        content-type: text/plain; charset=utf-8
        content-length: 98

        Failed to deserialize query string: order: unknown variant `secret`, expected `newest` or `oldest`
        — with the layer: raw
        HTTP/1.1 400 Bad Request
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 112

        {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
        told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Failed to deserialize query string: order: unknown variant `secret`, expected `newest` or `oldest`
        — with the layer: result, extract
        HTTP/1.1 400 Bad Request
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 225

        {"error":{"code":"bad_request","message":"A query parameter is not valid.","details":{"fields":[{"field":"order","message":"The value must be `newest` or `oldest`","code":"value"}]},"request_id":"{id}"}}
        told: bad_request 400 {id}: A query parameter is not valid.: 400 Bad Request: Failed to deserialize query string: order: unknown variant `secret`, expected `newest` or `oldest`
    "#]]).await;
}
