use std::io;

use axum::{Router, routing::get};

use super::declarations::{CATALOG, ClaimError};

fn app() -> Router {
    let lost = async || ClaimError::from(io::Error::other("db-7: connection lost"));
    Router::new()
        .route("/claims/7", get(async || ClaimError::ClaimNotFound))
        .route("/claims", get(lost))
        .layer(CATALOG.layer::<ClaimError>())
}

// The page shows this.
use axum::{body::Body, http::Request};
use errorbook::testing::{assert_error, capture_async, collect};
use serde_json::json;
use tower::ServiceExt;

#[tokio::test]
async fn an_unknown_claim_is_not_found() {
    let request = Request::get("/claims/7").header("x-request-id", "req_7");
    let request = request.body(Body::empty()).unwrap();
    let response = collect(app().oneshot(request).await.unwrap()).await;

    let message = "No claim has this id.";
    let body =
        json!({"error": {"code": "CLAIM_NOT_FOUND", "message": message, "request_id": "req_7"}});
    assert_error!(response, "CLAIM_NOT_FOUND", 404, body);
}

#[tokio::test]
async fn the_cause_of_a_503_is_reported() {
    let request = Request::get("/claims").body(Body::empty()).unwrap();
    let (response, reports) = capture_async(app().oneshot(request)).await;
    assert_eq!(response.unwrap().status(), 503);
    assert_eq!(reports[0].code(), "STORE_UNAVAILABLE");
    assert_eq!(reports[0].sources(), ["db-7: connection lost"]);
}
// The page ends here.

// The page shows this.
use errorbook::testing::Capture;
use tokio::net::TcpListener;

#[tokio::test]
async fn a_server_answers_over_http() {
    let capture = Capture::new();
    let _entered = capture.enter();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, app()).await });

    let (status, headers, body) = send(address, "/claims").await;
    let id = headers["x-request-id"].to_str().unwrap();
    let message = "Service Unavailable";
    let expected =
        json!({"error": {"code": "STORE_UNAVAILABLE", "message": message, "request_id": id}});
    assert_error!((status, &headers, body), "STORE_UNAVAILABLE", 503, expected);
    assert_eq!(capture.reports()[0].context().request_id(), Some(id));
}
// The page ends here.

/// Sends a request, as your client does.
async fn send(address: std::net::SocketAddr, path: &str) -> (u16, axum::http::HeaderMap, String) {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nhost: test\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let headers = head.lines().skip(1).map(|line| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.parse().unwrap(), value.parse().unwrap())
    });
    let status = head[9..12].parse().unwrap();
    (status, headers.collect(), body.to_owned())
}

#[test]
fn the_page_shows_the_tests_and_the_message_of_a_failure() {
    let section = super::section("Tests", include_str!("testing.rs"));
    let failure = errorbook::testing::capture(|| {
        std::panic::catch_unwind(|| {
            use axum::response::IntoResponse;

            let lost = ClaimError::from(io::Error::other("db-7: connection lost"));
            let (head, _) = lost.into_response().into_parts();
            let body = r#"{"error":{"code":"STORE_UNAVAILABLE","message":"Service Unavailable"}}"#;
            let expected =
                json!({"error": {"code": "CLAIM_NOT_FOUND", "message": "No claim has this id."}});
            assert_error!(
                (head.status, head.headers, body),
                "CLAIM_NOT_FOUND",
                404,
                expected
            );
        })
    });
    let message = failure.0.unwrap_err();
    let message = message.downcast_ref::<String>().unwrap();
    assert_eq!(super::blocks(section, "text"), [message]);
}
