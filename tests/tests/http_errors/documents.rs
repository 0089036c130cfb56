//! Each error is valid by its description.

use errorbook::openapi::{self, OpenApi};
use errorbook::{
    Catalog, Envelope, ErrorObject, ErrorSet, FrameworkError, Occurrence, Shape, http_errors,
    render,
};
use errorbook_tests::documents::assert_occurrences_fit;
use serde_json::json;

http_errors! {
    /// What the framework answers with.
    pub InProblem: challenge = "Bearer", header("X-Team" = "claims");
    ServiceUnavailable(retry(after = "30s"));
}

http_errors! {
    /// What the framework answers with.
    pub InObject: envelope = ErrorObject, rename_all = "kebab-case", category = "http";
}

/// Errors as plain lines.
enum Lines {}

impl Envelope for Lines {
    const SHAPE: &'static Shape =
        &Shape::by_hand(concat!(module_path!(), "::Lines"), "text/plain", write);
}

fn write(error: &Occurrence<'_>) -> Vec<u8> {
    let status = error.status().as_u16();
    let details = error
        .details()
        .map_or(String::new(), |json| json.to_string());
    format!("{status} {}: {}{details}\n", error.code(), error.message()).into_bytes()
}

http_errors! {
    /// What the framework answers with.
    pub(self) InLines: envelope = Lines;
}

fn all<E: From<FrameworkError> + ErrorSet>() -> Vec<E> {
    let statuses = E::ERRORS.iter().map(errorbook::ErrorSpec::status);
    statuses
        .map(|status| FrameworkError::new(status).into())
        .collect()
}

#[test]
fn each_error_is_valid_by_its_description() {
    static IN_PROBLEM: Catalog = Catalog::new("API", "1.0.0", &[InProblem::ERRORS]);
    static IN_OBJECT: Catalog = Catalog::new("API", "1.0.0", &[InObject::ERRORS]);
    let errors = all::<InProblem>();
    assert_eq!(errors.len(), 39);
    assert_occurrences_fit(&IN_PROBLEM, &errors);
    assert_occurrences_fit(&IN_OBJECT, &all::<InObject>());
}

#[test]
fn an_envelope_by_hand_sees_the_status_of_the_response() {
    for (status, expected) in [
        (
            404,
            "404 NOT_FOUND: The requested resource was not found.\n",
        ),
        (499, "499 BAD_REQUEST: The request is not valid.\n"),
        (599, "599 INTERNAL_SERVER_ERROR: Internal Server Error\n"),
    ] {
        let status = http::StatusCode::from_u16(status).unwrap();
        let error = InLines::from(FrameworkError::new(status));
        let response = render(&error, &errorbook::Context::new());
        assert_eq!(response.status(), status);
        assert_eq!(response.body(), expected);
    }
}

#[test]
fn a_description_does_not_say_more_of_headers_than_the_frameworks_response_keeps() {
    let responses = openapi::responses::<InProblem>(OpenApi::V3_1);
    let text = json!({"type": "string"});
    assert_eq!(
        responses["401"]["headers"],
        json!({
            "www-authenticate": {"required": true, "schema": text},
            "x-team": {"required": true, "schema": text},
        })
    );
    assert_eq!(
        responses["405"]["headers"],
        json!({"allow": {"schema": text}, "x-team": {"required": true, "schema": text}})
    );
    assert_eq!(
        responses["503"]["headers"],
        json!({
            "retry-after": {"required": true, "schema": text},
            "x-team": {"required": true, "schema": text},
        })
    );
}

#[test]
fn a_status_without_a_row_fits_the_schema_of_its_class() {
    let components = Catalog::new("API", "1.0.0", &[InProblem::ERRORS]).openapi(OpenApi::V3_1);
    let schemas = &components["components"]["schemas"];
    let status = |code: &str| schemas[code]["properties"]["status"].clone();
    assert_eq!(
        status("BAD_REQUEST"),
        json!({"type": "integer", "minimum": 400, "maximum": 499})
    );
    assert_eq!(
        status("INTERNAL_SERVER_ERROR"),
        json!({"type": "integer", "minimum": 500, "maximum": 599})
    );
}
