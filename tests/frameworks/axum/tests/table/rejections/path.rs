//! Parameters of paths.

use axum::Router;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::routing::get as on_get;
use errorbook_frameworks_axum::ServiceError;
use exchange::get;
use expect_test::expect;
use serde::Deserialize;

use crate::table::rejected;

#[derive(Deserialize)]
#[expect(dead_code)]
struct Source {
    claim: u32,
    source: String,
}

macro_rules! forms {
    ($router:expr, $path:literal, $parameters:ty) => {
        $router
            .route(
                concat!("/raw", $path),
                on_get(async |_: Path<$parameters>| ()),
            )
            .route(
                concat!("/result", $path),
                on_get(async |path: Result<Path<$parameters>, PathRejection>| {
                    let _ = path?;
                    Ok::<_, ServiceError>(())
                }),
            )
            .route(
                concat!("/extract", $path),
                on_get(async |_: errorbook::extract::Path<$parameters>| ()),
            )
    };
}

fn app() -> Router {
    let router = forms!(Router::new(), "/claims/{claim}", u32);
    let router = forms!(router, "/texts/{text}", String);
    let router = forms!(router, "/pairs/{claim}/{source}", (u32, String));
    let router = forms!(router, "/claims/{claim}/sources/{source}", Source);
    forms!(router, "/wrong/{claim}/{source}", u32)
}

#[tokio::test]
async fn a_parameter_of_another_type() {
    rejected(
        app(),
        get("/claims/secret"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 45

            Invalid URL: Cannot parse `secret` to a `u32`
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Invalid URL: Cannot parse `secret` to a `u32`
            — with the layer: result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 151

            {"error":{"code":"bad_request","message":"The path is not valid: expected an integer from 0 to 4294967295.","request_id":"{id}"}}
            told: bad_request 400 {id}: The path is not valid: expected an integer from 0 to 4294967295.: 400 Bad Request: Cannot parse `secret` to a `u32`
            — with the layer: extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 234

            {"error":{"code":"bad_request","message":"A path parameter is not valid.","details":{"fields":[{"field":"claim","message":"The value must be an integer from 0 to 4294967295","code":"type"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A path parameter is not valid.: 400 Bad Request: Cannot parse `secret` to a `u32`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_number_that_is_too_large() {
    rejected(
        app(),
        get("/claims/99999999999"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 50

            Invalid URL: Cannot parse `99999999999` to a `u32`
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Invalid URL: Cannot parse `99999999999` to a `u32`
            — with the layer: result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 151

            {"error":{"code":"bad_request","message":"The path is not valid: expected an integer from 0 to 4294967295.","request_id":"{id}"}}
            told: bad_request 400 {id}: The path is not valid: expected an integer from 0 to 4294967295.: 400 Bad Request: Cannot parse `99999999999` to a `u32`
            — with the layer: extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 234

            {"error":{"code":"bad_request","message":"A path parameter is not valid.","details":{"fields":[{"field":"claim","message":"The value must be an integer from 0 to 4294967295","code":"type"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A path parameter is not valid.: 400 Bad Request: Cannot parse `99999999999` to a `u32`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn the_first_of_two_parameters() {
    rejected(
        app(),
        get("/pairs/secret/b"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 73

            Invalid URL: Cannot parse value at index 0 with value `secret` to a `u32`
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Invalid URL: Cannot parse value at index 0 with value `secret` to a `u32`
            — with the layer: result
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 151

            {"error":{"code":"bad_request","message":"The path is not valid: expected an integer from 0 to 4294967295.","request_id":"{id}"}}
            told: bad_request 400 {id}: The path is not valid: expected an integer from 0 to 4294967295.: 400 Bad Request: Cannot parse value at index 0 with value `secret` to a `u32`
            — with the layer: extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 234

            {"error":{"code":"bad_request","message":"A path parameter is not valid.","details":{"fields":[{"field":"claim","message":"The value must be an integer from 0 to 4294967295","code":"type"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A path parameter is not valid.: 400 Bad Request: Cannot parse value at index 0 with value `secret` to a `u32`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_parameter_with_a_name() {
    rejected(
        app(),
        get("/claims/secret/sources/b"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 64

            Invalid URL: Cannot parse `claim` with value `secret` to a `u32`
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Invalid URL: Cannot parse `claim` with value `secret` to a `u32`
            — with the layer: result, extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 234

            {"error":{"code":"bad_request","message":"A path parameter is not valid.","details":{"fields":[{"field":"claim","message":"The value must be an integer from 0 to 4294967295","code":"type"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A path parameter is not valid.: 400 Bad Request: Cannot parse `claim` with value `secret` to a `u32`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn bytes_that_are_not_utf8() {
    rejected(
        app(),
        get("/texts/%FFsecret"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-type: text/plain; charset=utf-8
            content-length: 36

            Invalid URL: Invalid UTF-8 in `text`
            — with the layer: raw
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 112

            {"error":{"code":"bad_request","message":"The request is not valid.","request_id":"{id}"}}
            told: bad_request 400 {id}: The request is not valid.: 400 Bad Request: Invalid URL: Invalid UTF-8 in `text`
            — with the layer: result, extract
            HTTP/1.1 400 Bad Request
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 219

            {"error":{"code":"bad_request","message":"A path parameter is not valid UTF-8.","details":{"fields":[{"field":"text","message":"The value is not valid UTF-8","code":"value"}]},"request_id":"{id}"}}
            told: bad_request 400 {id}: A path parameter is not valid UTF-8.: 400 Bad Request: Invalid UTF-8 in `text`
        "#]],
    )
    .await;
}

#[tokio::test]
async fn another_number_of_parameters_is_a_fault_of_the_service() {
    rejected(app(), get("/wrong/1/2"), expect![[r#"

        — without the layer
        HTTP/1.1 500 Internal Server Error
        content-type: text/plain; charset=utf-8
        content-length: 171

        Wrong number of path arguments for `Path`. Expected 1 but got 2. Note that multiple parameters must be extracted with a tuple `Path<(_, _)>` or a struct `Path<YourParams>`
        — with the layer: raw, result, extract
        HTTP/1.1 500 Internal Server Error
        cache-control: no-store
        content-type: application/json
        x-request-id: {id}
        content-length: 118

        {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"{id}"}}
        told: internal_server_error 500 {id}: An unexpected error occurred in the server.: 500 Internal Server Error: Wrong number of path arguments for `Path`. Expected 1 but got 2. Note that multiple parameters must be extracted with a tuple `Path<(_, _)>` or a struct `Path<YourParams>`
    "#]]).await;
}
