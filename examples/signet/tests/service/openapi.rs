//! The OpenAPI document, in each version: whole, true to the declared errors, and given out as it is.

use errorbook::openapi::OpenApi;
use example_contract::document::{Document, statuses_are, statuses_of};
use serde_json::json;
use signet::Signet;
use signet::errors::{
    ChangeProfileError, CreateProfileError, CreateReportError, CreateUserError, FindError,
    FindReportError, FlagAddressError, FlagDeviceError, UnflagAddressError, VerifyError,
    WebhookError,
};

example_contract::document_tests!(Signet, env!("CARGO_BIN_EXE_signet"));

#[test]
fn each_operation_has_the_statuses_of_its_errors_and_its_success() {
    statuses_are::<Signet, _>([
        ("post /v1/users", statuses_of::<CreateUserError>(201)),
        ("get /v1/users/{id}", statuses_of::<FindError>(200)),
        (
            "post /v1/verifications/credential",
            statuses_of::<VerifyError>(200),
        ),
        (
            "post /v1/verifications/presentation",
            statuses_of::<VerifyError>(200),
        ),
        ("get /v1/profile", statuses_of::<FindError>(200)),
        ("post /v1/profile", statuses_of::<CreateProfileError>(201)),
        (
            "post /v1/profile/activate",
            statuses_of::<ChangeProfileError>(200),
        ),
        (
            "post /v1/profile/deactivate",
            statuses_of::<ChangeProfileError>(200),
        ),
        ("post /v1/reports", statuses_of::<CreateReportError>(201)),
        ("get /v1/reports/{id}", statuses_of::<FindReportError>(200)),
        (
            "post /v1/devices/{id}/flags",
            statuses_of::<FlagDeviceError>(201),
        ),
        ("post /v1/ip-flags", statuses_of::<FlagAddressError>(201)),
        (
            "delete /v1/ip-flags/{ip}",
            statuses_of::<UnflagAddressError>(200),
        ),
        (
            "post /v1/webhooks/credentials",
            statuses_of::<WebhookError>(200),
        ),
    ]);
}

#[test]
fn an_error_is_a_body_whose_category_is_a_key_and_whose_code_is_a_constant() {
    let document = Document::new::<Signet>(OpenApi::V3_1);
    assert_eq!(
        document.root["components"]["schemas"]["duplicate_flag"],
        json!({
            "title": "duplicate_flag",
            "description": "The device is flagged for this reason already; it may be flagged for \
                            others.\n\n409, as it is the state of the device that is in the way (RFC \
                            9110, section 15.5.10).",
            "type": "object",
            "properties": {
                "success": {"type": "boolean", "const": false},
                "message": {"type": "string", "const": "Duplicate flag"},
                "errors": {
                    "type": "object",
                    "properties": {
                        "invalid_request": {
                            "type": "object",
                            "properties": {
                                "code": {"type": "string", "const": "duplicate_flag"},
                                "reason": {"type": "string"},
                                "details": {
                                    "type": "object",
                                    "properties": {
                                        "device_id": {"type": "string"},
                                        "reason": {"$ref": "#/components/schemas/FlagReason"},
                                    },
                                    "required": ["device_id", "reason"],
                                },
                            },
                            "required": ["code", "reason", "details"],
                        },
                    },
                    "required": ["invalid_request"],
                },
            },
            "required": ["success", "message", "errors"],
            "x-error-code": "duplicate_flag",
            "x-retryable": false,
        })
    );
}
