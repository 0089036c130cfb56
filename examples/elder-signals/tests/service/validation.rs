//! What a request says that is not as it must be, and the whole response.

use elder_signals::ElderSignals;
use elder_signals::store::{PROFILE, SIGNAL};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Service, ask, bad_request, enrollment};

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
        answer.assert(&bad_request(&message));
        for nothing in [json!(null), json!(""), json!(" \t\n")] {
            let answer = ask(service.send("/v1/profiles", &with(field, nothing))).await;
            answer.assert(&bad_request(&message));
        }
    }
    let answer = ask(service.send("/v1/profiles", &json!({}))).await;
    answer.assert(&bad_request("customer_id is required"));
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
            answer.assert(&bad_request(&format!("{field} must be {expected}")));
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
            ask(service.look(&path)).await.assert(&bad_request(message));
        }
        let report = json!({"profile_id": id, "signal_category": "NEW_PAYEES", "severity": "LOW"});
        let answer = ask(service.send("/v1/signals", &report)).await;
        answer.assert(&bad_request("invalid profile ID"));
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
        answer.assert(&bad_request("status must be CONFIRMED or DISMISSED"));
    }
    let answer = ask(service.send(&path, &json!({}))).await;
    answer.assert(&bad_request("status is required"));
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
    answer.assert(&bad_request(
        "status must be ACTIVE, PAUSED, CLOSED or DECEASED",
    ));
    ask(change(""))
        .await
        .assert(&bad_request("status is required"));
}

#[tokio::test]
async fn somebody_is_enrolled_for_a_reason_that_there_is() {
    let service = Service::start().await;
    for reason in [json!("LUCK"), json!("family_request"), json!(["AGE_BASED"])] {
        let body = with("enrollment_reason", reason);
        ask(service.send("/v1/profiles", &body))
            .await
            .assert(&bad_request("invalid enrollment_reason"));
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
        answer.assert(&bad_request(message));
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
        answer.assert(&bad_request(message));
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

fn with(field: &str, value: Value) -> Value {
    let mut enrollment = enrollment();
    enrollment[field] = value;
    enrollment
}
