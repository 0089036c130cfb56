//! What is declared, held against what the API promises.

use std::collections::BTreeSet;

use elder_signals::errors::NotFound;
use elder_signals::errors::{
    BaselineError, BatchRunError, CATALOG, CreateRuleError, EnrollError, ProfileError,
    ProfileStatusError, ReopenError, ReportError, ReviewError, RuleError, SignalError,
    StartRunError,
};
use example_contract::document::codes_of;

/// The API's table of codes, its plain 401, 403 and 500, and the 404 that belongs to no endpoint:
/// status, title, code, whether the request may be sent again.
const TABLE: [(u16, &str, &str, bool); 19] = [
    (400, "Bad Request", "INVALID_ENROLLMENT_REASON", false),
    (400, "Bad Request", "INVALID_RULE_TYPE", false),
    (400, "Bad Request", "INVALID_SEVERITY", false),
    (400, "Bad Request", "INVALID_SIGNAL_CATEGORY", false),
    (400, "Bad Request", "INVALID_WEIGHT", false),
    (400, "Bad Request", "VALIDATION_ERROR", false),
    (401, "Unauthorized", "TENANT_NOT_FOUND", false),
    (401, "Unauthorized", "UNAUTHORIZED", false),
    (403, "Forbidden", "FORBIDDEN", false),
    (404, "Not Found", "BASELINE_NOT_FOUND", false),
    (404, "Not Found", "BATCH_RUN_NOT_FOUND", false),
    (404, "Not Found", "NOT_FOUND", false),
    (404, "Not Found", "PROFILE_NOT_FOUND", false),
    (404, "Not Found", "RULE_NOT_FOUND", false),
    (404, "Not Found", "SIGNAL_NOT_FOUND", false),
    (409, "Conflict", "INVALID_STATE", false),
    (409, "Conflict", "INVALID_STATUS_TRANSITION", false),
    (429, "Rate Limited", "RATE_LIMIT_EXCEEDED", true),
    (500, "Internal Server Error", "INTERNAL_ERROR", true),
];

/// What every endpoint answers with.
const COMMON: [&str; 5] = [
    "FORBIDDEN",
    "INTERNAL_ERROR",
    "RATE_LIMIT_EXCEEDED",
    "TENANT_NOT_FOUND",
    "UNAUTHORIZED",
];

#[test]
fn the_catalog_is_the_table_of_the_api() {
    let rows = CATALOG.iter().map(|error| {
        let code = error.code().as_str().expect("codes are text");
        let status = error.status().as_u16();
        (status, error.title(), code, error.retryable())
    });
    assert_eq!(rows.collect::<BTreeSet<_>>(), BTreeSet::from(TABLE));
}

#[test]
fn each_endpoint_has_exactly_its_own_errors() {
    let of_types: [(BTreeSet<&str>, &[&str]); 12] = [
        (
            codes_of::<EnrollError>(),
            &["INVALID_ENROLLMENT_REASON", "VALIDATION_ERROR"],
        ),
        (
            codes_of::<ProfileError>(),
            &["PROFILE_NOT_FOUND", "VALIDATION_ERROR"],
        ),
        (
            codes_of::<ProfileStatusError>(),
            &[
                "INVALID_STATUS_TRANSITION",
                "PROFILE_NOT_FOUND",
                "VALIDATION_ERROR",
            ],
        ),
        (
            codes_of::<BaselineError>(),
            &[
                "BASELINE_NOT_FOUND",
                "PROFILE_NOT_FOUND",
                "VALIDATION_ERROR",
            ],
        ),
        (
            codes_of::<ReportError>(),
            &[
                "INVALID_SEVERITY",
                "INVALID_SIGNAL_CATEGORY",
                "PROFILE_NOT_FOUND",
                "VALIDATION_ERROR",
            ],
        ),
        (
            codes_of::<SignalError>(),
            &["SIGNAL_NOT_FOUND", "VALIDATION_ERROR"],
        ),
        (
            codes_of::<ReviewError>(),
            &["INVALID_STATE", "SIGNAL_NOT_FOUND", "VALIDATION_ERROR"],
        ),
        (
            codes_of::<ReopenError>(),
            &["INVALID_STATE", "SIGNAL_NOT_FOUND", "VALIDATION_ERROR"],
        ),
        (
            codes_of::<CreateRuleError>(),
            &[
                "INVALID_RULE_TYPE",
                "INVALID_SEVERITY",
                "INVALID_SIGNAL_CATEGORY",
                "INVALID_WEIGHT",
                "VALIDATION_ERROR",
            ],
        ),
        (
            codes_of::<RuleError>(),
            &["RULE_NOT_FOUND", "VALIDATION_ERROR"],
        ),
        (codes_of::<StartRunError>(), &[]),
        (
            codes_of::<BatchRunError>(),
            &["BATCH_RUN_NOT_FOUND", "VALIDATION_ERROR"],
        ),
    ];
    for (found, own) in of_types {
        let expected = COMMON.iter().chain(own).copied();
        assert_eq!(found, expected.collect());
    }
    assert_eq!(codes_of::<NotFound>(), BTreeSet::from(["NOT_FOUND"]));
}

#[test]
fn every_error_is_explained() {
    for error in CATALOG.iter() {
        assert!(error.summary().is_some(), "{}", error.code());
    }
}
