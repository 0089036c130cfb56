//! Merging into a document that is there.

use errorbook::openapi::{OpenApi, merge, merge_used};
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};
use serde_json::{Value, json};

use crate::shapes::{Range, object};

#[test]
fn merging_keeps_what_is_there_and_can_be_done_again() {
    let original = json!({
        "openapi": "3.1.0",
        "info": {"title": "Claims", "version": "1"},
        "paths": {"/claims": {"get": {"responses": {"200": {"description": "All claims"}}}}},
        "components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Claim": {"type": "object"}},
        },
        "x-own": [1, 2],
    });
    let mut document = original.clone();
    merge(&mut document, &object::CATALOG).unwrap();
    let once = document.clone();
    merge(&mut document, &object::CATALOG).unwrap();
    assert_eq!(document, once);

    let mut expected = original;
    let schemas = object::CATALOG.openapi(OpenApi::V3_1)["components"]["schemas"].clone();
    for (name, schema) in schemas.as_object().unwrap() {
        expected["components"]["schemas"][name] = schema.clone();
    }
    assert_eq!(document, expected);

    let mut bare = json!({"openapi": "3.2.0"});
    merge(&mut bare, &object::CATALOG).unwrap();
    assert_eq!(
        bare["components"],
        object::CATALOG.openapi(OpenApi::V3_2)["components"]
    );
    let mut older = json!({"openapi": "3.0.1", "components": {}});
    merge(&mut older, &object::CATALOG).unwrap();
    assert_eq!(
        older["components"],
        object::CATALOG.openapi(OpenApi::V3_0)["components"]
    );
}

#[test]
fn only_what_a_document_refers_to_can_be_merged_into_it() {
    /// Errors of two operations, and one of none.
    #[derive(Debug, ApiError)]
    #[api_error(status = 404, envelope = ErrorObject)]
    struct NoSuchEndpoint;

    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Lookup {
        #[api_error(status = 404)]
        Missing {
            #[api_error(detail)]
            range: Range,
        },
        #[api_error(status = 404)]
        Gone,
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 409, code = "Taken", envelope = ErrorObject)]
    struct Taken;
    static CATALOG: Catalog = Catalog::new(
        "Claims API",
        "1",
        &[NoSuchEndpoint::ERRORS, Lookup::ERRORS, Taken::ERRORS],
    );
    for version in OpenApi::ALL {
        let document = |responses: Value| {
            json!({
                "openapi": version.version(),
                "paths": {"/claims": {"get": {"responses": responses}}},
            })
        };
        let all = CATALOG.openapi(version);
        let used = |responses: Value| {
            let mut document = document(responses);
            merge_used(&mut document, &CATALOG).unwrap();
            let once = document.clone();
            merge_used(&mut document, &CATALOG).unwrap();
            assert_eq!(document, once);
            let schemas = document["components"]["schemas"].as_object().unwrap();
            for (name, schema) in schemas {
                assert_eq!(*schema, all["components"]["schemas"][name]);
            }
            schemas.keys().cloned().collect::<Vec<_>>()
        };
        assert_eq!(
            used(CATALOG.responses::<Lookup>(version)),
            ["GONE", "Lookup_404", "MISSING", "Range"]
        );
        assert_eq!(used(CATALOG.responses::<Taken>(version)), ["Taken"]);
        assert_eq!(used(json!({})), [""; 0]);

        // What is not added is in nobody's way.
        let mut theirs = document(CATALOG.responses::<Taken>(version));
        theirs["components"]["schemas"]["GONE"] = json!({"type": "string"});
        merge_used(&mut theirs, &CATALOG).unwrap();
        assert_eq!(
            theirs["components"]["schemas"]["GONE"],
            json!({"type": "string"})
        );
        theirs["paths"]["/other"]["get"]["responses"] = CATALOG.responses::<Lookup>(version);
        let error = merge_used(&mut theirs, &CATALOG).unwrap_err();
        assert_eq!(error.pointer(), "/components/schemas/GONE");
    }
}

#[test]
fn merging_into_what_is_no_such_document_says_where_and_changes_nothing() {
    for (document, message) in [
        (
            json!([]),
            "at the root of the document: an OpenAPI document is an object, and this is an array",
        ),
        (
            json!(null),
            "at the root of the document: an OpenAPI document is an object, and this is null",
        ),
        (
            json!({}),
            "at the root of the document: there is no member `openapi`, so this is not an OpenAPI document",
        ),
        (
            json!({"swagger": "2.0"}),
            "at `/swagger`: this is Swagger 2.0, and errorbook writes OpenAPI 3.0, 3.1 and 3.2",
        ),
        (
            json!({"openapi": "4.0.0"}),
            "at `/openapi`: this is OpenAPI 4.0.0, and errorbook writes OpenAPI 3.0, 3.1 and 3.2",
        ),
        (
            json!({"openapi": "3.10.0"}),
            "at `/openapi`: this is OpenAPI 3.10.0, and errorbook writes OpenAPI 3.0, 3.1 and 3.2",
        ),
        (
            json!({"openapi": 3.1}),
            "at `/openapi`: the version is a string such as \"3.1.1\", and this is a number",
        ),
        (
            json!({"openapi": "3.1.0", "components": []}),
            "at `/components`: this must be an object, and it is an array",
        ),
        (
            json!({"openapi": "3.1.0", "components": null}),
            "at `/components`: this must be an object, and it is null",
        ),
        (
            json!({"openapi": "3.1.0", "components": {"schemas": "none"}}),
            "at `/components/schemas`: this must be an object, and it is a string",
        ),
        (
            json!({"openapi": "3.1.0", "components": {"schemas": {"CLAIM_GONE": {"type": "string"}}}}),
            "at `/components/schemas/CLAIM_GONE`: the document has a schema `CLAIM_GONE` that is another than that of `Claims::ClaimGone`: rename one of them",
        ),
    ] {
        let mut merged = document.clone();
        let error = merge(&mut merged, &object::CATALOG).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert_eq!(merged, document);
    }
}
