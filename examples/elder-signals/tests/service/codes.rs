//! A request for each code that deserves it, and the whole response.

use std::num::NonZeroU32;
use std::time::Duration;

use elder_signals::ElderSignals;
use elder_signals::access::{READ_KEY, SANDBOX, SANDBOX_KEY};
use elder_signals::config::Config;
use elder_signals::store::{
    BATCH_RUN, CONFIRMED_SIGNAL, DECEASED_PROFILE, NEW_PROFILE, PROFILE, RULE, SIGNAL,
    TRUNCATED_BATCH_RUN,
};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{
    Answer, NOBODY, Service, as_tenant, ask, bad_request, conflict, error, forbidden, no_content,
    not_found, success, unauthorized,
};

#[tokio::test]
async fn each_field_of_an_enrollment_is_required() {
    let service = Service::start().await;
    for field in [
        "customer_id",
        "customer_name",
        "date_of_birth",
        "enrollment_reason",
    ] {
        let message = format!("{field} is required");
        let mut without = enrollment();
        without.as_object_mut().unwrap().remove(field);
        let answer = ask(service.send("/v1/profiles", &without)).await;
        assert_eq!(answer, bad_request(&message));
        for nothing in [json!(null), json!(""), json!(" \t\n")] {
            let answer = ask(service.send("/v1/profiles", &with(field, nothing))).await;
            assert_eq!(answer, bad_request(&message));
        }
    }
    let answer = ask(service.send("/v1/profiles", &json!({}))).await;
    assert_eq!(answer, bad_request("customer_id is required"));
}

#[tokio::test]
async fn a_field_of_an_enrollment_that_is_not_as_it_must_be_fails_validation() {
    let service = Service::start().await;
    let long_id = "a".repeat(65);
    let long_name = "ö".repeat(201);
    for (field, expected, values) in [
        (
            "customer_id",
            "1 to 64 letters, digits, '.', '_' or '-'",
            vec![json!(7), json!("c 1041"), json!("c-1041\n"), json!(long_id)],
        ),
        (
            "customer_name",
            "a string of at most 200 characters",
            vec![json!(["Rosa"]), json!(true), json!(long_name)],
        ),
        (
            "date_of_birth",
            "a date such as 1941-05-23",
            vec![
                json!(19_410_523),
                json!("1941-5-23"),
                json!("1941-02-29"),
                json!("1941-13-01"),
                json!("1941-05-23T00:00"),
                json!("23.05.1941"),
            ],
        ),
    ] {
        for value in values {
            let answer = ask(service.send("/v1/profiles", &with(field, value))).await;
            assert_eq!(answer, bad_request(&format!("{field} must be {expected}")));
        }
    }
    // The validator of the tests takes this sign for a digit.
    let signed = service.send("/v1/profiles", &with("date_of_birth", json!("+941-05-23")));
    assert_eq!(
        Answer::to::<ElderSignals>(signed).await,
        bad_request("date_of_birth must be a date such as 1941-05-23")
    );

    for (field, value) in [
        ("customer_id", json!("A.b_c-9".to_owned() + &"a".repeat(57))),
        ("customer_name", json!("ö".repeat(200))),
        ("date_of_birth", json!("1936-02-29")),
        ("date_of_birth", json!("0000-01-01")),
    ] {
        let answer = ask(service.send("/v1/profiles", &with(field, value.clone()))).await;
        assert_eq!(answer.status, 201);
        assert_eq!(answer.json()[field], value);
    }
}

#[tokio::test]
async fn an_id_that_is_no_uuid_is_invalid() {
    let service = Service::start().await;
    for id in [
        "rosa",
        "%ff",
        "0b8f9a526c1d4f3e8a7b1c2d3e4f5a60",
        "%7B0b8f9a52-6c1d-4f3e-8a7b-1c2d3e4f5a60%7D",
        "0b8f9a52-6c1d-4f3e-8a7b-1c2d3e4f5a6g",
    ] {
        for (path, message) in [
            (format!("/v1/profiles/{id}"), "invalid profile ID"),
            (format!("/v1/profiles/{id}/baseline"), "invalid profile ID"),
            (format!("/v1/signals/{id}"), "invalid signal ID"),
            (format!("/v1/rules/{id}"), "invalid rule ID"),
            (format!("/v1/batch-runs/{id}"), "invalid batch run ID"),
        ] {
            assert_eq!(ask(service.look(&path)).await, bad_request(message));
        }
        let report = json!({"profile_id": id, "signal_category": "NEW_PAYEES", "severity": "LOW"});
        let answer = ask(service.send("/v1/signals", &report)).await;
        assert_eq!(answer, bad_request("invalid profile ID"));
    }
    let upper = PROFILE.to_string().to_uppercase();
    assert_eq!(
        ask(service.look(&format!("/v1/profiles/{upper}")))
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn a_review_comes_to_confirmed_or_dismissed() {
    let service = Service::start().await;
    let path = format!("/v1/signals/{SIGNAL}/review");
    for status in [
        json!("ACTIVE"),
        json!("confirmed"),
        json!(1),
        json!({"CONFIRMED": null}),
    ] {
        let answer = ask(service.send(&path, &json!({"status": status}))).await;
        assert_eq!(answer, bad_request("status must be CONFIRMED or DISMISSED"));
    }
    let answer = ask(service.send(&path, &json!({}))).await;
    assert_eq!(answer, bad_request("status is required"));
}

#[tokio::test]
async fn a_status_is_one_that_profiles_have() {
    let service = Service::start().await;
    let path = format!("/v1/profiles/{PROFILE}/status");
    let change = |status: &str| {
        let request = service.keyed(Method::PATCH, &path);
        request.json(&json!({"status": status}))
    };
    let answer = ask(change("MISSING")).await;
    assert_eq!(
        answer,
        bad_request("status must be ACTIVE, PAUSED, CLOSED or DECEASED")
    );
    assert_eq!(ask(change("")).await, bad_request("status is required"));
}

#[tokio::test]
async fn somebody_is_enrolled_for_a_reason_that_there_is() {
    let service = Service::start().await;
    for reason in [json!("LUCK"), json!("family_request"), json!(["AGE_BASED"])] {
        let body = with("enrollment_reason", reason);
        assert_eq!(
            ask(service.send("/v1/profiles", &body)).await,
            bad_request("invalid enrollment_reason")
        );
    }
}

#[tokio::test]
async fn a_signal_has_a_category_and_a_severity_that_there_are() {
    let service = Service::start().await;
    let report = |category: Value, severity: Value| json!({"profile_id": PROFILE, "signal_category": category, "severity": severity});
    for (body, message) in [
        (
            report(json!("WEATHER"), json!("LOW")),
            "invalid signal_category",
        ),
        (report(json!(3), json!("DIRE")), "invalid signal_category"),
        (
            report(json!("NEW_PAYEES"), json!("DIRE")),
            "invalid severity",
        ),
        (report(json!("NEW_PAYEES"), json!({})), "invalid severity"),
        (
            report(json!(null), json!("LOW")),
            "signal_category is required",
        ),
        (
            report(json!("NEW_PAYEES"), json!(null)),
            "severity is required",
        ),
    ] {
        let answer = ask(service.send("/v1/signals", &body)).await;
        assert_eq!(answer, bad_request(message));
    }
}

#[tokio::test]
async fn a_rule_has_a_type_a_category_and_a_severity_that_there_are() {
    let service = Service::start().await;
    let rule = |field: &str, value: Value| {
        let mut rule = json!({
            "rule_type": "DEVIATION",
            "signal_category": "NEW_PAYEES",
            "severity": "LOW",
            "weight": 0.5,
        });
        rule[field] = value;
        rule
    };
    for (field, value, message) in [
        ("rule_type", json!("HUNCH"), "invalid rule_type"),
        ("rule_type", json!({"DEVIATION": null}), "invalid rule_type"),
        (
            "signal_category",
            json!("WEATHER"),
            "invalid signal_category",
        ),
        ("severity", json!("DIRE"), "invalid severity"),
        ("rule_type", json!(null), "rule_type is required"),
        ("weight", json!(null), "weight is required"),
    ] {
        let answer = ask(service.send("/v1/rules", &rule(field, value))).await;
        assert_eq!(answer, bad_request(message));
    }
}

#[tokio::test]
async fn the_weight_of_a_rule_is_between_0_and_1() {
    let service = Service::start().await;
    let send = |weight: &str| {
        let body = format!(
            r#"{{"rule_type":"DEVIATION","signal_category":"NEW_PAYEES","severity":"LOW","weight":{weight}}}"#
        );
        let request = service.keyed(Method::POST, "/v1/rules").body(body);
        ask(request.header("Content-Type", "application/json"))
    };
    for weight in ["1.0000001", "-0.1", "2", "1e300", "\"0.5\"", "[]", "true"] {
        assert_eq!(
            send(weight).await,
            bad_request("weight must be between 0 and 1")
        );
    }
    for weight in ["0", "1", "-0.0", "1e-300"] {
        assert_eq!(send(weight).await.status, 201, "{weight}");
    }
}

#[tokio::test]
async fn a_request_without_a_key_is_unauthorized() {
    let service = Service::start().await;
    let answer = ask(as_tenant(service.get(&format!("/v1/profiles/{PROFILE}")))).await;
    assert_eq!(answer, unauthorized("missing or invalid API key"));
}

#[tokio::test]
async fn a_request_without_a_tenant_is_unauthorized() {
    let service = Service::start().await;
    let request = service.get(&format!("/v1/profiles/{PROFILE}"));
    let answer = ask(request.bearer_auth("es_live_demo")).await;
    assert_eq!(answer, unauthorized("missing tenant ID"));
}

#[tokio::test]
async fn a_key_without_the_scope_or_of_the_sandbox_is_forbidden_to_do_it() {
    let service = Service::start().await;
    let run = || service.request(Method::POST, "/v1/batch-runs");
    let answer = ask(as_tenant(run().bearer_auth(READ_KEY))).await;
    assert_eq!(answer, forbidden("API key lacks the write scope"));

    let sandbox = "this endpoint needs a live API key";
    let in_sandbox = |request: reqwest::RequestBuilder| {
        let request = request.bearer_auth(SANDBOX_KEY);
        request.header("X-Tenant-ID", SANDBOX.to_string())
    };
    assert_eq!(ask(in_sandbox(run())).await, forbidden(sandbox));
    let path = format!("/v1/batch-runs/{BATCH_RUN}");
    let answer = ask(in_sandbox(service.get(&path))).await;
    assert_eq!(answer, forbidden(sandbox));
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
        assert_eq!(ask(request).await, not_found("profile not found"));
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
        assert_eq!(ask(request).await, not_found("signal not found"));
    }
}

#[tokio::test]
async fn a_rule_is_not_found_once_it_is_deleted() {
    let service = Service::start().await;
    let path = format!("/v1/rules/{RULE}");
    assert_eq!(ask(service.look(&path)).await.status, 200);
    let delete = || service.keyed(Method::DELETE, &path);
    assert_eq!(ask(delete()).await, no_content());
    assert_eq!(ask(delete()).await, not_found("rule not found"));
    assert_eq!(ask(service.look(&path)).await, not_found("rule not found"));
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
        assert_eq!(answer, not_found("baseline not found"));
    }
}

#[tokio::test]
async fn a_batch_run_that_nobody_has_is_not_found() {
    let service = Service::start().await;
    let answer = ask(service.look(&format!("/v1/batch-runs/{NOBODY}"))).await;
    assert_eq!(answer, not_found("batch run not found"));
}

#[tokio::test]
async fn a_signal_is_reviewed_once_and_reopened_only_then() {
    let service = Service::start().await;
    let review = |id| {
        let body = json!({"status": "DISMISSED"});
        service.send(&format!("/v1/signals/{id}/review"), &body)
    };
    let reopen = |id| service.keyed(Method::POST, &format!("/v1/signals/{id}/reopen"));
    assert_eq!(
        ask(review(CONFIRMED_SIGNAL)).await,
        conflict("signal status must be ACTIVE")
    );
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

fn enrollment() -> Value {
    json!({
        "customer_id": "c-3001",
        "customer_name": "Ada Moreau",
        "date_of_birth": "1944-08-30",
        "enrollment_reason": "SELF_REQUEST",
    })
}

fn with(field: &str, value: Value) -> Value {
    let mut enrollment = enrollment();
    enrollment[field] = value;
    enrollment
}
