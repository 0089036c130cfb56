//! What is declared, held against what the API promises.

use std::collections::BTreeSet;

use errorbook::{ErrorSet, ErrorSpec};
use signstack::errors::{
    CATALOG, CreateError, Missing, ParticipantError, ReadError, TokenError, UpdateError,
    WEBHOOK_CATALOG,
};

/// The API's table: status, code, whether the request may be sent again.
const TABLE: [(u16, &str, bool); 8] = [
    (400, "validation_error", false),
    (401, "invalid_token", false),
    (403, "insufficient_scope", false),
    (404, "not_found", false),
    (409, "conflict", false),
    (422, "validation_error", false),
    (429, "rate_limit_exceeded", true),
    (500, "internal_error", true),
];

#[test]
fn the_catalog_is_the_table_of_the_api() {
    assert_eq!(rows(CATALOG.iter()), BTreeSet::from(TABLE));
}

#[test]
fn the_receiver_of_webhooks_asks_for_a_retry_by_its_status_alone() {
    assert_eq!(
        rows(WEBHOOK_CATALOG.iter()),
        BTreeSet::from([
            (400, "invalid_event", false),
            (409, "rejected_event", false),
            (500, "processing_failed", true),
        ])
    );
}

#[test]
fn each_endpoint_has_exactly_its_own_errors() {
    let every = [400, 401, 403, 404, 409, 422, 429, 500];
    for (errors, lacks) in [
        (
            rows(TokenError::ERRORS.iter()),
            [403, 404, 409, 500].as_slice(),
        ),
        (rows(CreateError::ERRORS.iter()), &[404, 409]),
        (rows(ReadError::ERRORS.iter()), &[400, 409, 422]),
        (rows(UpdateError::ERRORS.iter()), &[]),
        (rows(ParticipantError::ERRORS.iter()), &[]),
        (
            rows(Missing::ERRORS.iter()),
            &[400, 401, 403, 409, 422, 429, 500],
        ),
    ] {
        let statuses: BTreeSet<_> = errors.iter().map(|(status, _, _)| *status).collect();
        let expected = every.into_iter().filter(|status| !lacks.contains(status));
        assert_eq!(statuses, expected.collect());
    }
}

#[test]
fn every_error_is_explained() {
    for error in CATALOG.iter().chain(WEBHOOK_CATALOG.iter()) {
        assert!(error.summary().is_some(), "{}", error.code());
    }
}

fn rows(errors: impl Iterator<Item = &'static ErrorSpec>) -> BTreeSet<(u16, &'static str, bool)> {
    let row = |error: &'static ErrorSpec| {
        let code = error.code().as_str().expect("codes are text");
        (error.status().as_u16(), code, error.retryable())
    };
    errors.map(row).collect()
}
