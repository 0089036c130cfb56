//! What the README shows is what its declarations make.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, Context, ErrorObject, ErrorSet, FieldErrors, render};
use errorbook_tests::whole;
use serde_json::Value;

const README: &str = include_str!("../../README.md");

/// The code blocks of a language.
fn blocks(language: &str) -> Vec<&'static str> {
    README
        .split("```")
        .skip(1)
        .step_by(2)
        .filter_map(|block| block.strip_prefix(language))
        .collect()
}

#[test]
fn the_response_is_that_of_the_declaration() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject, docs = "https://docs.example.com/errors#{code}")]
    enum VerifyError {
        #[api_error(status = 400, message = "The '{field}' field is required")]
        InvalidRequest { field: &'static str },
    }

    let error = VerifyError::InvalidRequest { field: "claim" };
    let response = whole(&render(&error, &Context::new().with_request_id("req_7")));
    let shown = blocks("text\n")[0].replace("HTTP/1.1 400 Bad Request", "400");
    assert_eq!(shown.trim_end(), response);
}

#[test]
fn the_piece_of_the_document_is_that_of_the_declaration() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum ClaimError {
        /// The claim is no text.
        #[api_error(status = 422)]
        NoText,
        /// One or more fields break a constraint.
        #[api_error(status = 422, code = "VALIDATION_ERROR")]
        Validation {
            #[api_error(detail)]
            fields: FieldErrors,
        },
    }

    static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[ClaimError::ERRORS]);
    let components = CATALOG.openapi(OpenApi::V3_1);
    let shown = format!("{{{}}}", blocks("json\n")[0]);
    let shown: serde_json::Map<String, Value> = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown.len(), 2);
    for (name, schema) in shown {
        assert_eq!(schema, components["components"]["schemas"][&name], "{name}");
    }
    // Only so that the variants are made.
    let fields = FieldErrors::new();
    assert_ne!(
        ClaimError::NoText.spec().code(),
        ClaimError::Validation { fields }.spec().code()
    );
}
