//! What a framework answers with, in the envelopes of the examples: each error of `http_errors!` is described, renders
//! and is valid by its description, beside the errors of the service.

use errorbook::{ApiError, Catalog, Context, ErrorSet, FrameworkError, http_errors, render};
use errorbook_tests::documents::assert_occurrences_fit;
use http::StatusCode;

mod signalstack_http {
    use super::*;

    http_errors! {
        /// What the framework answers with, as SignalStack's errors look.
        pub HttpError: envelope = signalstack::errors::SignalStack, challenge = "Bearer";
        NotFound(code = "NO_ROUTE"),
    }
}

mod signet_http {
    use super::*;

    http_errors! {
        /// What the framework answers with, as Signet's errors look.
        pub HttpError: envelope = signet::errors::Signet, category = "http";
        NotFound(category = "not_found", code = "no_route"),
    }
}

mod elder_http {
    use super::*;

    http_errors! {
        /// What the framework answers with, as Elder Signals' errors look.
        pub HttpError: envelope = elder_signals::errors::Elder;
    }
}

mod signstack_http {
    use super::*;

    http_errors! {
        /// What the framework answers with, as SignStack's errors look.
        pub HttpError: envelope = signstack::errors::SignStack, rename_all = "snake_case";
    }
}

/// An error of each row.
fn all<E: From<FrameworkError> + ErrorSet>() -> Vec<E> {
    let statuses = E::ERRORS.iter().map(errorbook::ErrorSpec::status);
    let all: Vec<E> = statuses
        .map(|status| FrameworkError::new(status).into())
        .collect();
    assert_eq!(all.len(), 39);
    all
}

fn body<E: ApiError + ErrorSet + From<FrameworkError>>(status: u16) -> String {
    let status = StatusCode::from_u16(status).expect("it is a status");
    let error = E::from(FrameworkError::new(status));
    let response = render(&error, &Context::new());
    assert_eq!(response.status(), status);
    String::from_utf8(response.body().to_vec()).expect("bodies are text")
}

#[test]
fn in_signalstacks_envelope() {
    use signalstack::errors::ClaimError;
    use signalstack_http::HttpError;

    static CATALOG: Catalog = Catalog::new(
        "SignalStack",
        "1.0.0",
        &[ClaimError::ERRORS, HttpError::ERRORS],
    );
    assert_occurrences_fit(&CATALOG, &all::<HttpError>());
    assert_eq!(
        body::<HttpError>(404),
        r#"{"error":{"code":"NO_ROUTE","message":"The requested resource was not found.","request_id":null}}"#
    );
}

#[test]
fn in_signets_envelope_whose_key_is_the_category() {
    use signet::errors::FindError;
    use signet_http::HttpError;

    static CATALOG: Catalog =
        Catalog::new("Signet", "1.0.0", &[FindError::ERRORS, HttpError::ERRORS]);
    assert_occurrences_fit(&CATALOG, &all::<HttpError>());
    assert_eq!(
        body::<HttpError>(503),
        r#"{"success":false,"message":"Service Unavailable","errors":{"http":{"code":"SERVICE_UNAVAILABLE","reason":"Service Unavailable","details":{}}}}"#
    );
}

#[test]
fn in_elder_signals_envelope_which_states_the_status() {
    use elder_http::HttpError;
    use elder_signals::errors::ProfileError;

    static CATALOG: Catalog = Catalog::new(
        "Elder Signals",
        "1.0.0",
        &[ProfileError::ERRORS, HttpError::ERRORS],
    );
    assert_occurrences_fit(&CATALOG, &all::<HttpError>());
    assert_eq!(
        body::<HttpError>(499),
        r#"{"error":"Bad Request","message":"The request is not valid.","status":499}"#
    );
    assert_eq!(
        body::<HttpError>(599),
        r#"{"error":"Internal Server Error","message":"Internal Server Error","status":599}"#
    );
}

#[test]
fn in_signstacks_envelope() {
    use signstack::errors::ReadError;
    use signstack_http::HttpError;

    static CATALOG: Catalog = Catalog::new(
        "SignStack",
        "1.0.0",
        &[ReadError::ERRORS, HttpError::ERRORS],
    );
    assert_occurrences_fit(&CATALOG, &all::<HttpError>());
    assert_eq!(
        body::<HttpError>(413),
        r#"{"error":{"code":"payload_too_large","message":"The request body is too large."}}"#
    );
}
