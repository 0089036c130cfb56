//! The end of a service.

use std::io::Write;
use std::net::TcpStream;
use std::time::Duration;

use serde_json::json;
use signalstack::config::Config;
use signalstack::sources::Source;

use crate::support::{
    CLAIM_DOCS, Expected, GET_DOCS, PATIENCE, Service, TestSource, ask, assert_error, assert_ok,
    eventually,
};

#[tokio::test]
async fn while_it_drains_new_requests_are_turned_away_and_those_under_way_finish() {
    let source = TestSource::held().await;
    let mut service = Service::start_with(Config {
        sources: vec![(Source::Gdelt, source.address)],
        drain: PATIENCE,
        ..Config::default()
    })
    .await;
    let claim = json!({"claim": "Bees can fly.", "sources": ["gdelt"]});
    let under_way = tokio::spawn(ask(service.claim(&claim)));
    source.asked().await;

    service.shut_down();
    let expected = |docs| Expected {
        status: 503,
        code: "SERVICE_UNAVAILABLE",
        message: "Temporary service disruption",
        docs: Some(docs),
        headers: &[("retry-after", "30")],
        ..Expected::default()
    };
    let demo = || {
        service
            .get("/v1/verify/vrf_0123456789ab")
            .bearer_auth("sk_pro_demo")
    };
    let answer = eventually(async || {
        let answer = ask(demo()).await;
        (answer.status != 200).then_some(answer)
    })
    .await;
    assert_error(&answer, &expected(GET_DOCS));
    assert_error(&ask(service.claim(&json!({}))).await, &expected(CLAIM_DOCS));
    assert_eq!(ask(service.get("/")).await.status, 404);

    source.allow(1);
    assert_ok(&under_way.await.unwrap());
}

#[tokio::test]
async fn a_request_that_outlasts_the_drain_still_finishes() {
    let source = TestSource::held().await;
    let mut service = Service::start_with(Config {
        sources: vec![(Source::Gdelt, source.address)],
        source_timeout: PATIENCE,
        drain: Duration::ZERO,
        ..Config::default()
    })
    .await;
    let claim = json!({"claim": "Bees can fly.", "sources": ["gdelt"]});
    let under_way = tokio::spawn(ask(service.claim(&claim)));
    source.asked().await;

    service.shut_down();
    tokio::time::sleep(Duration::from_millis(100)).await;
    source.allow(1);
    let answer = under_way.await.unwrap();
    assert_eq!(answer.status, 200, "{}", answer.body);
    service.stopped().await;
}

#[tokio::test]
async fn after_the_drain_it_stops_whatever_a_client_is_up_to() {
    let mut service = Service::start_with(Config {
        source_timeout: Duration::from_millis(100),
        drain: Duration::ZERO,
        ..Config::default()
    })
    .await;
    assert_eq!(ask(service.get("/")).await.status, 404);
    // A client that never sends the end of its request.
    let mut stalled = TcpStream::connect(service.address).unwrap();
    let head = "POST /v1/verify/claim HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\
                Authorization: Bearer sk_pro_demo\r\nContent-Type: application/json\r\n\r\n{";
    stalled.write_all(head.as_bytes()).unwrap();

    service.shut_down();
    service.stopped().await;
}
