//! What goes well: people are enrolled, rules are applied, signals are raised and reviewed.

use elder_signals::store::{DECEASED_PROFILE, PROFILE, RULE};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Service, ask, success};

#[tokio::test]
async fn somebody_is_enrolled_and_can_be_looked_up() {
    let service = Service::start().await;
    let enrollment = json!({
        "customer_id": "c-3001",
        "customer_name": "Ada \"Addie\" Moreau",
        "date_of_birth": "1944-08-30",
        "enrollment_reason": "PRIOR_EXPLOITATION",
        "ignored": [1, 2],
    });
    let enrolled = ask(service.send("/v1/profiles", &enrollment)).await;
    let id = id_of(&enrolled.json());
    let body = format!(
        r#"{{"id":"{id}","customer_id":"c-3001","customer_name":"Ada \"Addie\" Moreau","date_of_birth":"1944-08-30","enrollment_reason":"PRIOR_EXPLOITATION","status":"ACTIVE"}}"#
    );
    assert_eq!(enrolled, success(201, body.as_str()));
    let found = ask(service.look(&format!("/v1/profiles/{id}"))).await;
    assert_eq!(found, success(200, body));
}

#[tokio::test]
async fn a_signal_is_reported_and_can_be_looked_up() {
    let service = Service::start().await;
    let report =
        json!({"profile_id": PROFILE, "signal_category": "NEW_PAYEES", "severity": "MEDIUM"});
    let reported = ask(service.send("/v1/signals", &report)).await;
    let id = id_of(&reported.json());
    let body = format!(
        r#"{{"id":"{id}","profile_id":"{PROFILE}","signal_category":"NEW_PAYEES","severity":"MEDIUM","status":"ACTIVE"}}"#
    );
    assert_eq!(reported, success(201, body.as_str()));
    let found = ask(service.look(&format!("/v1/signals/{id}"))).await;
    assert_eq!(found, success(200, body));
}

#[tokio::test]
async fn a_batch_run_raises_what_the_rules_find_and_is_not_active_already() {
    let service = Service::start().await;
    // Eleven transfers where four are usual: with a weight of one half that is just enough.
    let run = run(&service).await;
    assert_eq!((&run["baselines"], &run["rules"]), (&json!(1), &json!(1)));
    let [raised] = run["signals"].as_array().unwrap().as_slice() else {
        panic!("one signal: {run}");
    };
    let raised = raised.as_str().unwrap();
    let signal = ask(service.look(&format!("/v1/signals/{raised}"))).await;
    let body = format!(
        r#"{{"id":"{raised}","profile_id":"{PROFILE}","signal_category":"FREQUENT_TRANSFERS","severity":"MEDIUM","status":"ACTIVE"}}"#
    );
    assert_eq!(signal, success(200, body));
    let found = ask(service.look(&format!("/v1/batch-runs/{}", id_of(&run)))).await;
    assert_eq!(found.json(), run);

    // It is active, and so is the demo signal of new payees.
    make_rule(&service, "FIRST_TIME", "NEW_PAYEES", 1.0).await;
    assert_eq!(signals(&service).await, json!([]));
    let review = json!({"status": "DISMISSED"});
    let path = format!("/v1/signals/{raised}/review");
    assert_eq!(ask(service.send(&path, &review)).await.status, 200);
    assert_eq!(signals(&service).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_rule_needs_weight_deviation_and_somebody_who_is_active() {
    let service = Service::start().await;
    let delete = service.keyed(Method::DELETE, &format!("/v1/rules/{RULE}"));
    assert_eq!(ask(delete).await.status, 204);
    make_rule(&service, "DEVIATION", "FREQUENT_TRANSFERS", 0.49).await;
    make_rule(&service, "FIRST_TIME", "FREQUENT_TRANSFERS", 1.0).await;
    make_rule(&service, "DEVIATION", "NEW_PAYEES", 1.0).await;
    // Of the deceased this would be true.
    make_rule(&service, "DEVIATION", "UNUSUAL_SPENDING", 1.0).await;
    assert_eq!(signals(&service).await, json!([]));
    let baseline = ask(service.look(&format!("/v1/profiles/{DECEASED_PROFILE}/baseline"))).await;
    let body = format!(
        r#"{{"profile_id":"{DECEASED_PROFILE}","spending":{{"usual":62000,"latest":190000}},"transfers":{{"usual":2,"latest":9}},"new_payees":{{"usual":0,"latest":3}}}}"#
    );
    assert_eq!(baseline, success(200, body));

    make_rule(&service, "DEVIATION", "FREQUENT_TRANSFERS", 0.5).await;
    let path = format!("/v1/profiles/{PROFILE}/status");
    let change = async |status: &str| {
        let request = service.keyed(Method::PATCH, &path);
        let answer = ask(request.json(&json!({"status": status}))).await;
        assert_eq!(answer.status, 200);
    };
    change("PAUSED").await;
    assert_eq!(signals(&service).await, json!([]));
    change("ACTIVE").await;
    assert_eq!(signals(&service).await.as_array().unwrap().len(), 1);
}

async fn make_rule(service: &Service, rule_type: &str, category: &str, weight: f64) {
    let rule = json!({
        "rule_type": rule_type,
        "signal_category": category,
        "severity": "LOW",
        "weight": weight,
    });
    let made = ask(service.send("/v1/rules", &rule)).await;
    let id = id_of(&made.json());
    let body = format!(
        r#"{{"id":"{id}","rule_type":"{rule_type}","signal_category":"{category}","severity":"LOW","weight":{}}}"#,
        json!(weight)
    );
    assert_eq!(made, success(201, body.as_str()));
    let found = ask(service.look(&format!("/v1/rules/{id}"))).await;
    assert_eq!(found, success(200, body));
}

async fn run(service: &Service) -> Value {
    let run = ask(service.keyed(Method::POST, "/v1/batch-runs")).await;
    assert_eq!(run.status, 201);
    run.json()
}

async fn signals(service: &Service) -> Value {
    run(service).await["signals"].clone()
}

fn id_of(record: &Value) -> String {
    record["id"].as_str().expect("an id").to_owned()
}
