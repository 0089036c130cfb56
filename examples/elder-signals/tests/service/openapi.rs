//! The OpenAPI document, in each version: whole, true to the declared errors, and given out as it is.

use std::collections::BTreeSet;

use elder_signals::ElderSignals;
use elder_signals::errors::{
    BaselineError, BatchRunError, CATALOG, CreateRuleError, EnrollError, ProfileError,
    ProfileStatusError, ReopenError, ReportError, ReviewError, RuleError, SignalError,
    StartRunError,
};
use elder_signals::validate::{CUSTOMER_ID, NOT_BLANK};
use errorbook::openapi::OpenApi;
use example_contract::document::{Document, matcher, statuses_are, statuses_of};
use serde_json::{Value, json};

example_contract::document_tests!(ElderSignals, env!("CARGO_BIN_EXE_elder-signals"));

#[test]
fn each_operation_has_the_statuses_of_its_errors_and_its_success() {
    statuses_are::<ElderSignals, _>([
        ("post /v1/profiles", statuses_of::<EnrollError>(201)),
        ("get /v1/profiles/{id}", statuses_of::<ProfileError>(200)),
        (
            "patch /v1/profiles/{id}/status",
            statuses_of::<ProfileStatusError>(200),
        ),
        (
            "get /v1/profiles/{id}/baseline",
            statuses_of::<BaselineError>(200),
        ),
        ("post /v1/signals", statuses_of::<ReportError>(201)),
        ("get /v1/signals/{id}", statuses_of::<SignalError>(200)),
        (
            "post /v1/signals/{id}/review",
            statuses_of::<ReviewError>(200),
        ),
        (
            "post /v1/signals/{id}/reopen",
            statuses_of::<ReopenError>(200),
        ),
        ("post /v1/rules", statuses_of::<CreateRuleError>(201)),
        ("get /v1/rules/{id}", statuses_of::<RuleError>(200)),
        ("delete /v1/rules/{id}", statuses_of::<RuleError>(204)),
        ("post /v1/batch-runs", statuses_of::<StartRunError>(201)),
        ("get /v1/batch-runs/{id}", statuses_of::<BatchRunError>(200)),
    ]);
}

#[test]
fn each_code_is_a_schema_although_no_body_has_it() {
    for version in OpenApi::ALL {
        let document = Document::new::<ElderSignals>(version);
        let schemas = document.root["components"]["schemas"].as_object().unwrap();
        let mut named = BTreeSet::new();
        for (name, schema) in schemas {
            let Some(code) = schema.get("x-error-code") else {
                continue;
            };
            assert_eq!(code, name);
            let members = schema["properties"].as_object().unwrap();
            let members: Vec<_> = members.keys().map(String::as_str).collect();
            assert_eq!(members, ["error", "message", "status"]);
            assert_eq!(schema["required"], json!(members));
            named.insert(name.as_str());
        }
        let codes = CATALOG.iter().filter_map(|error| error.code().as_str());
        let mut codes: BTreeSet<_> = codes.collect();
        // No operation answers with it.
        codes.remove("NOT_FOUND");
        assert_eq!(named, codes);
    }
}

#[test]
fn errors_that_share_a_status_stand_beside_each_other() {
    let document = Document::new::<ElderSignals>(OpenApi::V3_1);
    let content = |path: &str, method: &str, status: &str| {
        let response = &document.root["paths"][path][method]["responses"][status];
        response["content"]["application/json"].clone()
    };
    let union = |content: &Value| document.resolve(&content["schema"]).clone();
    let baseline = content("/v1/profiles/{id}/baseline", "get", "404");
    assert_eq!(
        union(&baseline),
        json!({"anyOf": [
            {"$ref": "#/components/schemas/PROFILE_NOT_FOUND"},
            {"$ref": "#/components/schemas/BASELINE_NOT_FOUND"},
        ]})
    );
    let example = |message: &str| json!({"error": "Not Found", "message": message, "status": 404});
    assert_eq!(
        baseline["examples"]["PROFILE_NOT_FOUND"]["value"],
        example("profile not found")
    );
    assert_eq!(
        baseline["examples"]["BASELINE_NOT_FOUND"]["value"],
        example("baseline not found")
    );
    assert_eq!(
        union(&content("/v1/rules", "post", "400")),
        json!({"anyOf": [
            {"$ref": "#/components/schemas/VALIDATION_ERROR"},
            {"$ref": "#/components/schemas/INVALID_RULE_TYPE"},
            {"$ref": "#/components/schemas/INVALID_SIGNAL_CATEGORY"},
            {"$ref": "#/components/schemas/INVALID_SEVERITY"},
            {"$ref": "#/components/schemas/INVALID_WEIGHT"},
        ]})
    );
    // What all operations share stands once.
    for (path, method, operation) in document.operations() {
        let content = &operation["responses"]["401"]["content"]["application/json"];
        assert_eq!(
            content["schema"]["$ref"], "#/components/schemas/CommonError_401",
            "{method} {path}"
        );
    }
}

#[test]
fn the_patterns_are_what_the_service_checks() {
    let is_not_blank = matcher(NOT_BLANK);
    for character in '\0'..='\u{ffff}' {
        assert_eq!(is_not_blank(&character.to_string()), character > ' ');
    }
    let is_customer_id = matcher(CUSTOMER_ID);
    assert!(is_customer_id("A.b_c-9") && is_customer_id(&"a".repeat(64)));
    for wrong in ["", "c 1", "c/1", "ö", &"a".repeat(65)] {
        assert!(!is_customer_id(wrong), "{wrong:?}");
    }
}
