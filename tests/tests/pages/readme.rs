//! What the README shows is what its code makes.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, Context, ErrorSet, render};

use crate::documents::assert_schemas;
use crate::{README, blocks, shown};

#[derive(Debug, ApiError)]
#[api_error(docs = "https://docs.example.com/errors#{code}")]
enum ClaimError {
    /// No claim has this id.
    #[api_error(status = 404, message = "Claim {id} not found")]
    ClaimNotFound { id: u64 },

    /// The claims database did not answer.
    #[api_error(status = 503, retry(after = "30s"))]
    StoreUnavailable(#[from] std::io::Error),
}

static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[ClaimError::ERRORS]);

#[test]
fn the_first_response_and_its_schema_are_those_of_the_first_declaration() {
    let declaration = declaration(include_str!("readme.rs"));
    assert!(
        blocks(README, "rust")[0].contains(&declaration),
        "{declaration}"
    );

    let response = render(&ClaimError::ClaimNotFound { id: 7 }, &Context::new());
    assert_eq!(blocks(README, "http")[0], shown(&response));

    assert_schemas(blocks(README, "json")[0], &CATALOG.openapi(OpenApi::V3_1));

    let error = ClaimError::from(std::io::Error::other("db-7: password expired"));
    assert_eq!(error.message(), "Service Unavailable");
}

#[test]
fn the_quick_start_is_the_example_minimal() {
    let example = include_str!("../../../runtime/examples/minimal.rs");
    assert_eq!(blocks(README, "rust,no_run"), [example]);
}

/// The declaration in a file: from its derive to its closing brace.
fn declaration(file: &str) -> String {
    let start = file.find("#[derive").expect("the file declares an error");
    let end = start + file[start..].find("\n}\n").expect("it has an end") + 3;
    file[start..end].to_owned()
}
