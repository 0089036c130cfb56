//! One request for each code that deserves it, and the whole response. Codes of tokens, bodies,
//! verifications and webhooks have files of their own.

use reqwest::Method;
use serde_json::json;
use signet::access::{DORMANT_TOKEN, NEWCOMER_TOKEN, READER_TOKEN};
use signet::store::{DEMO_USER, IMPORTED_USER};

use crate::support::{Answer, Expected, Service, ask, assert_error, assert_success};

#[tokio::test]
async fn a_user_is_created_and_can_be_looked_up() {
    let service = Service::start().await;
    let user = r#"{"id":"usr_000000000001","email":"di@example.com","name":"Di"}"#;
    let body = json!({"email": "di@example.com", "name": "Di"});
    assert_success(&ask(service.send("/v1/users", &body)).await, 201, user);
    let found = ask(service.find("/v1/users/usr_000000000001")).await;
    assert_success(&found, 200, user);
}

#[tokio::test]
async fn two_users_with_one_email_address_are_a_conflict() {
    let service = Service::start().await;
    let body = json!({"email": "ADA@example.com", "name": "Ada again"});
    assert_error(
        &ask(service.send("/v1/users", &body)).await,
        &Expected {
            status: 409,
            category: "conflict",
            code: "conflict",
            message: "Conflict",
            reason: "You already have a user like this.",
            details: r#"{"resource":"user"}"#,
            ..Expected::default()
        },
    );
    // Another partner may have the same one.
    let elsewhere = service.post("/v1/users").bearer_auth(NEWCOMER_TOKEN);
    assert_eq!(ask(elsewhere.json(&body)).await.status, 201);
}

#[tokio::test]
async fn what_belongs_to_nobody_or_to_another_partner_is_not_found() {
    let service = Service::start().await;
    let delete = |path| {
        let request = service.request(Method::DELETE, path);
        request.bearer_auth(signet::access::MANAGER_TOKEN)
    };
    let flag = json!({"reason": "fraud"});
    for (request, resource) in [
        (service.find("/v1/users/usr_feedfacecafe"), "user"),
        (service.find("/v1/users/usr_ffffffffffff"), "user"),
        (service.find("/v1/users/%ff"), "user"),
        (service.find("/v1/reports/rpt_ffffffffffff"), "report"),
        (
            service
                .get("/v1/reports/rpt_0123456789ab")
                .bearer_auth(DORMANT_TOKEN),
            "report",
        ),
        (
            service.get("/v1/profile").bearer_auth(NEWCOMER_TOKEN),
            "profile",
        ),
        (service.send("/v1/devices/dev_1/flags", &flag), "device"),
        (delete("/v1/ip-flags/203.0.113.8"), "IP flag"),
        (delete("/v1/ip-flags/localhost"), "IP flag"),
        (
            service
                .send("/v1/reports", &flag)
                .header("X-User-Id", "usr_feedfacecafe"),
            "user",
        ),
        (
            service
                .send("/v1/reports", &flag)
                .header("X-User-Id", b"\xff".as_slice()),
            "user",
        ),
        (
            service
                .send_of_user("/v1/reports", &flag)
                .header("X-User-Id", IMPORTED_USER),
            "user",
        ),
    ] {
        let reason = format!("You have no such {resource}.");
        let details = format!(r#"{{"resource":"{resource}"}}"#);
        assert_error(
            &ask(request).await,
            &Expected {
                status: 404,
                category: "not_found",
                code: "not_found",
                message: "Not found",
                reason: &reason,
                details: &details,
                ..Expected::default()
            },
        );
    }
}

#[tokio::test]
async fn an_unknown_path_is_not_found_and_an_unknown_method_not_allowed_whoever_asks() {
    let service = Service::start().await;
    let unknown_path = Expected {
        status: 404,
        category: "not_found",
        code: "not_found",
        message: "Not found",
        reason: "There is no such endpoint.",
        ..Expected::default()
    };
    for path in ["/", "/v1", "/v1/users/", "/v2/users", "/v1/users/a/b"] {
        assert_error(&ask(service.get(path)).await, &unknown_path);
        assert_error(&ask(service.send(path, &json!({}))).await, &unknown_path);
    }
    for (method, path, allow) in [
        (Method::GET, "/v1/users", "POST"),
        (Method::PUT, "/v1/profile", "GET,HEAD,POST"),
        (Method::GET, "/v1/ip-flags/203.0.113.7", "DELETE"),
    ] {
        assert_error(
            &ask(service.request(method, path)).await,
            &Expected {
                status: 405,
                reason: "The endpoint does not take this method; the Allow header has those that it takes.",
                headers: &[("allow", allow)],
                ..unknown_path
            },
        );
    }
}

#[tokio::test]
async fn a_reader_changes_nothing() {
    let service = Service::start().await;
    let expected = Expected {
        status: 403,
        category: "forbidden",
        code: "forbidden",
        message: "Forbidden",
        reason: "This takes a token with the role manager.",
        details: r#"{"required_role":"manager"}"#,
        ..Expected::default()
    };
    assert_error(&ask(service.report(READER_TOKEN)).await, &expected);
    for path in [
        "/v1/users",
        "/v1/verifications/credential",
        "/v1/verifications/presentation",
        "/v1/profile",
        "/v1/profile/activate",
        "/v1/profile/deactivate",
        "/v1/devices/dev_0123456789ab/flags",
        "/v1/ip-flags",
    ] {
        let answer = ask(service.post(path).bearer_auth(READER_TOKEN)).await;
        assert_error(&answer, &expected);
    }
    let found = ask(service.get("/v1/profile").bearer_auth(READER_TOKEN)).await;
    let profile = r#"{"display_name":"Acme","standing":"active"}"#;
    assert_success(&found, 200, profile);
}

#[tokio::test]
async fn a_partner_makes_its_profile_and_activates_it_before_it_reports() {
    let service = Service::start().await;
    let post = |path| service.post(path).bearer_auth(NEWCOMER_TOKEN);
    let required = Expected {
        status: 409,
        code: "profile_required",
        message: "Profile required",
        reason: "You have no partner profile yet; create one first.",
        ..Expected::default()
    };
    let inactive = Expected {
        status: 409,
        code: "profile_inactive",
        message: "Profile inactive",
        reason: "Your partner profile is inactive; activate it first.",
        ..Expected::default()
    };
    let profile = |standing| format!(r#"{{"display_name":"New","standing":"{standing}"}}"#);

    assert_error(&ask(service.report(NEWCOMER_TOKEN)).await, &required);
    assert_error(&ask(post("/v1/profile/activate")).await, &required);
    assert_error(&ask(post("/v1/profile/deactivate")).await, &required);

    let create = || post("/v1/profile").json(&json!({"display_name": "New"}));
    assert_success(&ask(create()).await, 201, &profile("inactive"));
    assert_error(
        &ask(create()).await,
        &Expected {
            status: 409,
            category: "conflict",
            code: "conflict",
            message: "Conflict",
            reason: "You already have a profile like this.",
            details: r#"{"resource":"profile"}"#,
            ..Expected::default()
        },
    );
    assert_error(&ask(service.report(NEWCOMER_TOKEN)).await, &inactive);
    assert_error(&ask(service.report(DORMANT_TOKEN)).await, &inactive);

    for _ in 0..2 {
        let activated = ask(post("/v1/profile/activate")).await;
        assert_success(&activated, 200, &profile("active"));
    }
    // The user is another partner's.
    assert_eq!(ask(service.report(NEWCOMER_TOKEN)).await.status, 404);
    let deactivated = ask(post("/v1/profile/deactivate")).await;
    assert_success(&deactivated, 200, &profile("inactive"));
    assert_error(&ask(service.report(NEWCOMER_TOKEN)).await, &inactive);
}

#[tokio::test]
async fn a_request_about_a_user_names_the_user() {
    let service = Service::start().await;
    let expected = Expected {
        status: 400,
        code: "user_id_missing",
        message: "User ID missing",
        reason: "Name the user in the X-User-Id header.",
        ..Expected::default()
    };
    for path in [
        "/v1/reports",
        "/v1/verifications/credential",
        "/v1/verifications/presentation",
    ] {
        let request = || service.send(path, &json!({"reason": "fraud"}));
        assert_error(&ask(request()).await, &expected);
        let empty = request().header("X-User-Id", "");
        assert_error(&ask(empty).await, &expected);
    }
}

#[tokio::test]
async fn a_report_is_made_and_can_be_looked_up() {
    let service = Service::start().await;
    let body = json!({"reason": "fraud", "note": "\u{1f41d} \"twice\""});
    let report = r#"{"id":"rpt_000000000001","user_id":"usr_0123456789ab","reason":"fraud","note":"🐝 \"twice\"","risk":0.0}"#;
    let made = ask(service.send_of_user("/v1/reports", &body)).await;
    assert_success(&made, 201, report);
    let found = ask(service.find("/v1/reports/rpt_000000000001")).await;
    assert_success(&found, 200, report);
}

#[tokio::test]
async fn a_report_that_cannot_be_read_back_is_named_and_later_an_internal_error() {
    let service = Service::start().await;
    let request = service.send("/v1/reports", &json!({"reason": "fraud"}));
    assert_error(
        &ask(request.header("X-User-Id", IMPORTED_USER)).await,
        &Expected {
            status: 500,
            category: "api_error",
            code: "report_retrieval_failed",
            message: "Report retrieval failed",
            reason: "Report rpt_000000000001 was made, but reading it back failed.",
            details: r#"{"report_id":"rpt_000000000001"}"#,
            ..Expected::default()
        },
    );
    for id in ["rpt_000000000001", "rpt_00000badc0de"] {
        assert_error(
            &ask(service.find(&format!("/v1/reports/{id}"))).await,
            &Expected {
                status: 500,
                category: "api_error",
                code: "internal_error",
                message: "Internal error",
                reason: "Signet failed to handle this request.",
                ..Expected::default()
            },
        );
    }
}

#[tokio::test]
async fn a_device_is_flagged_once_for_each_reason() {
    let service = Service::start().await;
    let path = "/v1/devices/dev_0123456789ab/flags";
    let flag = |reason| ask(service.send(path, &json!({"reason": reason})));
    assert_success(
        &flag("fraud").await,
        201,
        r#"{"device_id":"dev_0123456789ab","reason":"fraud"}"#,
    );
    assert_eq!(flag("emulator").await.status, 201);
    assert_error(
        &flag("fraud").await,
        &Expected {
            status: 409,
            code: "duplicate_flag",
            message: "Duplicate flag",
            reason: "Device dev_0123456789ab is already flagged for fraud.",
            details: r#"{"device_id":"dev_0123456789ab","reason":"fraud"}"#,
            ..Expected::default()
        },
    );
}

#[tokio::test]
async fn an_address_is_flagged_once_however_it_is_written() {
    let service = Service::start().await;
    let flag = |ip, reason| ask(service.send("/v1/ip-flags", &json!({"ip": ip, "reason": reason})));
    let first = r#"{"ip":"203.0.113.7","reason":"proxy"}"#;
    assert_success(&flag("203.0.113.7", "proxy").await, 201, first);
    for again in ["203.0.113.7", "::ffff:203.0.113.7", "::FFFF:CB00:7107"] {
        assert_error(
            &flag(again, "abuse").await,
            &Expected {
                status: 409,
                code: "already_flagged",
                message: "Already flagged",
                reason: "203.0.113.7 is already flagged, for proxy.",
                details: first,
                ..Expected::default()
            },
        );
    }
    let request = service
        .request(Method::DELETE, "/v1/ip-flags/::ffff:203.0.113.7")
        .bearer_auth(signet::access::MANAGER_TOKEN);
    assert_success(&ask(request).await, 200, first);
    assert_eq!(flag("203.0.113.7", "abuse").await.status, 201);
    assert_success(
        &flag("2001:DB8:0::1", "abuse").await,
        201,
        r#"{"ip":"2001:db8::1","reason":"abuse"}"#,
    );
}

#[tokio::test]
async fn a_request_is_examined_in_one_order_token_role_header_profile_user_and_body() {
    let service = Service::start().await;
    let request = |token: &str| {
        let request = service.post("/v1/reports").bearer_auth(token);
        request.body("no JSON")
    };
    let code = async |request| {
        let answer: Answer = ask(request).await;
        let body = answer.json();
        let (_, error) = body["errors"].as_object().unwrap().iter().next().unwrap();
        error["code"].as_str().unwrap().to_owned()
    };
    let manager = signet::access::MANAGER_TOKEN;
    assert_eq!(code(request("sgt")).await, "invalid_format");
    assert_eq!(code(request(READER_TOKEN)).await, "forbidden");
    assert_eq!(code(request(NEWCOMER_TOKEN)).await, "user_id_missing");
    let nobody = request(NEWCOMER_TOKEN).header("X-User-Id", "usr_0");
    assert_eq!(code(nobody).await, "profile_required");
    let stranger = request(manager).header("X-User-Id", "usr_feedfacecafe");
    assert_eq!(code(stranger).await, "not_found");
    let known = request(manager).header("X-User-Id", DEMO_USER);
    assert_eq!(code(known).await, "validation_failed");
}
