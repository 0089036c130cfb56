//! Signed requests.

use std::time::Duration;

use reqwest::RequestBuilder;
use serde_json::json;
use signet::config::Config;
use signet::credentials::{Claim, SERIAL, issue};
use signet::signature::{SIGNATURE, TIMESTAMP, WEBHOOK_SECRET, now, sign};
use signet::store::DEMO_USER;

use crate::support::{Expected, Service, ask, assert_error, assert_success};

const PATH: &str = "/v1/webhooks/credentials";
const EVENT: &str =
    r#"{"id":"evt_0123456789ab","type":"credential.revoked","serial":"crd_0123456789ab"}"#;

/// A request with these headers, and a signature that fits them.
fn signed(service: &Service, timestamp: &str, body: &str) -> RequestBuilder {
    let signature = sign(WEBHOOK_SECRET, &[timestamp.as_bytes(), body.as_bytes()]);
    unsigned(service, body)
        .header(TIMESTAMP, timestamp)
        .header(SIGNATURE, signature)
}

fn unsigned(service: &Service, body: &str) -> RequestBuilder {
    let request = service
        .post(PATH)
        .header("Content-Type", "application/json");
    request.body(body.to_owned())
}

#[test]
fn the_signature_is_that_of_other_implementations() {
    // openssl dgst -sha256 -hmac whsec_demo_4f9c1b
    assert_eq!(
        sign(WEBHOOK_SECRET, &[b"1700000000", b"{}"]),
        "a7381da620e6ece9f343fbc34b8c994f7e499d94e236ca01a1f1c9e3379adb2f"
    );
}

#[tokio::test]
async fn an_issuer_revokes_a_credential_and_restores_it_and_repeats_itself_without_effect() {
    let service = Service::start().await;
    let time = now().to_string();
    let receive = |body: &str| ask(signed(&service, &time, body));
    let verify = || {
        let credential = json!(issue(SERIAL, DEMO_USER, Claim::Adult));
        ask(service.send_of_user("/v1/verifications/credential", &credential))
    };
    let receipt = |id, applied| format!(r#"{{"id":"{id}","applied":{applied}}}"#);
    let restored = EVENT
        .replace("revoked", "restored")
        .replace("evt_0", "evt_1");

    assert_eq!(verify().await.status, 200);
    let answer = receive(EVENT).await;
    assert_success(&answer, 200, &receipt("evt_0123456789ab", true));
    assert_error(
        &verify().await,
        &Expected {
            status: 422,
            code: "verification_failed",
            message: "Verification failed",
            reason: "The verification failed: the issuer has revoked the credential.",
            details: r#"{"fault":"revoked"}"#,
            ..Expected::default()
        },
    );
    let answer = receive(&restored).await;
    assert_success(&answer, 200, &receipt("evt_1123456789ab", true));
    let answer = receive(EVENT).await;
    assert_success(&answer, 200, &receipt("evt_0123456789ab", false));
    assert_eq!(verify().await.status, 200);
}

#[tokio::test]
async fn an_event_of_another_form_is_refused_in_words() {
    let service = Service::start().await;
    let event = EVENT.replace("evt_0123456789ab", "event 1");
    let fields = r#"[{"field":"id","message":"The value is not evt_ and 12 hexadecimal digits in lower case","code":"pattern"}]"#;
    assert_error(
        &ask(signed(&service, &now().to_string(), &event)).await,
        &Expected {
            status: 422,
            code: "validation_failed",
            message: "Validation failed",
            reason: "Fields of the body are missing or invalid; details.fields names them.",
            details: &format!(r#"{{"fields":{fields}}}"#),
            ..Expected::default()
        },
    );
}

#[tokio::test]
async fn each_header_of_the_signature_is_missed_by_name() {
    let service = Service::start().await;
    for (request, header) in [
        (unsigned(&service, EVENT), "X-Signet-Signature"),
        (
            unsigned(&service, EVENT).header(TIMESTAMP, "1"),
            "X-Signet-Signature",
        ),
        (
            unsigned(&service, EVENT).header(SIGNATURE, "1"),
            "X-Signet-Timestamp",
        ),
    ] {
        assert_error(
            &ask(request).await,
            &Expected {
                status: 400,
                code: "missing_signature",
                message: "Missing signature",
                reason: &format!("A signed request needs the {header} header."),
                details: &format!(r#"{{"header":"{header}"}}"#),
                ..Expected::default()
            },
        );
    }
}

#[tokio::test]
async fn a_signature_needs_a_body() {
    let service = Service::start().await;
    assert_error(
        &ask(signed(&service, &now().to_string(), "")).await,
        &Expected {
            status: 400,
            code: "missing_body",
            message: "Missing body",
            reason: "There is no body to which the signature could belong.",
            ..Expected::default()
        },
    );
}

#[tokio::test]
async fn a_signature_of_anything_else_is_invalid() {
    let service = Service::start().await;
    let time = now();
    let timestamp = time.to_string();
    let sign = |secret, timestamp: &str, body: &str| {
        sign(secret, &[timestamp.as_bytes(), body.as_bytes()])
    };
    let good = sign(WEBHOOK_SECRET, &timestamp, EVENT);
    for signature in [
        String::new(),
        "no digits".to_owned(),
        good[..62].to_owned(),
        format!("{good}00"),
        "0".repeat(64),
        sign("another secret", &timestamp, EVENT),
        sign(WEBHOOK_SECRET, &(time - 1).to_string(), EVENT),
        sign(WEBHOOK_SECRET, &timestamp, &EVENT.replace(':', ": ")),
    ] {
        let request = unsigned(&service, EVENT).header(TIMESTAMP, &timestamp);
        assert_error(
            &ask(request.header(SIGNATURE, signature)).await,
            &Expected {
                status: 403,
                code: "invalid_signature",
                message: "Invalid signature",
                reason: "The signature is not that of this timestamp and this body.",
                ..Expected::default()
            },
        );
    }
}

#[tokio::test]
async fn a_genuine_request_of_another_time_has_expired() {
    let service = Service::start_with(Config {
        replay_window: Duration::from_secs(600),
        ..Config::default()
    })
    .await;
    let time = now();
    for timestamp in [
        (time - 660).to_string(),
        (time + 660).to_string(),
        "0".to_owned(),
        "-5".to_owned(),
        "today".to_owned(),
        "99999999999999999999".to_owned(),
        String::new(),
    ] {
        assert_error(
            &ask(signed(&service, &timestamp, EVENT)).await,
            &Expected {
                status: 403,
                code: "expired_request",
                message: "Expired request",
                reason: "The timestamp must be within 600 seconds of now.",
                details: r#"{"window_seconds":600}"#,
                ..Expected::default()
            },
        );
    }
    for timestamp in [time - 540, time + 540] {
        let answer = ask(signed(&service, &timestamp.to_string(), EVENT)).await;
        assert_eq!(answer.status, 200);
    }
}

#[tokio::test]
async fn only_a_genuine_and_timely_request_learns_what_is_wrong_with_its_body() {
    let service = Service::start().await;
    let body = r#"{"id":"evt_1"}"#;
    let code = async |request| {
        let body = ask(request).await.json();
        body["errors"]["invalid_request"]["code"].clone()
    };
    let forged = || unsigned(&service, body).header(SIGNATURE, "00");
    let forged_and_old = forged().header(TIMESTAMP, "1");
    assert_eq!(code(forged_and_old).await, "invalid_signature");
    assert_eq!(code(signed(&service, "1", body)).await, "expired_request");
    let time = now().to_string();
    assert_eq!(
        code(signed(&service, &time, body)).await,
        "validation_failed"
    );
    let large = " ".repeat(65_537);
    let answer = ask(signed(&service, &time, &large)).await;
    assert_eq!(answer.status, 413);
    let untyped = service.post(PATH).body(EVENT);
    let signature = sign(WEBHOOK_SECRET, &[time.as_bytes(), EVENT.as_bytes()]);
    let untyped = untyped
        .header(TIMESTAMP, &time)
        .header(SIGNATURE, signature);
    assert_eq!(ask(untyped).await.status, 415);
}
