//! Bodies that are too large, no JSON, or cut off, and hostile ones.

use elder_signals::ElderSignals;
use elder_signals::body::MAX_BYTES;
use elder_signals::store::SIGNAL;
use reqwest::Method;
use serde_json::json;

use crate::support::{Answer, Service, ask, bad_request};

#[tokio::test]
async fn a_body_that_is_no_json_object_is_refused_and_says_no_more() {
    let service = Service::start().await;
    let deep = "[".repeat(1000);
    let bodies: [&[u8]; 9] = [
        b"",
        b"{\"status\":\n \"CONF",
        b"{\"status\":\"\xff\"}",
        b"{\"status\":\"CONFIRMED\"} and more",
        b"status=CONFIRMED",
        b"[]",
        b"null",
        b"\"CONFIRMED\"",
        deep.as_bytes(),
    ];
    for body in bodies {
        let request = review(&service).header("Content-Type", "application/json");
        assert_eq!(ask(request.body(body.to_vec())).await, malformed());
    }
}

#[tokio::test]
async fn a_body_must_say_that_it_is_json() {
    let service = Service::start().await;
    let body = r#"{"status":"CONFIRMED"}"#;
    let expected = bad_request("Content-Type must be application/json");
    assert_eq!(ask(review(&service).body(body)).await, expected);
    for other in [
        "text/plain",
        "application/jsonl",
        "application/problem+json",
        "json",
        "",
    ] {
        let request = review(&service).header("Content-Type", other);
        assert_eq!(ask(request.body(body)).await, expected, "{other}");
    }
    // That nothing follows the type but parameters is not for the document to say.
    let request = review(&service).header("Content-Type", "application/json;;");
    let answer = Answer::to::<ElderSignals>(request.body(body)).await;
    assert_eq!(answer, expected);
    let request = review(&service).header("Content-Type", "Application/JSON; charset=utf-8");
    assert_eq!(ask(request.body(body)).await.status, 200);
}

#[tokio::test]
async fn a_body_may_have_16_kib_and_no_byte_more() {
    assert_eq!(MAX_BYTES, 16_384);
    let service = Service::start().await;
    let padded = |length: usize| {
        let body = r#"{"status":"CONFIRMED"}"#;
        let body = body.to_owned() + &" ".repeat(length - body.len());
        let request = review(&service).header("Content-Type", "application/json");
        // That the body is too large is not for a schema to say.
        Answer::to::<ElderSignals>(request.body(body))
    };
    let expected = bad_request("request body must not exceed 16384 bytes");
    assert_eq!(padded(MAX_BYTES + 1).await, expected);
    assert_eq!(padded(8_000_000).await, expected);
    assert_eq!(padded(MAX_BYTES).await.status, 200);
}

#[tokio::test]
async fn what_a_client_sends_does_not_come_back_in_an_error() {
    let service = Service::start().await;
    for hostile in [
        "<script>alert(1)</script>",
        "\"},\"status\":200,\"x\":{\"",
        "\r\nSet-Cookie: a=b",
        "{field}",
    ] {
        let body = json!({
            "customer_id": "c-1",
            "customer_name": hostile,
            "date_of_birth": hostile,
            hostile: hostile,
        });
        let answer = ask(service.send("/v1/profiles", &body)).await;
        let message = "date_of_birth must be a date such as 1941-05-23";
        answer.assert(&bad_request(message));
    }
}

#[tokio::test]
async fn a_head_request_is_answered_without_a_body() {
    let service = Service::start().await;
    let expected = Answer::to::<ElderSignals>(service.get("/v1/alarms")).await;
    let head = service
        .request(Method::HEAD, "/v1/alarms")
        .send()
        .await
        .unwrap();
    assert_eq!(head.status(), 404);
    assert_eq!(
        head.headers()["content-length"].to_str().unwrap(),
        expected.headers["content-length"]
    );
    assert_eq!(head.bytes().await.unwrap(), "");
}

fn review(service: &Service) -> reqwest::RequestBuilder {
    service.keyed(Method::POST, &format!("/v1/signals/{SIGNAL}/review"))
}

fn malformed() -> Answer {
    bad_request("request body must be a JSON object")
}
