//! The versions of OpenAPI: the same is said in the words of each.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};
use errorbook_tests::documents::assert_occurrences_fit;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use crate::shapes::{Codeless, codeless, everything, object};
use crate::wholes::{Strict, Tagged};

#[test]
fn version_3_0_says_the_same_in_its_own_dialect() {
    let components = object::CATALOG.openapi(OpenApi::V3_0);
    let schemas = &components["components"]["schemas"];
    assert_eq!(
        schemas["CLAIM_GONE"]["properties"]["code"],
        json!({"type": "string", "enum": ["CLAIM_GONE"]})
    );
    assert_eq!(
        schemas["Range"]["properties"]["high"],
        json!({"type": "integer", "format": "uint8", "minimum": 0, "maximum": 255, "nullable": true})
    );
    let text = codeless::CATALOG.openapi(OpenApi::V3_0);
    assert_eq!(
        text["components"]["schemas"]["CLAIM_GONE"]["properties"]["path"],
        json!({"type": "string", "nullable": true})
    );
    for word in [
        "const",
        "$defs",
        "$schema",
        "jsonSchemaDialect",
        "prefixItems",
    ] {
        let key = format!("\"{word}\":");
        for document in [
            &components,
            &text,
            &everything::CATALOG.openapi(OpenApi::V3_0),
        ] {
            assert!(!document.to_string().contains(&key), "{word}");
        }
    }
}

#[test]
fn versions_are_read_from_text_and_written_as_text() {
    for (text, version) in [
        ("3.0", OpenApi::V3_0),
        ("3.0.4", OpenApi::V3_0),
        ("3.1.0", OpenApi::V3_1),
        ("3.2", OpenApi::V3_2),
    ] {
        assert_eq!(text.parse(), Ok(version));
        assert_eq!(version.to_string().parse(), Ok(version));
    }
    for text in ["", "3", "2.0", "3.10", "3.1x"] {
        let unknown = text.parse::<OpenApi>().unwrap_err();
        assert_eq!(
            unknown.to_string(),
            "errorbook writes OpenAPI 3.0, 3.1 and 3.2"
        );
    }
}

#[test]
fn null_is_allowed_in_3_0_where_no_type_is_named() {
    #[derive(Debug, Default, Serialize, JsonSchema)]
    struct Nulls {
        inner: Option<Strict>,
        tagged: Option<Tagged>,
        nothing: (),
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 400, envelope = Codeless)]
    struct Nullable(#[api_error(details)] Nulls);
    #[derive(Debug, ApiError)]
    #[api_error(status = 400, envelope = ErrorObject)]
    struct Object(#[api_error(details)] Nulls);
    static CATALOG: Catalog = Catalog::new("Nulls", "1", &[Object::ERRORS]);
    static CODELESS: Catalog = Catalog::new("Nulls", "1", &[Nullable::ERRORS]);

    assert_occurrences_fit(
        &CATALOG,
        &[
            Object(Nulls::default()),
            Object(Nulls {
                inner: Some(Strict { low: 1 }),
                tagged: Some(Tagged::Two { high: 1 }),
                nothing: (),
            }),
        ],
    );
    assert_occurrences_fit(&CODELESS, &[Nullable(Nulls::default())]);
}
