//! Ids that a client cannot have: each is replaced by one that the layer makes.

use axum::Router;
use exchange::get;
use expect_test::{Expect, expect};

use crate::table::only_with_layer;

async fn given(id: impl AsRef<[u8]>, expected: Expect) {
    let request = get("/nowhere").header("x-request-id", id);
    only_with_layer(Router::new(), request, expected).await;
}

#[tokio::test]
async fn one_with_128_characters_is_kept() {
    given(
        "a".repeat(128),
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            content-length: 224

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}
            told: not_found 404 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn one_with_129_characters_is_replaced() {
    given(
        "a".repeat(129),
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn one_of_ten_kilobytes_is_replaced() {
    given(
        "a".repeat(10_000),
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn an_empty_one_is_replaced() {
    given(
        "",
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn one_that_is_not_ascii_is_replaced() {
    given(
        "gegeben-é",
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn one_with_a_byte_that_is_not_utf8_is_replaced() {
    given(
        b"given-\xff",
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn one_with_a_quote_is_replaced() {
    given(
        "given\",\"admin\":\"true",
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn one_with_markup_is_replaced() {
    given(
        "<script>",
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn one_with_a_backslash_is_replaced() {
    given(
        "\\u0000",
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn one_with_a_space_is_replaced() {
    given(
        "given 1",
        expect![[r#"

            — with the layer
            HTTP/1.1 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: {id}
            content-length: 122

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"{id}"}}
            told: not_found 404 {id}: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_line_break_begins_another_header() {
    given(
        "given-1\r\nx-forged: true",
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
async fn a_line_break_that_is_not_one_is_refused_by_hyper() {
    given(
        "given\r1",
        expect![[r#"

        — with the layer
        HTTP/1.1 400 Bad Request
        content-length: 0
    "#]],
    )
    .await;
}
