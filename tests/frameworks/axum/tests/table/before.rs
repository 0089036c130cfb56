//! What hyper answers before there is a request: no layer can see it.

use axum::Router;
use exchange::{get, request};
use expect_test::expect;

use crate::table::case;

#[tokio::test]
async fn a_request_line_that_is_not_one() {
    case(
        Router::new(),
        request("G E T", "/"),
        expect![[r#"

        — without the layer
        HTTP/1.1 400 Bad Request
        content-length: 0
        — with the layer
        HTTP/1.1 400 Bad Request
        content-length: 0
    "#]],
    )
    .await;
}

#[tokio::test]
async fn a_header_that_is_not_one() {
    case(
        Router::new(),
        get("/").header("no header", "a"),
        expect![[r#"

            — without the layer
            HTTP/1.1 400 Bad Request
            content-length: 0
            — with the layer
            HTTP/1.1 400 Bad Request
            content-length: 0
        "#]],
    )
    .await;
}

#[tokio::test]
async fn two_lengths() {
    let request = get("/")
        .header("content-length", "1")
        .header("content-length", "2");
    case(
        Router::new(),
        request,
        expect![[r#"

        — without the layer
        HTTP/1.1 400 Bad Request
        content-length: 0
        — with the layer
        HTTP/1.1 400 Bad Request
        content-length: 0
    "#]],
    )
    .await;
}

#[tokio::test]
async fn too_many_headers() {
    let many = (0..101).fold(get("/"), |request, n| {
        request.header(&format!("x-{n}"), "a")
    });
    case(
        Router::new(),
        many,
        expect![[r#"

        — without the layer
        HTTP/1.1 431 Request Header Fields Too Large
        content-length: 0
        — with the layer
        HTTP/1.1 431 Request Header Fields Too Large
        content-length: 0
    "#]],
    )
    .await;
}

#[tokio::test]
async fn a_header_that_is_too_long() {
    let request = get("/").header("x-long", "a".repeat(500_000));
    case(
        Router::new(),
        request,
        expect![[r#"

        — without the layer
        HTTP/1.1 431 Request Header Fields Too Large
        content-length: 0
        — with the layer
        HTTP/1.1 431 Request Header Fields Too Large
        content-length: 0
    "#]],
    )
    .await;
}

#[tokio::test]
async fn a_path_that_is_too_long() {
    case(
        Router::new(),
        get(&format!("/{}", "a".repeat(70_000))),
        expect![[r#"

            — without the layer
            HTTP/1.1 414 URI Too Long
            content-length: 0
            — with the layer
            HTTP/1.1 414 URI Too Long
            content-length: 0
        "#]],
    )
    .await;
}
