//! In a catalog, the service's own error takes the place of the framework's with the same code.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorSet, http_errors};
use errorbook_tests::documents::check;

http_errors! {
    /// What the framework answers with.
    pub HttpError;
}

/// What can go wrong while a claim is looked up.
#[derive(Debug, ApiError)]
enum ClaimError {
    /// No claim has this id.
    #[api_error(status = 404)]
    NotFound {
        #[api_error(detail)]
        id: u64,
    },
    #[api_error(transparent, framework)]
    Http(HttpError),
}

/// Another operation, without an error of its own for unknown paths.
#[derive(Debug, ApiError)]
enum ListError {
    #[api_error(status = 409)]
    Conflict,
    #[api_error(transparent, framework)]
    Http(Box<HttpError>),
}

static CATALOG: Catalog = Catalog::new(
    "Claims API",
    "1.4.0",
    &[HttpError::ERRORS, ListError::ERRORS, ClaimError::ERRORS],
);

/// The type that declares the error with this code in the catalog.
fn declared_in(code: &str) -> Vec<&'static str> {
    let rows = CATALOG.iter().filter(|row| row.code() == code);
    rows.map(errorbook::ErrorSpec::type_name).collect()
}

#[test]
fn a_catalog_has_the_services_row_once() {
    assert_eq!(declared_in("NOT_FOUND"), ["ClaimError"]);
    assert_eq!(declared_in("CONFLICT"), ["ListError"]);
    assert_eq!(declared_in("GONE"), ["HttpError"]);
    assert_eq!(CATALOG.iter().count(), 39);
    assert_eq!(ClaimError::ERRORS.iter().count(), 39);
    assert_eq!(HttpError::ERRORS.iter().count(), 39);
}

#[test]
fn a_document_says_what_the_service_says() {
    for version in OpenApi::ALL {
        let components = CATALOG.openapi(version);
        let schema = &components["components"]["schemas"]["NOT_FOUND"];
        assert_eq!(schema["description"], "No claim has this id.");
        // The framework's error has no `id`, and it is sent in the same response.
        assert_eq!(
            schema["required"],
            serde_json::json!(["title", "status", "detail", "code"])
        );
        for responses in [
            CATALOG.responses::<ClaimError>(version),
            CATALOG.responses::<ListError>(version),
            CATALOG.responses::<HttpError>(version),
        ] {
            let response = &responses["404"];
            assert_eq!(response["description"], "No claim has this id.");
            let examples = &response["content"]["application/problem+json"]["examples"];
            assert_eq!(
                examples,
                &serde_json::json!({"NOT_FOUND": {
                    "summary": "No claim has this id.",
                    "value": {
                        "code": "NOT_FOUND",
                        "detail": "No claim has this id.",
                        "id": 1,
                        "status": 404,
                        "title": "Not Found",
                    },
                }})
            );
            let _ = check(&components, &responses, version);
        }
    }
}

#[test]
fn an_error_with_another_status_is_described_beside_the_frameworks() {
    /// The resource was deleted.
    #[derive(Debug, ApiError)]
    #[api_error(status = 410, code = "NOT_FOUND")]
    struct Deleted;

    static CATALOG: Catalog = Catalog::new("API", "1.0.0", &[HttpError::ERRORS, Deleted::ERRORS]);
    let components = CATALOG.openapi(OpenApi::V3_1);
    let schemas = &components["components"]["schemas"];
    assert_eq!(
        schemas["NOT_FOUND_410"]["description"],
        "The resource was deleted."
    );
    assert_eq!(
        schemas["NOT_FOUND_404"]["description"],
        "The requested resource was not found."
    );
    let rows: Vec<_> = CATALOG
        .iter()
        .filter(|row| row.code() == "NOT_FOUND")
        .collect();
    assert!(matches!(rows.as_slice(), [row] if row.status() == 410));
}
