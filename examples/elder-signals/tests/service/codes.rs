//! A request for each code that deserves it, and the whole response.

use std::num::NonZeroU32;
use std::time::Duration;

use elder_signals::access::{READ_KEY, SANDBOX, SANDBOX_KEY};
use elder_signals::config::Config;
use elder_signals::store::{
    BATCH_RUN, CONFIRMED_SIGNAL, DECEASED_PROFILE, NEW_PROFILE, PROFILE, RULE, SIGNAL,
    TRUNCATED_BATCH_RUN,
};
use reqwest::Method;
use serde_json::json;

use crate::support::{
    NOBODY, Service, as_tenant, ask, conflict, enrollment, error, forbidden, no_content, not_found,
    success, unauthorized,
};

#[tokio::test]
async fn a_request_without_a_key_is_unauthorized() {
    let service = Service::start().await;
    let answer = ask(as_tenant(service.get(&format!("/v1/profiles/{PROFILE}")))).await;
    answer.assert(&unauthorized("missing or invalid API key"));
}

#[tokio::test]
async fn a_request_without_a_tenant_is_unauthorized() {
    let service = Service::start().await;
    let request = service.get(&format!("/v1/profiles/{PROFILE}"));
    let answer = ask(request.bearer_auth("es_live_demo")).await;
    answer.assert(&unauthorized("missing tenant ID"));
}

#[tokio::test]
async fn a_key_without_the_scope_or_of_the_sandbox_is_forbidden_to_do_it() {
    let service = Service::start().await;
    let run = || service.request(Method::POST, "/v1/batch-runs");
    let answer = ask(as_tenant(run().bearer_auth(READ_KEY))).await;
    answer.assert(&forbidden("API key lacks the write scope"));

    let sandbox = "this endpoint needs a live API key";
    let in_sandbox = |request: reqwest::RequestBuilder| {
        let request = request.bearer_auth(SANDBOX_KEY);
        request.header("X-Tenant-ID", SANDBOX.to_string())
    };
    ask(in_sandbox(run())).await.assert(&forbidden(sandbox));
    let path = format!("/v1/batch-runs/{BATCH_RUN}");
    let answer = ask(in_sandbox(service.get(&path))).await;
    answer.assert(&forbidden(sandbox));
}

#[tokio::test]
async fn a_profile_that_nobody_has_is_not_found() {
    let service = Service::start().await;
    let patch = service.keyed(Method::PATCH, &format!("/v1/profiles/{NOBODY}/status"));
    let report = json!({"profile_id": NOBODY, "signal_category": "NEW_PAYEES", "severity": "LOW"});
    for request in [
        service.look(&format!("/v1/profiles/{NOBODY}")),
        service.look(&format!("/v1/profiles/{NOBODY}/baseline")),
        service.look(&format!("/v1/profiles/{SIGNAL}")),
        patch.json(&json!({"status": "CLOSED"})),
        service.send("/v1/signals", &report),
    ] {
        ask(request).await.assert(&not_found("profile not found"));
    }
}

#[tokio::test]
async fn a_signal_that_nobody_has_is_not_found() {
    let service = Service::start().await;
    let review = json!({"status": "CONFIRMED"});
    for request in [
        service.look(&format!("/v1/signals/{NOBODY}")),
        service.send(&format!("/v1/signals/{NOBODY}/review"), &review),
        service.keyed(Method::POST, &format!("/v1/signals/{NOBODY}/reopen")),
    ] {
        ask(request).await.assert(&not_found("signal not found"));
    }
}

#[tokio::test]
async fn a_rule_is_not_found_once_it_is_deleted() {
    let service = Service::start().await;
    let path = format!("/v1/rules/{RULE}");
    assert_eq!(ask(service.look(&path)).await.status, 200);
    let delete = || service.keyed(Method::DELETE, &path);
    assert_eq!(ask(delete()).await, no_content());
    ask(delete()).await.assert(&not_found("rule not found"));
    ask(service.look(&path))
        .await
        .assert(&not_found("rule not found"));
}

#[tokio::test]
async fn the_baseline_of_somebody_who_was_enrolled_just_now_is_not_found() {
    let service = Service::start().await;
    let profile = ask(service.send("/v1/profiles", &enrollment()))
        .await
        .json();
    let id = profile["id"].as_str().unwrap();
    for id in [id, &NEW_PROFILE.to_string()] {
        let answer = ask(service.look(&format!("/v1/profiles/{id}/baseline"))).await;
        answer.assert(&not_found("baseline not found"));
    }
}

#[tokio::test]
async fn a_batch_run_that_nobody_has_is_not_found() {
    let service = Service::start().await;
    let answer = ask(service.look(&format!("/v1/batch-runs/{NOBODY}"))).await;
    answer.assert(&not_found("batch run not found"));
}

#[tokio::test]
async fn a_signal_is_reviewed_once_and_reopened_only_then() {
    let service = Service::start().await;
    let review = |id| {
        let body = json!({"status": "DISMISSED"});
        service.send(&format!("/v1/signals/{id}/review"), &body)
    };
    let reopen = |id| service.keyed(Method::POST, &format!("/v1/signals/{id}/reopen"));
    ask(review(CONFIRMED_SIGNAL))
        .await
        .assert(&conflict("signal status must be ACTIVE"));
    let not_reviewed = conflict("signal status must be CONFIRMED or DISMISSED");
    assert_eq!(ask(reopen(SIGNAL)).await, not_reviewed);

    let signal = |status: &str| {
        let body = format!(
            r#"{{"id":"{SIGNAL}","profile_id":"{PROFILE}","signal_category":"NEW_PAYEES","severity":"HIGH","status":"{status}"}}"#
        );
        success(200, body)
    };
    assert_eq!(ask(review(SIGNAL)).await, signal("DISMISSED"));
    assert_eq!(ask(reopen(SIGNAL)).await, signal("ACTIVE"));
    assert_eq!(ask(reopen(SIGNAL)).await, not_reviewed);
}

#[tokio::test]
async fn a_status_follows_only_those_that_it_may_follow() {
    let service = Service::start().await;
    let change = async |id, status: &str| {
        let request = service.keyed(Method::PATCH, &format!("/v1/profiles/{id}/status"));
        ask(request.json(&json!({"status": status}))).await
    };
    for status in ["ACTIVE", "PAUSED", "CLOSED", "DECEASED"] {
        assert_eq!(
            change(DECEASED_PROFILE, status).await,
            conflict(&format!("cannot transition from DECEASED to {status}"))
        );
    }
    for (to, expected) in [
        ("ACTIVE", Err("cannot transition from ACTIVE to ACTIVE")),
        ("PAUSED", Ok(())),
        ("PAUSED", Err("cannot transition from PAUSED to PAUSED")),
        ("ACTIVE", Ok(())),
        ("PAUSED", Ok(())),
        ("CLOSED", Ok(())),
        ("ACTIVE", Err("cannot transition from CLOSED to ACTIVE")),
        ("DECEASED", Err("cannot transition from CLOSED to DECEASED")),
    ] {
        let answer = change(PROFILE, to).await;
        match expected {
            Ok(()) => assert_eq!((answer.status, &answer.json()["status"]), (200, &json!(to))),
            Err(message) => assert_eq!(answer, conflict(message)),
        }
    }
}

#[tokio::test]
async fn a_key_that_comes_too_often_is_told_when_to_come_back() {
    let service = Service::start_with(Config {
        rate_limit: NonZeroU32::new(2).unwrap(),
        rate_window: Duration::from_secs(7200),
    })
    .await;
    let request = || service.look(&format!("/v1/profiles/{PROFILE}"));
    assert_eq!(ask(request()).await.status, 200);
    assert_eq!(ask(request()).await.status, 200);

    let answer = ask(request()).await;
    // One request fits again with each half of the window.
    let wait = answer.headers["retry-after"].clone();
    assert!((3540..=3600).contains(&wait.parse().unwrap()), "{wait}");
    let message = "Rate limit exceeded. Please retry after the reset time.";
    let expected = error(429, "Rate Limited", message).header("retry-after", &wait);
    assert_eq!(answer, expected);

    // Another key has a limit of its own.
    let other = service.get(&format!("/v1/profiles/{PROFILE}"));
    assert_eq!(
        ask(as_tenant(other.bearer_auth(READ_KEY))).await.status,
        200
    );
}

#[tokio::test]
async fn a_record_that_was_cut_short_is_an_internal_error() {
    let service = Service::start().await;
    let answer = ask(service.look(&format!("/v1/batch-runs/{TRUNCATED_BATCH_RUN}"))).await;
    let expected = error(
        500,
        "Internal Server Error",
        "the server failed to handle the request",
    );
    assert_eq!(answer, expected);
}

#[tokio::test]
async fn an_unknown_path_or_method_is_not_found_whoever_asks() {
    let service = Service::start().await;
    let expected = not_found("no such endpoint");
    for path in ["/", "/v1", "/v1/profiles/", "/v2/profiles", "/v1/x/y/z"] {
        assert_eq!(ask(service.get(path)).await, expected);
        assert_eq!(ask(service.look(path)).await, expected);
        assert_eq!(ask(service.send(path, &json!({}))).await, expected);
    }
    for (method, path, allow) in [
        (Method::GET, "/v1/profiles", "POST"),
        (Method::POST, "/v1/profiles/x", "GET,HEAD"),
        (Method::PUT, "/v1/rules/x", "GET,HEAD,DELETE"),
        (Method::POST, "/v1/profiles/x/status", "PATCH"),
    ] {
        let answer = ask(service.request(method, path)).await;
        assert_eq!(answer, expected.clone().header("allow", allow));
    }
}
