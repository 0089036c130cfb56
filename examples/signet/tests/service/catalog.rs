//! What is declared, held against what the API promises.

use std::collections::BTreeSet;

use example_contract::document::codes_of;
use signet::errors::{
    CATALOG, CreateReportError, CreateUserError, FindError, RouteError, VerifyError, WebhookError,
};

/// The API's table: category and code; and with which statuses Signet answers, and whether the request
/// may be sent again.
const TABLE: [(&str, &str, u16, bool); 24] = [
    ("api_error", "internal_error", 500, true),
    ("api_error", "report_retrieval_failed", 500, false),
    ("api_error", "service_unavailable", 503, true),
    ("conflict", "conflict", 409, false),
    ("forbidden", "forbidden", 403, false),
    ("invalid_request", "already_flagged", 409, false),
    ("invalid_request", "authentication_failed", 401, false),
    ("invalid_request", "duplicate_flag", 409, false),
    ("invalid_request", "expired_request", 403, false),
    ("invalid_request", "invalid_format", 401, false),
    ("invalid_request", "invalid_signature", 403, false),
    ("invalid_request", "missing_body", 400, false),
    ("invalid_request", "missing_header", 401, false),
    ("invalid_request", "missing_signature", 400, false),
    ("invalid_request", "profile_inactive", 409, false),
    ("invalid_request", "profile_required", 409, false),
    ("invalid_request", "user_id_missing", 400, false),
    ("invalid_request", "validation_failed", 400, false),
    ("invalid_request", "validation_failed", 413, false),
    ("invalid_request", "validation_failed", 415, false),
    ("invalid_request", "validation_failed", 422, false),
    ("invalid_request", "verification_failed", 422, false),
    ("not_found", "not_found", 404, false),
    ("not_found", "not_found", 405, false),
];

#[test]
fn the_catalog_is_the_table_of_the_api() {
    let rows = CATALOG.iter().map(|error| {
        let category = error.category().expect("each has one");
        let code = error.code().as_str().expect("codes are text");
        (category, code, error.status().as_u16(), error.retryable())
    });
    assert_eq!(rows.collect::<BTreeSet<_>>(), BTreeSet::from(TABLE));
    let codes: BTreeSet<_> = TABLE.iter().map(|(_, code, ..)| code).collect();
    let categories: BTreeSet<_> = TABLE.iter().map(|(category, ..)| category).collect();
    assert_eq!((codes.len(), categories.len()), (20, 5));
}

#[test]
fn each_operation_has_exactly_its_own_errors() {
    const ACCESS: [&str; 4] = [
        "authentication_failed",
        "invalid_format",
        "missing_header",
        "service_unavailable",
    ];
    let with_access = |codes: &[&'static str]| {
        let all = codes.iter().copied().chain(ACCESS);
        all.collect::<BTreeSet<_>>()
    };
    assert_eq!(
        codes_of::<CreateUserError>(),
        with_access(&["conflict", "forbidden", "validation_failed"])
    );
    assert_eq!(codes_of::<FindError>(), with_access(&["not_found"]));
    let of_user = [
        "forbidden",
        "not_found",
        "profile_inactive",
        "profile_required",
        "user_id_missing",
        "validation_failed",
    ];
    assert_eq!(
        codes_of::<VerifyError>(),
        with_access(&[of_user.as_slice(), &["verification_failed"]].concat())
    );
    assert_eq!(
        codes_of::<CreateReportError>(),
        with_access(
            &[
                of_user.as_slice(),
                &["internal_error", "report_retrieval_failed"]
            ]
            .concat()
        )
    );
    assert_eq!(
        codes_of::<WebhookError>(),
        BTreeSet::from([
            "expired_request",
            "invalid_signature",
            "missing_body",
            "missing_signature",
            "validation_failed",
        ])
    );
    assert_eq!(codes_of::<RouteError>(), BTreeSet::from(["not_found"]));
}

#[test]
fn every_error_says_why_it_has_its_status_and_its_reason_is_not_its_message() {
    for error in CATALOG.iter() {
        assert!(error.summary().is_some(), "{}", error.code());
        let explanation = error.explanation().unwrap_or_default();
        let argues = explanation.contains(error.status().as_str());
        assert!(argues, "{} says why it is {}", error.code(), error.status());
        let example = error.example();
        let reason = errorbook::ApiError::message(&example);
        assert_ne!(reason, error.title(), "{}", error.code());
        assert_ne!(Some(reason.as_ref()), error.status().canonical_reason());
    }
}
