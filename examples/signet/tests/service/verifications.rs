//! Credentials and presentations.

use serde_json::json;
use signet::credentials::{Claim, SERIAL, issue};
use signet::store::{DEMO_USER, IMPORTED_USER};

use crate::support::{Answer, Expected, Service, ask, assert_error, assert_success};

const NONCE: &str = "00112233445566778899aabbccddeeff";

#[tokio::test]
async fn a_credential_that_proves_nothing_fails_and_raises_the_risk() {
    let service = Service::start().await;
    let good = issue(SERIAL, DEMO_USER, Claim::Adult);
    let path = "/v1/verifications/credential";
    let verify = |credential| ask(service.send_of_user(path, &json!(credential)));
    assert_success(
        &verify(good.clone()).await,
        200,
        r#"{"user_id":"usr_0123456789ab","credentials":1}"#,
    );

    let mut unknown_issuer = good.clone();
    unknown_issuer.issuer = "https://nobody.example".to_owned();
    let mut other_claim = good.clone();
    other_claim.claim = Claim::Resident;
    let mut wrong_proof = good.clone();
    wrong_proof.proof = "0".repeat(64);
    let another_subject = issue(SERIAL, IMPORTED_USER, Claim::Adult);
    for (credential, fault, words) in [
        (
            unknown_issuer,
            "unknown_issuer",
            "the issuer of the credential is unknown",
        ),
        (
            other_claim,
            "wrong_proof",
            "the proof is not that of the issuer",
        ),
        (
            wrong_proof,
            "wrong_proof",
            "the proof is not that of the issuer",
        ),
        (
            another_subject,
            "another_subject",
            "the credential was issued to another user",
        ),
    ] {
        let details = format!(r#"{{"fault":"{fault}"}}"#);
        assert_unverified(&verify(credential).await, words, &details);
    }

    // Of what four failures add up to, a success leaves half.
    let report = ask(service.send_of_user("/v1/reports", &json!({"reason": "abuse"}))).await;
    assert_eq!(report.json()["data"]["risk"], 0.9375);
    verify(good).await;
    let report = ask(service.send_of_user("/v1/reports", &json!({"reason": "abuse"}))).await;
    assert_eq!(report.json()["data"]["risk"], 0.46875);
}

#[tokio::test]
async fn a_presentation_is_shown_once_and_says_which_credential_fails() {
    let service = Service::start().await;
    let present = |credentials: serde_json::Value| {
        let presentation = json!({"nonce": NONCE, "credentials": credentials});
        ask(service.send_of_user("/v1/verifications/presentation", &presentation))
    };
    let good = || issue(SERIAL, DEMO_USER, Claim::Adult);
    let other = || issue("crd_00000000000f", DEMO_USER, Claim::Name);
    let mut wrong = other();
    wrong.proof = good().proof;
    assert_unverified(
        &present(json!([good(), wrong])).await,
        "the proof is not that of the issuer",
        r#"{"fault":"wrong_proof","credential":1}"#,
    );
    // The nonce was not spent.
    assert_success(
        &present(json!([good(), other()])).await,
        200,
        r#"{"user_id":"usr_0123456789ab","credentials":2}"#,
    );
    assert_unverified(
        &present(json!([good()])).await,
        "the presentation was used before",
        r#"{"fault":"replayed"}"#,
    );
}

#[track_caller]
fn assert_unverified(answer: &Answer, words: &str, details: &str) {
    assert_error(
        answer,
        &Expected {
            status: 422,
            code: "verification_failed",
            message: "Verification failed",
            reason: &format!("The verification failed: {words}."),
            details,
            ..Expected::default()
        },
    );
}
