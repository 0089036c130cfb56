//! Keys, tenants and scopes, and the order in which a request is examined.

use std::num::NonZeroU32;
use std::time::Duration;

use elder_signals::access::{LIVE_KEY, READ_KEY, REVOKED_KEY, SANDBOX, SANDBOX_KEY, TENANT};
use elder_signals::config::Config;
use elder_signals::store::{BATCH_RUN, DECEASED_PROFILE, PROFILE, RULE, SIGNAL};
use reqwest::{Method, RequestBuilder};
use serde_json::json;

use crate::support::{Service, as_tenant, ask, forbidden, not_found, success, unauthorized};

#[tokio::test]
async fn no_header_but_the_right_one_opens_anything() {
    let service = Service::start().await;
    let headers: [&[u8]; 12] = [
        b"es_live_demo",
        b"Bearer",
        b"Bearer ",
        b"Bearer es_nobody",
        b"Bearer es_live_dem",
        b"Bearer es_live_demo_",
        b"Bearer ES_LIVE_DEMO",
        b"Bearer es_live_demo es_live_demo",
        b"Bearer es_revoked_demo",
        b"Basic ZXNfbGl2ZV9kZW1vOg==",
        b"Bearer \xff",
        b"",
    ];
    let request = || as_tenant(service.get(&format!("/v1/profiles/{PROFILE}")));
    for header in headers {
        ask(request().header("Authorization", header))
            .await
            .assert(&unauthorized("missing or invalid API key"));
    }
    let bearer = |key: &str| request().header("Authorization", format!("bearer {key}"));
    assert_eq!(ask(bearer("es_live_demo")).await.status, 200);
    // Whoever else looks at a request may look at the other one.
    let twice = bearer("es_live_demo").bearer_auth("es_read_demo");
    ask(twice)
        .await
        .assert(&unauthorized("missing or invalid API key"));
}

#[tokio::test]
async fn a_key_is_for_one_tenant() {
    let service = Service::start().await;
    let request = || {
        service
            .get(&format!("/v1/profiles/{PROFILE}"))
            .bearer_auth(LIVE_KEY)
    };
    let simple = TENANT.simple().to_string();
    let braced = TENANT.braced().to_string();
    let sandbox = SANDBOX.to_string();
    let tenants: [&[u8]; 6] = [
        b"",
        b"harbor",
        b"\xff",
        simple.as_bytes(),
        braced.as_bytes(),
        sandbox.as_bytes(),
    ];
    for tenant in tenants {
        ask(request().header("X-Tenant-ID", tenant))
            .await
            .assert(&unauthorized("invalid tenant ID"));
    }
    let both = as_tenant(request()).header("X-Tenant-ID", sandbox);
    ask(both).await.assert(&unauthorized("invalid tenant ID"));
    let upper = TENANT.to_string().to_uppercase();
    assert_eq!(
        ask(request().header("X-Tenant-ID", upper)).await.status,
        200
    );
}

#[tokio::test]
async fn what_belongs_to_another_tenant_is_not_found() {
    let service = Service::start().await;
    let in_sandbox = |method: Method, path: String| {
        let request = service.request(method, &path).bearer_auth(SANDBOX_KEY);
        request.header("X-Tenant-ID", SANDBOX.to_string())
    };
    let get = |path: String| in_sandbox(Method::GET, path);
    let status = json!({"status": "CLOSED"});
    let review = json!({"status": "CONFIRMED"});
    let report = json!({"profile_id": PROFILE, "signal_category": "NEW_PAYEES", "severity": "LOW"});
    let patch = in_sandbox(Method::PATCH, format!("/v1/profiles/{PROFILE}/status"));
    let review_of = in_sandbox(Method::POST, format!("/v1/signals/{SIGNAL}/review"));
    for (request, message) in [
        (get(format!("/v1/profiles/{PROFILE}")), "profile not found"),
        (
            get(format!("/v1/profiles/{PROFILE}/baseline")),
            "profile not found",
        ),
        (patch.json(&status), "profile not found"),
        (
            in_sandbox(Method::POST, "/v1/signals".to_owned()).json(&report),
            "profile not found",
        ),
        (get(format!("/v1/signals/{SIGNAL}")), "signal not found"),
        (review_of.json(&review), "signal not found"),
        (get(format!("/v1/rules/{RULE}")), "rule not found"),
        (
            in_sandbox(Method::DELETE, format!("/v1/rules/{RULE}")),
            "rule not found",
        ),
    ] {
        ask(request).await.assert(&not_found(message));
    }
    // Nothing of it was done.
    for path in [
        format!("/v1/profiles/{PROFILE}"),
        format!("/v1/signals/{SIGNAL}"),
        format!("/v1/rules/{RULE}"),
    ] {
        assert_eq!(ask(service.look(&path)).await.status, 200);
    }
}

#[tokio::test]
async fn a_key_that_may_only_read_may_read_everything_and_write_nothing() {
    let service = Service::start().await;
    let read =
        |method: Method, path: &str| as_tenant(service.request(method, path).bearer_auth(READ_KEY));
    for path in [
        format!("/v1/profiles/{PROFILE}"),
        format!("/v1/profiles/{DECEASED_PROFILE}/baseline"),
        format!("/v1/signals/{SIGNAL}"),
        format!("/v1/rules/{RULE}"),
        format!("/v1/batch-runs/{BATCH_RUN}"),
    ] {
        assert_eq!(ask(read(Method::GET, &path)).await.status, 200);
    }
    for (method, path) in [
        (Method::POST, "/v1/profiles".to_owned()),
        (Method::PATCH, format!("/v1/profiles/{PROFILE}/status")),
        (Method::POST, "/v1/signals".to_owned()),
        (Method::POST, format!("/v1/signals/{SIGNAL}/review")),
        (Method::POST, format!("/v1/signals/{SIGNAL}/reopen")),
        (Method::POST, "/v1/rules".to_owned()),
        (Method::DELETE, format!("/v1/rules/{RULE}")),
        (Method::POST, "/v1/batch-runs".to_owned()),
    ] {
        ask(read(method, &path))
            .await
            .assert(&forbidden("API key lacks the write scope"));
    }
}

#[tokio::test]
async fn route_key_tenant_rate_scope_id_body_and_record_come_in_this_order() {
    let limited = |limit| Config {
        rate_limit: NonZeroU32::new(limit).unwrap(),
        rate_window: Duration::from_secs(7200),
    };
    let service = Service::start_with(limited(1)).await;
    let patch = |path: &str| service.request(Method::PATCH, path).body("no JSON");
    let statuses = |request: RequestBuilder| async move {
        let answer = ask(request).await;
        (
            answer.status,
            answer.json()["message"].as_str().unwrap().to_owned(),
        )
    };
    let wrong = "/v1/profiles/rosa/status";
    let tenant = |request: RequestBuilder| request.header("X-Tenant-ID", TENANT.to_string());
    for (request, status, message) in [
        (patch("/v1/profiles/rosa"), 404, "no such endpoint"),
        (patch(wrong), 401, "missing or invalid API key"),
        (
            patch(wrong).bearer_auth(REVOKED_KEY),
            401,
            "missing or invalid API key",
        ),
        (patch(wrong).bearer_auth(READ_KEY), 401, "missing tenant ID"),
        // That it was refused for its scope counts, too.
        (
            tenant(patch(wrong).bearer_auth(READ_KEY)),
            403,
            "API key lacks the write scope",
        ),
        (
            tenant(patch(wrong).bearer_auth(READ_KEY)),
            429,
            "Rate limit exceeded. Please retry after the reset time.",
        ),
    ] {
        assert_eq!(statuses(request).await, (status, message.to_owned()));
    }

    let service = Service::start().await;
    let patch = |path: &str| service.keyed(Method::PATCH, path);
    let nobody = format!("/v1/profiles/{RULE}/status");
    let dead = format!("/v1/profiles/{DECEASED_PROFILE}/status");
    for (request, status, message) in [
        (patch(wrong).body("no JSON"), 400, "invalid profile ID"),
        (
            patch(&nobody).body("no JSON"),
            400,
            "Content-Type must be application/json",
        ),
        (patch(&nobody).json(&json!({})), 400, "status is required"),
        (
            patch(&nobody).json(&json!({"status": "ACTIVE"})),
            404,
            "profile not found",
        ),
        (
            patch(&dead).json(&json!({"status": "ACTIVE"})),
            409,
            "cannot transition from DECEASED to ACTIVE",
        ),
    ] {
        assert_eq!(statuses(request).await, (status, message.to_owned()));
    }
}

#[tokio::test]
async fn a_tenant_has_its_own_records() {
    let service = Service::start().await;
    let in_sandbox = |request: RequestBuilder| {
        let request = request.bearer_auth(SANDBOX_KEY);
        request.header("X-Tenant-ID", SANDBOX.to_string())
    };
    let rule = json!({
        "rule_type": "DEVIATION",
        "signal_category": "NEW_PAYEES",
        "severity": "LOW",
        "weight": 0.25,
    });
    let made = ask(in_sandbox(service.post("/v1/rules")).json(&rule)).await;
    let id = made.json()["id"].as_str().unwrap().to_owned();
    let path = format!("/v1/rules/{id}");
    let found = ask(in_sandbox(service.get(&path))).await;
    assert_eq!(found, success(200, made.body));
    ask(service.look(&path))
        .await
        .assert(&not_found("rule not found"));
}
