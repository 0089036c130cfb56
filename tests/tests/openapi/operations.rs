//! The responses of an operation: its own errors, told apart, and nothing of those of others.

use errorbook::openapi::{self, OpenApi};
use errorbook::{ApiError, Catalog, Context, ErrorObject, ErrorSet};
use errorbook_tests::documents::{assert_refused, check};
use serde_json::{Value, json};

use crate::shapes::{codeless, object};

#[test]
fn a_response_tells_its_errors_apart_by_the_code() {
    let version = OpenApi::V3_1;
    let responses = object::CATALOG.responses::<object::Claims>(version);
    let statuses: Vec<_> = responses.as_object().unwrap().keys().collect();
    assert_eq!(statuses, ["400", "401", "404", "422", "429", "500", "503"]);
    assert_eq!(
        responses["404"],
        json!({
            "description": "- `CLAIM_NOT_FOUND`: No claim has this id.\n- `CLAIM_GONE`: The claim was deleted.",
            "content": {
                "application/json": {
                    "schema": {
                        "type": "object",
                        "properties": {"error": {"$ref": "#/components/schemas/Claims_404"}},
                        "required": ["error"],
                    },
                    "examples": {
                        "CLAIM_NOT_FOUND": {
                            "summary": "No claim has this id.",
                            "value": {"error": {
                                "code": "CLAIM_NOT_FOUND",
                                "message": "Claim 1 not found",
                                "docs": "https://docs.example.com/CLAIM_NOT_FOUND",
                                "request_id": "req_0123456789",
                            }},
                        },
                        "CLAIM_GONE": {
                            "summary": "The claim was deleted.",
                            "value": {"error": {
                                "code": "CLAIM_GONE",
                                "message": "The claim was deleted.",
                                "docs": "https://docs.example.com/CLAIM_GONE",
                                "request_id": "req_0123456789",
                            }},
                        },
                    },
                },
            },
        })
    );
    let components = object::CATALOG.openapi(version);
    let schemas = &components["components"]["schemas"];
    assert_eq!(
        schemas["Claims_404"],
        json!({
            "oneOf": [
                {"$ref": "#/components/schemas/CLAIM_NOT_FOUND"},
                {"$ref": "#/components/schemas/CLAIM_GONE"},
            ],
            "discriminator": {
                "propertyName": "code",
                "mapping": {
                    "CLAIM_NOT_FOUND": "#/components/schemas/CLAIM_NOT_FOUND",
                    "CLAIM_GONE": "#/components/schemas/CLAIM_GONE",
                },
            },
        })
    );
    let media_type = &responses["404"]["content"]["application/json"];
    let error = |code: &str| json!({"error": {"code": code, "message": "x", "docs": "y"}});
    assert_refused(&components, media_type, &error("UNAUTHORIZED"));
    assert_refused(
        &components,
        media_type,
        &json!({"error": {"code": "CLAIM_GONE"}}),
    );
    assert_refused(
        &components,
        media_type,
        &json!({"code": "CLAIM_GONE", "message": "x", "docs": "y"}),
    );
}

#[test]
fn a_type_alone_is_described_as_in_a_catalog_of_its_own() {
    static ALONE: Catalog = Catalog::new("Claims", "1", &[object::Claims::ERRORS]);
    for version in OpenApi::ALL {
        let responses = openapi::responses::<object::Claims>(version);
        assert_eq!(responses, ALONE.responses::<object::Claims>(version));
        assert_eq!(check(&ALONE.openapi(version), &responses, version), 10);
    }
}

#[test]
fn an_operation_shows_nothing_of_what_others_answer_with_under_the_same_code() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Read {
        /// There is no such path.
        #[api_error(status = 404, code = "NOT_FOUND", shared, header("X-Path" = "unknown"))]
        Path,
        #[api_error(transparent)]
        Same(Same),
    }
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Same {
        /// There is no such claim.
        #[api_error(status = 404, code = "NOT_FOUND", shared, message = "Nothing is here")]
        Claim,
        /// There is no such medium.
        #[api_error(status = 404, code = "NOT_FOUND", shared, message = "Nothing is here")]
        Medium,
    }
    static CATALOG: Catalog = Catalog::new("Claims", "1", &[Read::ERRORS, Same::ERRORS]);

    let version = OpenApi::V3_1;
    let example = |summary: &str, message: &str| {
        json!({
            "summary": summary,
            "value": {"error": {"code": "NOT_FOUND", "message": message, "docs": "https://docs.example.com"}},
        })
    };
    let context = Context::new().with_docs("https://docs.example.com");
    let schema = json!({
        "type": "object",
        "properties": {"error": {"$ref": "#/components/schemas/NOT_FOUND"}},
        "required": ["error"],
    });
    assert_eq!(
        CATALOG.responses_in::<Same>(version, &context),
        json!({"404": {
            "description": "- There is no such claim.\n- There is no such medium.",
            "content": {"application/json": {
                "schema": schema,
                "examples": {"NOT_FOUND": example("There is no such claim.", "Nothing is here")},
            }},
        }})
    );
    assert_eq!(
        CATALOG.responses_in::<Read>(version, &context),
        json!({"404": {
            "description": "- There is no such path.\n- There is no such claim.\n- There is no such medium.",
            "headers": {"x-path": {"schema": {"type": "string", "const": "unknown"}}},
            "content": {"application/json": {
                "schema": schema,
                "examples": {
                    "NOT_FOUND.Path": example("There is no such path.", "There is no such path."),
                    "NOT_FOUND.Claim": example("There is no such claim.", "Nothing is here"),
                },
            }},
        }})
    );
}

#[test]
fn examples_are_rendered_in_the_context_that_the_catalog_sets() {
    static CATALOG: Catalog = Catalog::new("Claims", "1", &[codeless::Common::ERRORS])
        .with_example_context(|| Context::new().with_instance("/v1/claims"));
    let responses = CATALOG.responses::<codeless::Common>(OpenApi::V3_1);
    assert_eq!(
        responses["401"]["content"]["application/json"]["examples"]["UNAUTHORIZED"],
        json!({
            "summary": "The key is missing.",
            "value": {
                "error": "Unauthorized",
                "message": "The key is missing.",
                "status": 401,
                "path": "/v1/claims",
            },
        })
    );
}

#[test]
fn operations_that_nest_the_same_errors_share_their_union() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject, challenge = "Bearer")]
    enum Access {
        #[api_error(status = 401)]
        NoKey,
        #[api_error(status = 401)]
        NoTenant,
        #[api_error(status = 403)]
        Forbidden,
    }
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Common {
        #[api_error(transparent)]
        Access(#[from] Access),
        #[api_error(status = 403)]
        Sandbox,
    }
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject, challenge = "Bearer")]
    enum Read {
        #[api_error(transparent)]
        Common(#[from] Common),
    }
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject, challenge = "Bearer")]
    enum Write {
        #[api_error(transparent)]
        Common(#[from] Common),
        #[api_error(status = 401)]
        Expired,
    }
    static CATALOG: Catalog = Catalog::new("Claims API", "1", &[Read::ERRORS, Write::ERRORS]);
    let schemas = CATALOG.openapi(OpenApi::V3_1)["components"]["schemas"].clone();
    let names: Vec<_> = schemas.as_object().unwrap().keys().collect();
    assert_eq!(
        names,
        [
            "Access_401",
            "Common_403",
            "EXPIRED",
            "FORBIDDEN",
            "NO_KEY",
            "NO_TENANT",
            "SANDBOX",
            "Write_401",
        ]
    );
    let union = |responses: &Value, status: &str| {
        let content = &responses[status]["content"]["application/json"];
        content["schema"]["properties"]["error"]["$ref"].clone()
    };
    let read = CATALOG.responses::<Read>(OpenApi::V3_1);
    assert_eq!(union(&read, "401"), "#/components/schemas/Access_401");
    assert_eq!(union(&read, "403"), "#/components/schemas/Common_403");
    let write = CATALOG.responses::<Write>(OpenApi::V3_1);
    assert_eq!(union(&write, "401"), "#/components/schemas/Write_401");
    assert_eq!(union(&write, "403"), "#/components/schemas/Common_403");
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum Stranger {
    #[api_error(status = 404)]
    ClaimNotFound,
}

#[test]
#[should_panic(
    expected = "the catalog \"Claims API\" lacks errors of `Stranger`: add `Stranger::ERRORS` to the catalog"
)]
fn a_type_that_is_not_in_the_catalog_is_refused() {
    let _ = object::CATALOG.responses::<Stranger>(OpenApi::V3_1);
}
