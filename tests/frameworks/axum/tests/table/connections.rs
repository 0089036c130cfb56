//! Several requests on a connection, and older ways to send one.

use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get as on_get, post as on_post};
use exchange::{told, watch};
use expect_test::{Expect, expect};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::timeout;

use crate::table::{serve, with_layer};

async fn panics() {
    panic!("secret");
}

fn app() -> Router {
    Router::new()
        .route("/claims", on_get(async || "claims"))
        .route("/panics", on_get(panics))
        .route("/body", on_post(async |_: Bytes| ()))
        .layer(DefaultBodyLimit::max(8))
}

/// Compares all that comes back for these bytes, and what the observer is told.
async fn raw(request: &str, expected: Expect) {
    watch();
    let server = serve(with_layer(app())).await;
    let mut stream = server.connect().await;
    stream
        .write_all(request.as_bytes())
        .await
        .expect("the request is taken");
    let mut received = Vec::new();
    let end = stream.read_to_end(&mut received);
    timeout(Duration::from_secs(20), end)
        .await
        .expect("it does not hang")
        .expect("an end");
    let received = String::from_utf8(received).expect("a text");
    let lines = received.lines().filter(|line| !line.starts_with("date: "));
    let text: Vec<String> = lines.map(str::to_owned).chain(told()).collect();
    expected.assert_eq(&(text.join("\n") + "\n"));
}

#[tokio::test]
async fn each_of_three_requests_in_one_write_has_its_own_id() {
    let request = "GET /nowhere HTTP/1.1\r\nhost: test\r\nx-request-id: first\r\n\r\n\
                   GET /claims HTTP/1.1\r\nhost: test\r\nx-request-id: second\r\n\r\n\
                   POST /claims HTTP/1.1\r\nhost: test\r\nx-request-id: third\r\nconnection: close\r\n\r\n";
    raw(request, expect![[r#"
        HTTP/1.1 404 Not Found
        cache-control: no-store
        content-type: application/json
        x-request-id: first
        content-length: 101

        {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"first"}}HTTP/1.1 200 OK
        content-type: text/plain; charset=utf-8
        x-request-id: second
        content-length: 6

        claimsHTTP/1.1 405 Method Not Allowed
        cache-control: no-store
        content-type: application/json
        x-request-id: third
        allow: GET,HEAD
        content-length: 115
        connection: close

        {"error":{"code":"method_not_allowed","message":"The resource does not support this method.","request_id":"third"}}
        not_found 404 first: The requested resource was not found.: 404 Not Found
        method_not_allowed 405 third: The resource does not support this method.: 405 Method Not Allowed
    "#]]).await;
}

#[tokio::test]
async fn a_panic_does_not_close_the_connection() {
    let request = "GET /panics HTTP/1.1\r\nhost: test\r\nx-request-id: first\r\n\r\n\
                   GET /claims HTTP/1.1\r\nhost: test\r\nx-request-id: second\r\nconnection: close\r\n\r\n";
    raw(request, expect![[r#"
        HTTP/1.1 500 Internal Server Error
        cache-control: no-store
        content-type: application/json
        x-request-id: first
        content-length: 97

        {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"first"}}HTTP/1.1 200 OK
        content-type: text/plain; charset=utf-8
        x-request-id: second
        content-length: 6
        connection: close

        claims
        internal_server_error 500 first: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: secret
    "#]]).await;
}

#[tokio::test]
async fn a_client_of_http_1_0() {
    raw(
        "GET /nowhere HTTP/1.0\r\nx-request-id: first\r\n\r\n",
        expect![[r#"
            HTTP/1.0 404 Not Found
            cache-control: no-store
            content-type: application/json
            x-request-id: first
            content-length: 101

            {"error":{"code":"not_found","message":"The requested resource was not found.","request_id":"first"}}
            not_found 404 first: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_client_that_waits_before_it_sends_a_wrong_body() {
    let request = "POST /claims HTTP/1.1\r\nhost: test\r\nx-request-id: first\r\nconnection: close\r\n\
                   expect: 100-continue\r\ncontent-length: 9\r\n\r\n";
    raw(request, expect![[r#"
        HTTP/1.1 405 Method Not Allowed
        cache-control: no-store
        content-type: application/json
        x-request-id: first
        allow: GET,HEAD
        content-length: 115
        connection: close

        {"error":{"code":"method_not_allowed","message":"The resource does not support this method.","request_id":"first"}}
        method_not_allowed 405 first: The resource does not support this method.: 405 Method Not Allowed
    "#]]).await;
}
