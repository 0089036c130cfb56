//! The same over HTTP/2.

use std::fmt::Write;
use std::io;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{Request, Response};
use axum::routing::{get as on_get, post as on_post};
use exchange::{told, watch};
use expect_test::{Expect, expect};
use http_body_util::{BodyExt, channel::Channel};
use hyper::body::Incoming;
use hyper::client::conn::http2::handshake;
use hyper_util::rt::{TokioExecutor, TokioIo};

use crate::table::{serve, with_layer};

async fn panics() {
    panic!("secret");
}

fn app() -> Router {
    let cut = async || {
        let (mut sender, body) = Channel::<Bytes, io::Error>::new(1);
        tokio::spawn(async move {
            sender
                .send_data(Bytes::from_static(b"one"))
                .await
                .expect("a client");
            // Time for the first piece to be sent.
            tokio::time::sleep(Duration::from_millis(20)).await;
            sender.abort(io::Error::other("secret"));
        });
        Body::new(body)
    };
    Router::new()
        .route("/claims", on_get(async || "claims"))
        .route("/panics", on_get(panics))
        .route("/cut", on_get(cut))
        .route("/json", on_post(async |_: axum::Json<u8>| ()))
}

/// Compares what the router answers over HTTP/2, without and with the layer.
async fn case(method: &str, path: &str, expected: Expect) {
    let mut text = String::from("\n");
    for (title, app) in [
        ("without the layer", app()),
        ("with the layer", with_layer(app())),
    ] {
        let _ = writeln!(text, "— {title}\n{}", answer(app, method, path).await);
    }
    expected.assert_eq(&text);
}

async fn answer(app: Router, method: &str, path: &str) -> String {
    watch();
    let server = serve(app).await;
    let io = TokioIo::new(server.connect().await);
    let (mut sender, connection) = handshake(TokioExecutor::new(), io).await.expect("HTTP/2");
    let connection = tokio::spawn(connection);
    let request = Request::builder()
        .method(method)
        .uri(format!("http://test{path}"))
        .header("content-type", "application/json")
        .header("x-request-id", "given-1")
        .body(Body::from("\"secret\""));
    let mut text = match sender.send_request(request.expect("a request")).await {
        Ok(response) => shown(response).await,
        Err(error) => format!("[{}]", reason(&error)),
    };
    for line in told() {
        let _ = write!(text, "\ntold: {line}");
    }
    connection.abort();
    text
}

/// Status, headers, body, and how it ends.
async fn shown(response: Response<Incoming>) -> String {
    let (head, mut body) = response.into_parts();
    let mut text = format!("HTTP/2 {}", head.status.as_u16());
    for (name, value) in &head.headers {
        if name != "date" {
            let _ = write!(text, "\n{name}: {}", value.to_str().expect("a text"));
        }
    }
    text.push('\n');
    while let Some(frame) = body.frame().await {
        match frame {
            Ok(frame) => {
                let data = frame.into_data().expect("data");
                let _ = write!(text, "\n{}", std::str::from_utf8(&data).expect("a text"));
            }
            Err(error) => {
                let _ = write!(text, "\n[{}]", reason(&error));
                break;
            }
        }
    }
    text
}

/// The reset of the stream.
fn reason(error: &hyper::Error) -> String {
    let cause = std::error::Error::source(error).expect("a cause");
    cause.to_string()
}

#[tokio::test]
async fn an_unknown_path() {
    case(
        "GET",
        "/nowhere",
        expect![[r#"

            — without the layer
            HTTP/2 404

            — with the layer
            HTTP/2 404
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
async fn head_of_an_unknown_path() {
    case(
        "HEAD",
        "/nowhere",
        expect![[r#"

            — without the layer
            HTTP/2 404

            — with the layer
            HTTP/2 404
            cache-control: no-store
            content-type: application/json
            content-length: 103
            x-request-id: given-1

            told: not_found 404 given-1: The requested resource was not found.: 404 Not Found
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_wrong_method() {
    case(
        "POST",
        "/claims",
        expect![[r#"

            — without the layer
            HTTP/2 405
            allow: GET,HEAD
            content-length: 0

            — with the layer
            HTTP/2 405
            cache-control: no-store
            content-type: application/json
            x-request-id: given-1
            allow: GET,HEAD
            content-length: 117

            {"error":{"code":"method_not_allowed","message":"The resource does not support this method.","request_id":"given-1"}}
            told: method_not_allowed 405 given-1: The resource does not support this method.: 405 Method Not Allowed
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_panic() {
    case(
        "GET",
        "/panics",
        expect![[r#"

            — without the layer
            [stream error received: stream no longer needed]
            — with the layer
            HTTP/2 500
            cache-control: no-store
            content-type: application/json
            x-request-id: given-1
            content-length: 99

            {"error":{"code":"internal_server_error","message":"Internal Server Error","request_id":"given-1"}}
            told: internal_server_error 500 given-1: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn head_of_a_panic() {
    case(
        "HEAD",
        "/panics",
        expect![[r#"

            — without the layer
            [stream error received: stream no longer needed]
            — with the layer
            HTTP/2 500
            cache-control: no-store
            content-type: application/json
            content-length: 99
            x-request-id: given-1

            told: internal_server_error 500 given-1: An unexpected error occurred in the server.: 500 Internal Server Error: panicked: secret
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_rejected_body() {
    case("POST", "/json", expect![[r#"

        — without the layer
        HTTP/2 422
        content-type: text/plain; charset=utf-8
        content-length: 119

        Failed to deserialize the JSON body into the target type: invalid type: string "secret", expected u8 at line 1 column 8
        — with the layer
        HTTP/2 422
        cache-control: no-store
        content-type: application/json
        x-request-id: given-1
        content-length: 117

        {"error":{"code":"unprocessable_entity","message":"The content of the request is not valid.","request_id":"given-1"}}
        told: unprocessable_entity 422 given-1: The content of the request is not valid.: 422 Unprocessable Entity: Failed to deserialize the JSON body into the target type: invalid type: string "secret", expected u8 at line 1 column 8
    "#]]).await;
}

#[tokio::test]
async fn a_body_that_is_cut() {
    case(
        "GET",
        "/cut",
        expect![[r#"

            — without the layer
            HTTP/2 200

            one
            [stream error received: unexpected internal error encountered]
            — with the layer
            HTTP/2 200
            x-request-id: given-1

            one
            [stream error received: unexpected internal error encountered]
        "#]],
    )
    .await;
}
