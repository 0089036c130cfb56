//! One request for each code that deserves it, and the whole response.

use std::num::NonZeroU32;
use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};
use signstack::config::Config;

use crate::support::{
    Answer, DEMO, Service, TRUNCATED, WORKFLOWS, ask, assert_answer, assert_success, error,
    invalid_token,
};

#[tokio::test]
async fn a_workflow_is_created_looked_up_and_changed() {
    let service = Service::start().await;
    let created = ask(service.create(&json!({
        "name": "Lease of 3 Oak Road",
        "blueprintKey": "lease",
        "documents": [{"name": "house-rules.pdf"}],
        "participants": [{"name": "Grace", "email": "grace@example.com"}],
        "entitySlots": [{"key": "flat", "schemaKey": "property"}],
    })))
    .await;
    assert_success(&created, 201);
    let workflow = created.json();
    let id = workflow["id"].as_str().unwrap();
    let created_at = workflow["createdAt"].as_str().unwrap();
    let body = format!(
        r#"{{"id":"{id}","orgId":"org_demo","name":"Lease of 3 Oak Road","blueprintKey":"lease","documents":[{{"name":"house-rules.pdf"}}],"participants":[{{"name":"Grace","email":"grace@example.com"}}],"entitySlots":[{{"key":"flat","schemaKey":"property"}}],"createdAt":"{created_at}","updatedAt":"{created_at}"}}"#
    );
    assert_eq!(created.body, body);

    let path = format!("{WORKFLOWS}/{id}");
    let found = ask(service.look_up(&path)).await;
    assert_success(&found, 200);
    assert_eq!(found.body, body);

    let change = |updated_at: &Value| {
        let body = json!({"updatedAt": updated_at, "name": "Lease", "entitySlots": []});
        let request = service.request(Method::PATCH, &path);
        ask(request.bearer_auth("at_demo").json(&body))
    };
    let changed = change(&workflow["updatedAt"]).await;
    assert_success(&changed, 200);
    let changed = changed.json();
    assert_eq!(changed["name"], "Lease");
    assert_eq!(changed["entitySlots"], json!([]));
    assert_eq!(changed["participants"], workflow["participants"]);
    assert_eq!(changed["createdAt"], workflow["createdAt"]);
    assert_eq!(ask(service.look_up(&path)).await.json(), changed);

    // The time is another one now, however fast that was.
    assert_eq!(change(&workflow["updatedAt"]).await.status, 409);
    assert_success(&change(&changed["updatedAt"]).await, 200);
}

#[tokio::test]
async fn a_workflow_may_have_next_to_nothing_in_it() {
    let service = Service::start().await;
    let created = ask(service.create(&json!({
        "documents": [{"name": "nda.pdf"}],
        "blueprintKey": null,
        "participants": null,
        "colour": "red",
    })))
    .await;
    assert_success(&created, 201);
    let workflow = created.json();
    assert_eq!(workflow["name"], "Untitled workflow");
    assert_eq!(workflow["blueprintKey"], Value::Null);
    assert_eq!(workflow["participants"], json!([]));
    assert_eq!(workflow.get("colour"), None);

    assert_success(
        &ask(service.create(&json!({"blueprintKey": "mutual-nda"}))).await,
        201,
    );
    assert_success(&ask(service.update(&json!({}))).await, 200);
}

#[tokio::test]
async fn a_request_without_a_valid_token_is_refused() {
    let service = Service::start().await;
    let headers: [&[u8]; 10] = [
        b"at_demo",
        b"Bearer",
        b"Bearer ",
        b"Bearer at_nobody",
        b"Bearer at_expired",
        b"Bearer at_revoked",
        b"Bearer at_demo at_demo",
        b"Bearer sk_live_demo",
        b"Basic YXRfZGVtbzo=",
        b"Bearer \xff",
    ];
    assert_answer(&ask(service.get(DEMO)).await, invalid_token());
    for header in headers {
        let request = service.get(DEMO).header("Authorization", header);
        assert_answer(&ask(request).await, invalid_token());
    }
    let twice = service.look_up(DEMO).bearer_auth("at_other");
    assert_answer(&ask(twice).await, invalid_token());
}

#[tokio::test]
async fn a_token_without_the_scope_is_told_which_one() {
    let service = Service::start().await;
    let lacks = |scope| {
        let message = format!("Token lacks required scope: {scope}");
        error(403, "insufficient_scope", &message)
    };
    let create = |token| {
        let request = service.post(WORKFLOWS).bearer_auth(token);
        ask(request.json(&json!({"blueprintKey": "lease"})))
    };
    assert_answer(&create("at_reader").await, lacks("workflow:write"));
    let found = ask(service.get(DEMO).bearer_auth("at_reader")).await;
    assert_success(&found, 200);

    // In another organization, whether there is one or not, a token has no scope at all.
    assert_answer(&create("at_other").await, lacks("workflow:write"));
    for org in ["org_demo", "org_nobody", "%ff"] {
        let path = format!("/v1/orgs/{org}/workflows/wf_abc123");
        let request = service.get(&path).bearer_auth("at_other");
        assert_answer(&ask(request).await, lacks("workflow:read"));
    }
}

#[tokio::test]
async fn a_workflow_of_nobody_or_of_another_organization_is_not_found() {
    let service = Service::start().await;
    let missing = |id| error(404, "not_found", &format!("Workflow {id} not found"));
    let unknown = format!("{WORKFLOWS}/wf_abc124");
    assert_answer(&ask(service.look_up(&unknown)).await, missing("wf_abc124"));

    let change = service.request(Method::PATCH, &unknown);
    let change = change.bearer_auth("at_demo").json(&json!({}));
    assert_answer(&ask(change).await, missing("wf_abc124"));

    let participant = json!({"name": "Ada", "email": "ada@example.com"});
    let add = service.post(&format!("{unknown}/participants"));
    let add = add.bearer_auth("at_demo").json(&participant);
    assert_answer(&ask(add).await, missing("wf_abc124"));

    for id in ["wf_abc123", "wf_badc0de"] {
        let path = format!("/v1/orgs/org_other/workflows/{id}");
        let request = service.get(&path).bearer_auth("at_other");
        assert_answer(&ask(request).await, missing(id));
    }
    // What cannot be an id is not repeated.
    for id in ["wf_ABC", "abc123", "wf_abc123%22%7D", "wf_abc123%0Aerror"] {
        let answer = ask(service.look_up(&format!("{WORKFLOWS}/{id}"))).await;
        assert_answer(&answer, error(404, "not_found", "Resource not found"));
    }
}

#[tokio::test]
async fn an_unknown_path_or_method_is_not_found_whoever_asks() {
    let service = Service::start().await;
    let missing = || error(404, "not_found", "Resource not found");
    for path in [
        "/",
        "/v1",
        "/v2/auth/token",
        "/v1/orgs/org_demo",
        "/webhooks",
    ] {
        assert_answer(&ask(service.get(path)).await, missing());
        let request = service.post(path).bearer_auth("at_demo");
        assert_answer(&ask(request).await, missing());
    }
    for (method, path, allow) in [
        (Method::GET, "/v1/auth/token", "POST"),
        (Method::DELETE, WORKFLOWS, "POST"),
        (Method::PUT, DEMO, "GET,HEAD,PATCH"),
        (Method::GET, "/webhooks/signstack", "POST"),
    ] {
        let answer = ask(service.request(method, path)).await;
        assert_answer(&answer, missing().header("allow", allow));
    }
}

#[tokio::test]
async fn a_stale_update_is_a_conflict_that_shows_both_times() {
    let service = Service::start().await;
    let stale = json!({"name": "Lease of 13 Elm Street", "updatedAt": "2024-01-15T10:00:00Z"});
    let conflict = Answer::error(
        409,
        r#"{"error":{"code":"conflict","message":"Resource was modified by another request","details":[{"field":"updatedAt","message":"Expected 2024-01-15T10:00:00Z but resource was updated at 2024-01-15T10:05:00Z"}]}}"#,
    );
    let before = ask(service.look_up(DEMO)).await;
    assert_answer(&ask(service.update(&stale)).await, conflict);
    assert_eq!(ask(service.look_up(DEMO)).await.body, before.body);

    // The same time, written in another way.
    let fresh = json!({"name": "Lease", "updatedAt": "2024-01-15T10:05:00.000Z"});
    let answer = ask(service.update(&fresh)).await;
    assert_success(&answer, 200);
    assert_eq!(answer.json()["name"], "Lease");
    assert_eq!(ask(service.update(&fresh)).await.status, 409);
}

#[tokio::test]
async fn of_two_updates_at_a_time_one_is_made() {
    let service = Service::start().await;
    let updates = (0..20).map(|number| {
        let name = format!("Lease {number}");
        let body = json!({"name": name, "updatedAt": "2024-01-15T10:05:00Z"});
        tokio::spawn(ask(service.update(&body)))
    });
    let mut statuses = Vec::new();
    for update in updates.collect::<Vec<_>>() {
        statuses.push(update.await.unwrap().status);
    }
    statuses.sort_unstable();
    assert_eq!(statuses[..2], [200, 409]);
    assert_eq!(statuses[19], 409);
}

#[tokio::test]
async fn a_workflow_that_is_full_is_a_conflict() {
    let service = Service::start().await;
    let participant = json!({"name": "Ada", "email": "ada@example.com"});
    for count in 2..=20 {
        let answer = ask(service.add(&participant)).await;
        assert_success(&answer, 201);
        assert_eq!(
            answer.json()["participants"].as_array().unwrap().len(),
            count
        );
    }
    assert_answer(
        &ask(service.add(&participant)).await,
        error(
            409,
            "conflict",
            "Workflow wf_abc123 has 20 participants already",
        ),
    );
}

#[tokio::test]
async fn a_key_that_comes_too_often_is_told_when_to_come_back() {
    let service = Service::start_with(Config {
        rate_limit: NonZeroU32::new(3).unwrap(),
        rate_window: Duration::from_secs(7200),
        ..Config::default()
    })
    .await;
    // Whatever comes of them, these requests count: one and the same key is behind them.
    assert_eq!(ask(service.exchange("sk_live_demo")).await.status, 200);
    assert_eq!(ask(service.look_up(DEMO)).await.status, 200);
    assert_eq!(ask(service.create(&json!({}))).await.status, 422);

    for request in [service.look_up(DEMO), service.exchange("sk_live_demo")] {
        let answer = ask(request).await;
        let wait = answer.headers["retry-after"].parse().unwrap();
        // One request fits again with each third of the window.
        assert!((2340..=2400).contains(&wait), "{wait}");
        let expected = error(429, "rate_limit_exceeded", "Too many requests")
            .header("retry-after", &answer.headers["retry-after"])
            .header("x-ratelimit-limit", "3")
            .header("x-ratelimit-remaining", "0");
        assert_answer(&answer, expected);
    }
    let other = service.get(DEMO).bearer_auth("at_reader");
    assert_success(&ask(other).await, 200);
}

#[tokio::test]
async fn a_workflow_that_was_cut_short_is_an_internal_error() {
    let service = Service::start().await;
    let participants = format!("{TRUNCATED}/participants");
    let participant = json!({"name": "Ada", "email": "ada@example.com"});
    for request in [
        service.get(TRUNCATED),
        service.request(Method::PATCH, TRUNCATED).json(&json!({})),
        service.post(&participants).json(&participant),
    ] {
        assert_answer(
            &ask(request.bearer_auth("at_demo")).await,
            error(
                500,
                "internal_error",
                "The server failed to handle the request",
            ),
        );
    }
}

#[tokio::test]
async fn the_order_is_route_token_rate_limit_scope_path_body() {
    let service = Service::start_with(Config {
        rate_limit: NonZeroU32::new(3).unwrap(),
        rate_window: Duration::from_secs(7200),
        ..Config::default()
    })
    .await;
    let patch = |path: &str, token: &str| {
        let request = service.request(Method::PATCH, path).bearer_auth(token);
        ask(request.body("no JSON"))
    };
    let unknown = format!("{WORKFLOWS}/unknown");
    assert_eq!(patch("/v1/orgs", "at_nobody").await.status, 404);
    assert_eq!(patch(&unknown, "at_nobody").await.status, 401);
    assert_eq!(patch(&unknown, "at_reader").await.status, 403);
    assert_eq!(patch(&unknown, "at_demo").await.status, 404);
    let missing = format!("{WORKFLOWS}/wf_abc124");
    assert_eq!(patch(&missing, "at_demo").await.status, 400);
    // A request without the scope counts.
    assert_eq!(patch(&unknown, "at_reader").await.status, 403);
    assert_eq!(patch(&unknown, "at_reader").await.status, 403);
    assert_eq!(patch(&unknown, "at_reader").await.status, 429);
}
