//! The documents that pages show.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet, FieldErrors};
use serde_json::{Map, Value};

use crate::blocks;

/// Compares members that a page shows with the schemas of a document.
pub fn assert_schemas(members: &str, document: &Value) {
    let members: Map<String, Value> =
        serde_json::from_str(&format!("{{{members}}}")).expect("the page shows members");
    assert!(!members.is_empty());
    for (name, schema) in members {
        assert_eq!(schema, document["components"]["schemas"][&name], "{name}");
    }
}

#[test]
fn the_schemas_on_the_page_about_openapi_are_those_of_its_declaration() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum ClaimError {
        /// The claim is not a text.
        #[api_error(status = 422)]
        NotText,
        /// One or more fields break a rule.
        #[api_error(status = 422, code = "VALIDATION_ERROR")]
        Validation {
            #[api_error(detail)]
            fields: FieldErrors,
        },
    }

    static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[ClaimError::ERRORS]);
    let page = include_str!("../../../docs/openapi.md");
    assert_schemas(blocks(page, "json")[0], &CATALOG.openapi(OpenApi::V3_1));
    // Only so that the variants are made.
    let fields = FieldErrors::new();
    assert_ne!(
        ClaimError::NotText.spec().code(),
        ClaimError::Validation { fields }.spec().code()
    );
}
