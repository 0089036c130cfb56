//! What is declared, held against what the API promises.

use std::collections::BTreeSet;

use example_contract::document::codes_of;
use signalstack::errors::{CATALOG, ClaimError, MediaError, RecordError, RouteError};

/// The API's table: status, code, whether the request may be sent again.
const TABLE: [(u16, &str, bool); 13] = [
    (400, "INVALID_REQUEST", false),
    (401, "UNAUTHORIZED", false),
    (402, "INSUFFICIENT_CREDITS", false),
    (403, "FORBIDDEN", false),
    (404, "NOT_FOUND", false),
    (409, "CONFLICT", false),
    (413, "CONTENT_TOO_LARGE", false),
    (422, "VALIDATION_ERROR", false),
    (429, "RATE_LIMITED", true),
    (500, "INTERNAL_ERROR", true),
    (502, "SOURCE_UNAVAILABLE", true),
    (502, "UPSTREAM_ERROR", true),
    (503, "SERVICE_UNAVAILABLE", true),
];

#[test]
fn the_catalog_is_the_table_of_the_api() {
    let rows = CATALOG.iter().map(|error| {
        let code = error.code().as_str().expect("codes are text");
        (error.status().as_u16(), code, error.retryable())
    });
    assert_eq!(rows.collect::<BTreeSet<_>>(), BTreeSet::from(TABLE));
}

#[test]
fn an_internal_error_is_worth_three_attempts() {
    let limited = CATALOG
        .iter()
        .filter_map(|error| Some((error.code().as_str()?, error.max_attempts()?)));
    assert_eq!(limited.collect::<Vec<_>>(), [("INTERNAL_ERROR", 3)]);
}

#[test]
fn each_endpoint_has_exactly_its_own_errors() {
    assert_eq!(
        codes_of::<ClaimError>(),
        table_without(&["FORBIDDEN", "NOT_FOUND"])
    );
    assert_eq!(codes_of::<MediaError>(), table_without(&["NOT_FOUND"]));
    assert_eq!(
        codes_of::<RecordError>(),
        BTreeSet::from([
            "INTERNAL_ERROR",
            "NOT_FOUND",
            "RATE_LIMITED",
            "SERVICE_UNAVAILABLE",
            "UNAUTHORIZED",
        ])
    );
    assert_eq!(codes_of::<RouteError>(), BTreeSet::from(["NOT_FOUND"]));
}

#[test]
fn every_error_is_explained() {
    for error in CATALOG.iter() {
        assert!(error.summary().is_some(), "{}", error.code());
    }
}

fn table_without(codes: &[&str]) -> BTreeSet<&'static str> {
    TABLE
        .into_iter()
        .map(|(_, code, _)| code)
        .filter(|code| !codes.contains(code))
        .collect()
}
