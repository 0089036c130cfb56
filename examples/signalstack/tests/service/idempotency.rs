//! Requests with an `Idempotency-Key`.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

use axum::http::StatusCode;
use futures_util::future::join_all;
use serde_json::{Value, json};
use signalstack::config::Config;
use signalstack::sources::Source;

use crate::support::{
    Answer, Expected, Service, TestSource, ask, assert_error, assert_ok, eventually, request_id,
};

const KEY: &str = "550e8400-e29b-41d4-a716-446655440000";

#[tokio::test]
async fn a_replay_is_the_original_response_byte_for_byte() {
    let service = Service::start_with(Config {
        credits: 1,
        ..Config::default()
    })
    .await;
    let claim = json!({"claim": "Bees can fly."});
    let first = idempotent(&service, KEY, &claim).await;
    assert_ok(&first);
    // There was one credit: a second verification could not be paid for.
    assert_eq!(idempotent(&service, KEY, &claim).await, first);
    assert_eq!(
        idempotent(&service, &KEY.to_uppercase(), &claim).await,
        first
    );
    let other_key = "550e8400-e29b-41d4-a716-446655440001";
    assert_eq!(idempotent(&service, other_key, &claim).await.status, 402);
}

#[tokio::test]
async fn an_error_of_the_request_is_replayed_too() {
    let service = Service::start().await;
    for (key, body, status) in [
        ("11111111-1111-4111-8111-111111111111", json!({}), 400),
        (
            "22222222-2222-4222-8222-222222222222",
            json!({"claim": "a".repeat(2001)}),
            422,
        ),
    ] {
        let first = idempotent(&service, key, &body).await;
        assert_eq!(first.status, status);
        assert_eq!(idempotent(&service, key, &body).await, first);
    }
}

#[tokio::test]
async fn a_key_that_comes_back_with_another_body_is_a_conflict() {
    let service = Service::start().await;
    assert_ok(&idempotent(&service, KEY, &json!({"claim": "Bees can fly."})).await);
    let other = idempotent(&service, KEY, &json!({"claim": "Bees cannot fly."})).await;
    assert_error(&other, &conflict(r#"{"reason":"different_request"}"#));
}

#[tokio::test]
async fn a_key_must_be_a_uuid() {
    let service = Service::start().await;
    for key in ["", "1", "550e8400-e29b-41d4-a716-44665544000g"] {
        let answer = idempotent(&service, key, &json!({"claim": "Bees can fly."})).await;
        assert_error(
            &answer,
            &Expected {
                status: 400,
                code: "INVALID_REQUEST",
                message: "The 'Idempotency-Key' header must be a UUID.",
                ..Expected::default()
            },
        );
    }
}

#[tokio::test]
async fn a_key_belongs_to_one_account_and_one_endpoint() {
    let service = Service::start().await;
    let body = json!({"claim": "Bees can fly.", "url": "https://example.com/bee.jpg"});
    let claim = idempotent(&service, KEY, &body).await;
    let media = ask(service.media(&body).header("Idempotency-Key", KEY)).await;
    let other = service
        .post("/v1/verify/claim")
        .bearer_auth("sk_starter_demo")
        .json(&body);
    let starter = ask(other.header("Idempotency-Key", KEY)).await;
    for answer in [&claim, &media, &starter] {
        assert_ok(answer);
    }
    assert_eq!(claim.json()["kind"], "claim");
    assert_eq!(media.json()["kind"], "media");
    assert_ne!(request_id(&claim), request_id(&starter));
}

#[tokio::test]
async fn a_key_is_forgotten_after_its_window() {
    let window = Duration::ZERO;
    let service = Service::start_with(Config {
        idempotency_window: window,
        ..Config::default()
    })
    .await;
    let claim = json!({"claim": "Bees can fly."});
    let first = idempotent(&service, KEY, &claim).await;
    let second = idempotent(&service, KEY, &claim).await;
    assert_ok(&second);
    assert_ne!(request_id(&first), request_id(&second));
    assert_eq!(
        Config::default().idempotency_window,
        Duration::from_secs(24 * 60 * 60)
    );
}

#[tokio::test]
async fn while_the_first_request_is_under_way_its_key_is_a_conflict() {
    let source = TestSource::held().await;
    let service = Arc::new(service_with(&source).await);
    let claim = json!({"claim": "Bees can fly.", "sources": ["gdelt"]});

    let first = tokio::spawn({
        let (service, claim) = (Arc::clone(&service), claim.clone());
        async move { idempotent(&service, KEY, &claim).await }
    });
    source.asked().await;
    let others = (0..10).map(|_| idempotent(&service, KEY, &claim));
    for answer in join_all(others).await {
        assert_error(&answer, &conflict(r#"{"reason":"in_progress"}"#));
    }
    let different = idempotent(&service, KEY, &json!({"claim": "Bees cannot fly."})).await;
    assert_error(&different, &conflict(r#"{"reason":"different_request"}"#));

    source.allow(1);
    let first = first.await.unwrap();
    assert_ok(&first);
    assert_eq!(idempotent(&service, KEY, &claim).await, first);
    assert_eq!(source.questions(), 0);
}

#[tokio::test]
async fn of_requests_that_come_at_once_one_is_carried_out() {
    let source = TestSource::held().await;
    source.allow(100);
    let service = service_with(&source).await;
    let claim = json!({"claim": "Bees can fly.", "sources": ["gdelt"]});
    let answers = join_all((0..50).map(|_| idempotent(&service, KEY, &claim))).await;

    assert_eq!(source.questions(), 1);
    let original = answers
        .iter()
        .find(|answer| answer.status == 200)
        .expect("the first one");
    for answer in &answers {
        if answer.status == 200 {
            assert_eq!(answer, original);
        } else {
            assert_error(answer, &conflict(r#"{"reason":"in_progress"}"#));
        }
    }
}

#[tokio::test]
async fn a_first_request_that_was_abandoned_does_not_keep_its_key() {
    let source = TestSource::held().await;
    let service = Arc::new(service_with(&source).await);
    let claim = json!({"claim": "Bees can fly.", "sources": ["gdelt"]});

    let first = tokio::spawn({
        let (service, claim) = (Arc::clone(&service), claim.clone());
        async move { idempotent(&service, KEY, &claim).await }
    });
    source.asked().await;
    first.abort();

    let second = eventually(async || {
        let mut second = Box::pin(idempotent(&service, KEY, &claim));
        tokio::select! {
            answer = &mut second => {
                assert_error(&answer, &conflict(r#"{"reason":"in_progress"}"#));
                None
            }
            () = source.asked() => Some(second),
        }
    })
    .await;
    source.allow(2);
    assert_ok(&second.await);
}

#[tokio::test]
async fn an_error_of_the_service_is_not_kept() {
    let failing = TestSource::failing(StatusCode::SERVICE_UNAVAILABLE).await;
    let service = service_with(&failing).await;
    let claim = json!({"claim": "Bees can fly.", "sources": ["gdelt"]});
    let first = idempotent(&service, KEY, &claim).await;
    let second = idempotent(&service, KEY, &claim).await;
    assert_eq!((first.status, second.status), (502, 502));
    assert_ne!(request_id(&first), request_id(&second));
    assert_eq!(failing.questions(), 2);
    // Not even the key is taken.
    assert_ok(&idempotent(&service, KEY, &json!({"claim": "Bees can fly."})).await);
}

#[tokio::test]
async fn a_request_that_came_too_often_is_not_kept() {
    let service = Service::start_with(Config {
        rate_limit: NonZeroU32::MIN,
        rate_window: Duration::from_secs(2),
        ..Config::default()
    })
    .await;
    let claim = json!({"claim": "Bees can fly."});
    // Two in a row that are too close, however slow the machine is.
    eventually(async || {
        let _ = ask(service.claim(&claim)).await;
        (idempotent(&service, KEY, &claim).await.status == 429).then_some(())
    })
    .await;
    let answer = eventually(async || {
        let answer = idempotent(&service, KEY, &claim).await;
        (answer.status != 429).then_some(answer)
    })
    .await;
    assert_ok(&answer);
}

async fn service_with(gdelt: &TestSource) -> Service {
    let sources = vec![(Source::Gdelt, gdelt.address)];
    Service::start_with(Config {
        sources,
        ..Config::default()
    })
    .await
}

async fn idempotent(service: &Service, key: &str, body: &Value) -> Answer {
    ask(service.claim(body).header("Idempotency-Key", key)).await
}

fn conflict(details: &str) -> Expected<'_> {
    Expected {
        status: 409,
        code: "CONFLICT",
        message: "Request conflicts with current state",
        details: Some(details),
        ..Expected::default()
    }
}
