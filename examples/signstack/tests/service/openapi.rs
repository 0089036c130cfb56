//! The OpenAPI document, in each version: whole, true to the declared errors, and given out as it is.

use errorbook::openapi::OpenApi;
use example_contract::document::{Document, statuses_are, statuses_of};
use serde_json::json;
use signstack::SignStack;
use signstack::errors::{
    CreateError, DeliveryError, ParticipantError, ReadError, TokenError, UpdateError,
};

example_contract::document_tests!(SignStack, env!("CARGO_BIN_EXE_signstack"));

#[test]
fn each_operation_has_the_statuses_of_its_errors_and_its_success() {
    statuses_are::<SignStack, _>([
        ("post /v1/auth/token", statuses_of::<TokenError>(200)),
        (
            "post /v1/orgs/{orgId}/workflows",
            statuses_of::<CreateError>(201),
        ),
        (
            "get /v1/orgs/{orgId}/workflows/{workflowId}",
            statuses_of::<ReadError>(200),
        ),
        (
            "patch /v1/orgs/{orgId}/workflows/{workflowId}",
            statuses_of::<UpdateError>(200),
        ),
        (
            "post /v1/orgs/{orgId}/workflows/{workflowId}/participants",
            statuses_of::<ParticipantError>(201),
        ),
        (
            "post /webhooks/signstack",
            statuses_of::<DeliveryError>(200),
        ),
    ]);
}

#[test]
fn a_code_on_two_statuses_is_two_schemas_and_details_are_an_array_of_fields() {
    let document = Document::new::<SignStack>(OpenApi::V3_1);
    let schemas = &document.root["components"]["schemas"];
    let details = json!({
        "type": "array",
        "items": {"$ref": "#/components/schemas/FieldError"},
    });
    for name in ["validation_error_400", "validation_error_422"] {
        let schema = &schemas[name];
        assert_eq!(schema["properties"]["code"]["const"], "validation_error");
        assert_eq!(schema["properties"]["details"], details, "{name}");
        assert_eq!(schema["required"], json!(["code", "message", "details"]));
    }
}

#[test]
fn a_rate_limit_has_three_headers_beside_the_id_of_the_request() {
    let document = Document::new::<SignStack>(OpenApi::V3_1);
    for (path, method, operation) in document.operations() {
        let response = &operation["responses"]["429"];
        if path == "/webhooks/signstack" {
            assert!(response.is_null());
            continue;
        }
        let number = json!({"type": "integer", "minimum": 0});
        let expected = json!({
            "retry-after": {
                "description": "The seconds to wait before the next attempt.",
                "required": true,
                "schema": number,
            },
            "x-ratelimit-limit": {"required": true, "schema": number},
            "x-ratelimit-remaining": {"required": true, "schema": number},
            "x-request-id": {"schema": {"type": "string"}},
        });
        assert_eq!(response["headers"], expected, "{method} {path}");
    }
}

#[test]
fn the_receiver_of_webhooks_says_no_more_than_that_there_was_an_error() {
    let document = Document::new::<SignStack>(OpenApi::V3_1);
    let responses = &document.root["paths"]["/webhooks/signstack"]["post"]["responses"];
    for (status, code) in [
        ("400", "invalid_event"),
        ("409", "rejected_event"),
        ("500", "processing_failed"),
    ] {
        let media_type = &responses[status]["content"]["application/json"];
        let examples = media_type["examples"].as_object().unwrap();
        for example in examples.values() {
            assert_eq!(example["value"], json!({"status": "error"}));
        }
        let schema = document.resolve(&media_type["schema"]);
        assert_eq!(schema["properties"]["status"]["const"], "error");
        assert_eq!(schema["x-error-code"], code);
    }
}
