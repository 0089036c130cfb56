//! API keys, the tokens that they are exchanged for, and the end of these.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use signstack::config::Config;

use crate::support::{
    DEMO, Service, WORKFLOWS, ask, assert_answer, assert_success, error, invalid_token,
    validation_error,
};

#[tokio::test]
async fn a_key_is_exchanged_for_a_token_of_an_hour_with_its_scopes() {
    let service = Service::start().await;
    let before = Timestamp::now();
    let answer = ask(service.exchange("sk_live_demo")).await;
    let after = Timestamp::now();
    assert_success(&answer, 200);

    let grant = answer.json();
    let token = grant["accessToken"].as_str().unwrap();
    let expires_at = grant["expiresAt"].as_str().unwrap();
    let body = format!(
        r#"{{"accessToken":"{token}","tokenType":"Bearer","expiresAt":"{expires_at}","scopes":["workflow:read","workflow:write"]}}"#
    );
    assert_eq!(answer.body, body);
    let issued_at = expires_at.parse::<Timestamp>().unwrap() - SignedDuration::from_hours(1);
    assert!((before..=after).contains(&issued_at), "{expires_at}");

    let create = |token: &str| {
        let request = service.post(WORKFLOWS).bearer_auth(token);
        ask(request.json(&json!({"blueprintKey": "lease"})))
    };
    assert_success(&create(token).await, 201);
    // A token is another one each time, and the old ones stay valid.
    let other = ask(service.exchange("sk_live_demo")).await.json();
    assert_ne!(other["accessToken"], token);
    assert_success(&create(token).await, 201);

    let reader = ask(service.exchange("sk_live_reader")).await.json();
    assert_eq!(reader["scopes"], json!(["workflow:read"]));
    let token = reader["accessToken"].as_str().unwrap();
    assert_success(&ask(service.get(DEMO).bearer_auth(token)).await, 200);
    assert_eq!(create(token).await.status, 403);
}

#[tokio::test]
async fn a_key_that_is_unknown_or_revoked_gives_no_token() {
    let service = Service::start().await;
    for key in [
        "sk_live_nobody",
        "sk_live_revoked",
        "at_demo",
        "sk_live_demo ",
        "\u{0}",
    ] {
        let answer = error(401, "invalid_token", "The API key is invalid or revoked");
        assert_answer(
            &ask(service.exchange(key)).await,
            answer.header("www-authenticate", "Bearer"),
        );
    }
}

#[tokio::test]
async fn a_token_that_has_expired_is_valid_no_more() {
    let service = Service::start_with(Config {
        token_lifetime: Duration::from_secs(1),
        ..Config::default()
    })
    .await;
    let grant = ask(service.exchange("sk_live_demo")).await.json();
    let token = grant["accessToken"].as_str().unwrap();
    let look_up = || ask(service.get(DEMO).bearer_auth(token));
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_answer(&look_up().await, invalid_token());
    // It is forgotten by then, and no more valid for that.
    assert_success(&ask(service.exchange("sk_live_demo")).await, 200);
    assert_answer(&look_up().await, invalid_token());
}

#[tokio::test]
async fn an_exchange_that_is_none_is_invalid() {
    let service = Service::start().await;
    let exchange = |body| ask(service.post("/v1/auth/token").json(&body));
    let missing = "Required field is missing";
    assert_answer(
        &exchange(json!({})).await,
        validation_error(422, &[("grantType", missing), ("apiKey", missing)]),
    );
    assert_answer(
        &exchange(json!({"grantType": "password", "apiKey": ""})).await,
        validation_error(
            422,
            &[
                ("grantType", "Grant type 'password' is not supported"),
                ("apiKey", "Must have between 1 and 100 characters"),
            ],
        ),
    );
    assert_answer(
        &exchange(json!({"grantType": "api_key", "apiKey": ["sk_live_demo"]})).await,
        validation_error(400, &[("apiKey", "Must be a string")]),
    );
}
