//! One request for each code that deserves it, and the whole response.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::StatusCode;
use errorbook::testing::Capture;
use reqwest::Method;
use serde_json::json;
use signalstack::config::Config;
use signalstack::sources::Source;

use crate::support::{
    CLAIM_DOCS, Expected, GET_DOCS, MEDIA_DOCS, Service, TestSource, ask, assert_error, assert_ok,
    request_id,
};

#[tokio::test]
async fn a_claim_is_verified_and_can_be_looked_up() {
    let service = Service::start().await;
    let verified = ask(service.claim(&json!({"claim": "Bees can fly."}))).await;
    assert_ok(&verified);
    let id = request_id(&verified);
    let body = format!(
        r#"{{"id":"{id}","kind":"claim","subject":"Bees can fly.","verdict":"supported","score":64,"evidence":[{{"source":"web","score":98}},{{"source":"wikipedia","score":33}},{{"source":"google_fact_check","score":100}},{{"source":"semantic_scholar","score":90}},{{"source":"gdelt","score":3}}],"unavailable":[]}}"#
    );
    assert_eq!(verified.body, body);

    let path = format!("/v1/verify/{id}");
    let found = ask(service.get(&path).bearer_auth("sk_pro_demo")).await;
    assert_ok(&found);
    assert_eq!(found.body, verified.body);
    assert_ne!(request_id(&found), id);
}

#[tokio::test]
async fn a_medium_is_verified_by_its_url_and_by_its_content() {
    let service = Service::start().await;
    let url = "https://example.com/bee.jpg";
    let by_url = ask(service.media(&json!({"url": url}))).await;
    assert_ok(&by_url);
    assert_eq!(by_url.json()["subject"], url);

    let medium = json!({"url": url, "content": "YmVl", "sources": ["gdelt", "web", "gdelt"]});
    let by_content = ask(service.media(&medium)).await;
    assert_ok(&by_content);
    let evidence = by_content.json()["evidence"].clone();
    assert_eq!(evidence[0]["source"], "gdelt");
    assert_eq!(evidence[1]["source"], "web");
    assert_eq!(evidence.as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_request_without_a_valid_key_is_unauthorized() {
    let service = Service::start().await;
    let headers: [&[u8]; 8] = [
        b"sk_pro_demo",
        b"Bearer",
        b"Bearer ",
        b"Bearer sk_nobody",
        b"Bearer sk_revoked_demo",
        b"Bearer sk_pro_demo sk_pro_demo",
        b"Basic c2tfcHJvX2RlbW86",
        b"Bearer \xff",
    ];
    let expected = Expected {
        status: 401,
        code: "UNAUTHORIZED",
        message: "Missing or invalid API key",
        headers: &[("www-authenticate", "Bearer")],
        ..Expected::default()
    };
    let request = || {
        service
            .post("/v1/verify/claim")
            .json(&json!({"claim": "Bees can fly."}))
    };
    assert_error(&ask(request()).await, &expected);
    for header in headers {
        assert_error(
            &ask(request().header("Authorization", header)).await,
            &expected,
        );
    }
}

#[tokio::test]
async fn a_starter_key_does_not_verify_media() {
    let service = Service::start().await;
    let request = service
        .post("/v1/verify/media")
        .bearer_auth("sk_starter_demo");
    let answer = ask(request.json(&json!({"url": "https://example.com/bee.jpg"}))).await;
    assert_error(
        &answer,
        &Expected {
            status: 403,
            code: "FORBIDDEN",
            message: "API key lacks permission for this endpoint",
            docs: Some(MEDIA_DOCS),
            ..Expected::default()
        },
    );

    let request = service
        .post("/v1/verify/claim")
        .bearer_auth("sk_starter_demo");
    assert_ok(&ask(request.json(&json!({"claim": "Bees can fly."}))).await);
}

#[tokio::test]
async fn an_account_without_credits_pays_first_and_failures_cost_nothing() {
    let failing = TestSource::failing(StatusCode::INTERNAL_SERVER_ERROR).await;
    let service = Service::start_with(Config {
        credits: 1,
        sources: vec![(Source::Gdelt, failing.address)],
        ..Config::default()
    })
    .await;
    let expected = Expected {
        status: 402,
        code: "INSUFFICIENT_CREDITS",
        message: "Account has insufficient credits",
        ..Expected::default()
    };
    let claim = json!({"claim": "Bees can fly.", "sources": ["web"]});
    let unlucky = json!({"claim": "Bees can fly.", "sources": ["gdelt"]});
    assert_eq!(ask(service.claim(&unlucky)).await.status, 502);
    assert_ok(&ask(service.claim(&claim)).await);
    assert_error(&ask(service.claim(&claim)).await, &expected);

    let request = service
        .post("/v1/verify/claim")
        .bearer_auth("sk_spent_demo")
        .json(&claim);
    assert_error(&ask(request).await, &expected);
}

#[tokio::test]
async fn a_key_that_comes_too_often_is_told_when_to_come_back() {
    let service = Service::start_with(Config {
        rate_limit: NonZeroU32::new(2).unwrap(),
        rate_window: Duration::from_secs(7200),
        ..Config::default()
    })
    .await;
    let claim = json!({"claim": "Bees can fly."});
    assert_ok(&ask(service.claim(&claim)).await);
    assert_ok(&ask(service.claim(&claim)).await);

    let answer = ask(service.claim(&claim)).await;
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs();
    let number = |name: &str| answer.headers[name].parse::<u64>().unwrap();
    // One request fits again with each half of the window.
    let (retry_after, reset) = (number("retry-after"), number("x-ratelimit-reset"));
    assert!((3540..=3600).contains(&retry_after), "{retry_after}");
    assert!(
        (now + retry_after - 60..=now + retry_after + 1).contains(&reset),
        "{reset}"
    );
    assert_error(
        &answer,
        &Expected {
            status: 429,
            code: "RATE_LIMITED",
            message: "Rate limit exceeded",
            headers: &[
                ("retry-after", &retry_after.to_string()),
                ("x-ratelimit-limit", "2"),
                ("x-ratelimit-remaining", "0"),
                ("x-ratelimit-reset", &reset.to_string()),
            ],
            ..Expected::default()
        },
    );

    let request = service
        .post("/v1/verify/claim")
        .bearer_auth("sk_starter_demo")
        .json(&claim);
    assert_ok(&ask(request).await);
}

#[tokio::test]
async fn an_unknown_path_is_not_found_whoever_asks() {
    let service = Service::start().await;
    for path in [
        "/",
        "/v1",
        "/v1/verify",
        "/v1/verify/",
        "/v2/verify/claim",
        "/v1/verify/a/b",
    ] {
        let expected = Expected {
            status: 404,
            code: "NOT_FOUND",
            message: "Endpoint or resource not found",
            docs: None,
            ..Expected::default()
        };
        assert_error(&ask(service.get(path)).await, &expected);
        assert_error(
            &ask(service.post(path).bearer_auth("sk_pro_demo")).await,
            &expected,
        );
    }
}

#[tokio::test]
async fn an_unknown_method_is_not_found_whoever_asks() {
    let service = Service::start().await;
    for (method, path, docs, allow) in [
        (Method::GET, "/v1/verify/claim", CLAIM_DOCS, "POST"),
        (Method::PUT, "/v1/verify/media", MEDIA_DOCS, "POST"),
        (
            Method::DELETE,
            "/v1/verify/vrf_0123456789ab",
            GET_DOCS,
            "GET,HEAD",
        ),
    ] {
        let url = format!("http://{}{path}", service.address);
        let answer = ask(crate::support::client().request(method, url)).await;
        assert_error(
            &answer,
            &Expected {
                status: 404,
                code: "NOT_FOUND",
                message: "Endpoint or resource not found",
                docs: Some(docs),
                headers: &[("allow", allow)],
                ..Expected::default()
            },
        );
    }
}

#[tokio::test]
async fn a_verification_of_nobody_or_of_another_account_is_not_found() {
    let service = Service::start().await;
    let expected = Expected {
        status: 404,
        code: "NOT_FOUND",
        message: "Endpoint or resource not found",
        docs: Some(GET_DOCS),
        ..Expected::default()
    };
    for (id, key) in [
        ("vrf_ffffffffffff", "sk_pro_demo"),
        ("%ff", "sk_pro_demo"),
        ("vrf_0123456789ab", "sk_starter_demo"),
        ("vrf_00000badc0de", "sk_starter_demo"),
    ] {
        let request = service.get(&format!("/v1/verify/{id}")).bearer_auth(key);
        assert_error(&ask(request).await, &expected);
    }
}

#[tokio::test]
async fn a_record_that_was_cut_short_is_an_internal_error() {
    let capture = Capture::new();
    let _entered = capture.enter();
    let service = Service::start().await;
    let request = service
        .get("/v1/verify/vrf_00000badc0de")
        .bearer_auth("sk_pro_demo");
    assert_error(
        &ask(request).await,
        &Expected {
            status: 500,
            code: "INTERNAL_ERROR",
            message: "Unexpected server error",
            docs: Some(GET_DOCS),
            ..Expected::default()
        },
    );
    let [report] = &capture.take()[..] else {
        panic!("{capture:?}");
    };
    let cause = "EOF while parsing a string at line 1 column 73";
    assert_eq!(report.sources(), [cause]);
}

#[tokio::test]
async fn the_route_comes_before_the_key_and_the_key_before_plan_rate_limit_and_body() {
    let service = Service::start_with(Config {
        rate_limit: NonZeroU32::MIN,
        rate_window: Duration::from_secs(7200),
        ..Config::default()
    })
    .await;
    let media = |key: &str| {
        service
            .post("/v1/verify/media")
            .bearer_auth(key)
            .body("no JSON")
    };
    let mut statuses = BTreeMap::new();
    statuses.insert(
        "route",
        ask(service.post("/v1/media").body("no JSON")).await.status,
    );
    statuses.insert("key", ask(media("sk_nobody")).await.status);
    // A request that the plan does not include does not count.
    statuses.insert("plan", ask(media("sk_starter_demo")).await.status);
    statuses.insert("plan again", ask(media("sk_starter_demo")).await.status);
    statuses.insert("body", ask(media("sk_pro_demo")).await.status);
    statuses.insert("rate limit", ask(media("sk_pro_demo")).await.status);
    assert_eq!(
        statuses,
        BTreeMap::from([
            ("route", 404),
            ("key", 401),
            ("plan", 403),
            ("plan again", 403),
            ("body", 400),
            ("rate limit", 429),
        ])
    );
}
