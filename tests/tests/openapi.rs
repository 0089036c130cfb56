//! OpenAPI descriptions: exact values of the documents, and that whatever is rendered is valid by
//! them, for shapes of bodies and kinds of errors of every sort.

#![allow(
    dead_code,
    reason = "the declarations are what is described, no test makes a value of them"
)]

use std::time::Duration;

use errorbook::openapi::{self, OpenApi, merge, merge_used};
use errorbook::{
    ApiError, Catalog, Context, ErrorObject, ErrorSet, FieldError, HeaderSet, HeaderWriter,
    Problem, PublicText, RateLimit, envelope, render,
};
use errorbook_tests::documents::{assert_fits, assert_refused, check};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

/// A detail with a schema of its own, used by name.
#[derive(Debug, Default, Serialize, JsonSchema)]
struct Range {
    low: u8,
    high: Option<u8>,
}

/// A detail without a schema.
#[derive(Debug, Default, Serialize)]
struct Opaque {
    any: bool,
}

/// Declares the same errors in an envelope of choice, and checks what its documents say of them.
macro_rules! errors_in {
    ($module:ident, $envelope:ty, $details:ident) => {
        mod $module {
            use super::*;

            /// What every endpoint may answer with.
            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope, category = "common")]
            pub enum Common {
                /// The key is missing.
                #[api_error(status = 401, challenge = "Bearer")]
                Unauthorized,
                /// Too many requests.
                #[api_error(status = 429, retry(after = "1m", max = 3))]
                RateLimited(#[api_error(headers)] RateLimit),
                #[api_error(status = 500)]
                InternalError(#[from] std::io::Error),
            }

            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope, category = "claims", docs = "https://docs.example.com/{code}")]
            pub enum Claims {
                #[api_error(transparent)]
                Common(#[from] Common),
                /// No claim has this id.
                #[api_error(status = 404, message = "Claim {id} not found")]
                ClaimNotFound { id: u64 },
                /// The claim was deleted.
                #[api_error(status = 404, title = "Deleted")]
                #[deprecated(since = "1.1.0", note = "use CLAIM_NOT_FOUND")]
                ClaimGone,
                /// One field is wrong.
                #[api_error(status = 422, code = "INVALID", shared)]
                OneField {
                    #[api_error($details)]
                    field: FieldError,
                },
                /// Several fields are wrong.
                #[api_error(status = 422, code = "INVALID", shared)]
                SeveralFields {
                    #[api_error($details)]
                    fields: Vec<FieldError>,
                },
                /// The shape is wrong.
                #[api_error(status = 400, code = "INVALID", shared)]
                Shape {
                    #[api_error($details)]
                    range: Range,
                    #[api_error(header = "X-Range")]
                    header: Option<String>,
                },
                #[api_error(status = 400)]
                Odd {
                    #[api_error($details)]
                    opaque: Option<Opaque>,
                },
                #[api_error(status = 503)]
                Busy {
                    #[api_error(retry_after)]
                    wait: Duration,
                    #[api_error(docs)]
                    page: Option<String>,
                },
            }

            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope, category = "media")]
            pub enum Uploads<T: PublicText + Default> {
                #[api_error(transparent)]
                Common(Common),
                #[api_error(status = 415, message = "{0} is no media type")]
                MediaType(T),
                #[api_error(status = 409)]
                Conflict(#[api_error(details)] Option<T>),
            }

            pub static CATALOG: Catalog =
                Catalog::new("Claims API", "1.4.0", &[Claims::ERRORS, Uploads::<String>::ERRORS]);

            /// Every example of every operation, in every version.
            pub fn check_all() {
                for version in OpenApi::ALL {
                    let components = CATALOG.openapi(version);
                    let claims = CATALOG.responses::<Claims>(version);
                    let media = CATALOG.responses::<Uploads<String>>(version);
                    let common = CATALOG.responses::<Common>(version);
                    assert_eq!(check(&components, &claims, version), 10, "{version:?}");
                    assert_eq!(check(&components, &media, version), 5, "{version:?}");
                    assert_eq!(check(&components, &common, version), 3, "{version:?}");
                }
            }
        }
    };
}

errors_in!(problem, Problem, detail);
errors_in!(problem_whole, Problem, details);
errors_in!(object, ErrorObject, detail);
errors_in!(object_whole, ErrorObject, details);

envelope! {
    /// The code is a key, and so is the category.
    pub Keyed: "application/json" {
        "success": false,
        "errors": {(category): {(code): {"reason"?: summary, "details"?: details}}},
    }
}
errors_in!(keyed, Keyed, details);

envelope! {
    /// The category is a key, and the code a member below it.
    pub Grouped: "application/json" {
        "message": message,
        "errors": {(category): {"code": code, "details": details}},
    }
}
errors_in!(grouped, Grouped, detail);

envelope! {
    /// There is no code.
    pub Codeless: "application/json" {
        "error": title, "message": message, "status": status, "path": instance
    }
}
errors_in!(codeless, Codeless, detail);

envelope! {
    /// The code is in an array of one.
    pub Listed: "application/json" {
        header "X-Error-Code" = code;
        "errors": [{"status": "{status}", "code": code, "title": title, "meta"?: details}],
        "time": timestamp,
    }
}
errors_in!(listed, Listed, detail);

envelope! {
    /// The code is in an array of several.
    pub Mixed: "application/json" [
        "error", {"code": code, "wait"?: "{retry_after}s"}, docs?, [details?], null
    ]
}
errors_in!(mixed, Mixed, detail);

envelope! {
    /// Every slot as a value that may be empty, and one that differs between errors around the code.
    pub Everything: "application/json" {
        "all": [
            status, code, title, summary, message, details, docs, category, request_id, instance,
            retryable, retry_after, timestamp
        ],
        "retryable": retryable,
        "inner": {"code": code, "text": "{code} {status}", "wait": retry_after, ..details},
    }
}
errors_in!(everything, Everything, detail);

#[test]
fn what_is_rendered_is_valid_by_its_description_in_every_envelope_and_version() {
    problem::check_all();
    problem_whole::check_all();
    object::check_all();
    object_whole::check_all();
    keyed::check_all();
    grouped::check_all();
    codeless::check_all();
    listed::check_all();
    mixed::check_all();
    everything::check_all();
    left_out::check_all();
}

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
fn an_error_is_a_schema_with_its_facts() {
    let components = object::CATALOG.openapi(OpenApi::V3_1);
    let schemas = components["components"]["schemas"].as_object().unwrap();
    let names: Vec<_> = schemas.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "BUSY",
            "CLAIM_GONE",
            "CLAIM_NOT_FOUND",
            "CONFLICT",
            "Claims_400",
            "Claims_404",
            "FieldError",
            "INTERNAL_ERROR",
            "INVALID_400",
            "INVALID_422",
            "MEDIA_TYPE",
            "ODD",
            "RATE_LIMITED",
            "Range",
            "UNAUTHORIZED",
        ]
    );
    assert_eq!(
        schemas["CLAIM_GONE"],
        json!({
            "title": "CLAIM_GONE",
            "description": "The claim was deleted.",
            "type": "object",
            "properties": {
                "code": {"type": "string", "const": "CLAIM_GONE"},
                "message": {"type": "string"},
                "docs": {"type": "string", "format": "uri-reference"},
                "request_id": {"type": "string"},
            },
            "required": ["code", "message", "docs"],
            "deprecated": true,
            "externalDocs": {"url": "https://docs.example.com/CLAIM_GONE"},
            "x-retryable": false,
        })
    );
    assert_eq!(
        schemas["INVALID_422"]["description"],
        "One field is wrong.\n\nSeveral fields are wrong."
    );
    assert_eq!(
        schemas["INVALID_422"]["properties"]["details"],
        json!({"anyOf": [
            {
                "type": "object",
                "properties": {"field": {"$ref": "#/components/schemas/FieldError"}},
                "required": ["field"],
            },
            {
                "type": "object",
                "properties": {
                    "fields": {
                        "type": "array",
                        "items": {"$ref": "#/components/schemas/FieldError"},
                    },
                },
                "required": ["fields"],
            },
        ]})
    );
    assert_eq!(
        schemas["ODD"]["properties"]["details"],
        json!({"type": "object", "properties": {"opaque": {}}})
    );
    assert_eq!(
        schemas["ODD"]["required"],
        json!(["code", "message", "docs"])
    );
    assert_eq!(schemas["RATE_LIMITED"]["x-retryable"], true);
    assert_eq!(
        schemas["RATE_LIMITED"]["x-retry"],
        json!({"after": 60, "max": 3})
    );
    assert_eq!(
        schemas["Range"]["properties"]["high"]["type"],
        json!(["integer", "null"])
    );
}

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
fn headers_are_described_and_required_where_every_error_has_them() {
    let responses = listed::CATALOG.responses::<listed::Claims>(OpenApi::V3_1);
    let headers = |status: &str| responses[status]["headers"].clone();
    assert_eq!(
        headers("401"),
        json!({
            "www-authenticate": {"required": true, "schema": {"type": "string", "const": "Bearer"}},
            "x-error-code": {"required": true, "schema": {"type": "string"}},
        })
    );
    let number =
        |text: &str| json!({"description": text, "schema": {"type": "integer", "minimum": 0}});
    assert_eq!(
        headers("429"),
        json!({
            "retry-after": {
                "description": "The seconds to wait before the next attempt.",
                "required": true,
                "schema": {"type": "integer", "minimum": 0},
            },
            "x-error-code": {"required": true, "schema": {"type": "string"}},
            "x-ratelimit-limit": number("How many requests a window allows."),
            "x-ratelimit-remaining": number("How many requests are left in this window."),
            "x-ratelimit-reset": number("When the window ends, in seconds since the Unix epoch."),
        })
    );
    assert_eq!(
        headers("400"),
        json!({
            "x-error-code": {"required": true, "schema": {"type": "string"}},
            "x-range": {"schema": {"type": "string"}},
        })
    );
    assert_eq!(
        headers("503")["retry-after"],
        json!({
            "description": "The seconds to wait before the next attempt.",
            "required": true,
            "schema": {"type": "integer", "minimum": 0},
        })
    );
}

#[test]
fn integer_codes_have_no_discriminator_and_bodies_without_a_code_are_told_by_an_extension() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Numbered {
        #[api_error(status = 404, code = 20404)]
        NotFound,
        #[api_error(status = 404, code = -1)]
        Gone,
    }
    static CATALOG: Catalog = Catalog::new("Numbers", "1", &[Numbered::ERRORS]);
    for version in OpenApi::ALL {
        let components = CATALOG.openapi(version);
        let responses = CATALOG.responses::<Numbered>(version);
        assert_eq!(check(&components, &responses, version), 2);
        assert_eq!(
            components["components"]["schemas"]["Numbered_404"],
            json!({"oneOf": [
                {"$ref": "#/components/schemas/20404"},
                {"$ref": "#/components/schemas/-1"},
            ]})
        );
    }
    let number =
        &CATALOG.openapi(OpenApi::V3_1)["components"]["schemas"]["20404"]["properties"]["code"];
    assert_eq!(*number, json!({"type": "integer", "const": 20404}));

    let components = codeless::CATALOG.openapi(OpenApi::V3_1);
    let schemas = &components["components"]["schemas"];
    assert_eq!(
        schemas["Claims_404"],
        json!({"anyOf": [
            {"$ref": "#/components/schemas/CLAIM_NOT_FOUND"},
            {"$ref": "#/components/schemas/CLAIM_GONE"},
        ]})
    );
    assert_eq!(
        schemas["CLAIM_GONE"],
        json!({
            "title": "CLAIM_GONE",
            "description": "The claim was deleted.",
            "type": "object",
            "properties": {
                "error": {"type": "string", "const": "Deleted"},
                "message": {"type": "string"},
                "status": {"type": "integer", "const": 404},
                "path": {"type": ["string", "null"]},
            },
            "required": ["error", "message", "status", "path"],
            "deprecated": true,
            "externalDocs": {"url": "https://docs.example.com/CLAIM_GONE"},
            "x-retryable": false,
            "x-error-code": "CLAIM_GONE",
        })
    );
}

#[test]
fn names_that_would_clash_are_told_apart() {
    #[derive(Debug, Default, Serialize, JsonSchema)]
    #[schemars(rename = "TAKEN")]
    struct SameAsCode {
        #[serde(skip_serializing_if = "Option::is_none")]
        inner: Option<Box<SameAsCode>>,
    }

    mod other {
        use errorbook::{ApiError, ErrorObject};

        #[derive(Debug, ApiError)]
        #[api_error(envelope = ErrorObject)]
        pub enum Clash {
            #[api_error(status = 404, code = "c d")]
            Spaced,
            #[api_error(status = 404, code = "c/d")]
            Slashed,
        }
    }

    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Clash {
        #[api_error(status = 404, code = "TAKEN")]
        Taken(#[api_error(detail = "of")] SameAsCode),
        #[api_error(status = 404, code = "FREE")]
        Free,
    }

    static CATALOG: Catalog = Catalog::new("Clash", "1", &[Clash::ERRORS, other::Clash::ERRORS]);
    for version in OpenApi::ALL {
        let components = CATALOG.openapi(version);
        let names: Vec<_> = components["components"]["schemas"]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        assert_eq!(
            names,
            [
                "Clash_404",
                "Clash_404_2",
                "FREE",
                "TAKEN",
                "TAKEN_details",
                "c_d",
                "c_d_2"
            ]
        );
        assert_eq!(
            check(&components, &CATALOG.responses::<Clash>(version), version),
            2
        );
        assert_eq!(
            check(
                &components,
                &CATALOG.responses::<other::Clash>(version),
                version
            ),
            2
        );
    }
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
    let context = Context::new().docs("https://docs.example.com");
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

envelope! {
    /// Parts that are left out as soon as a slot in them is empty.
    pub LeftOut: "application/json" {
        "code": code,
        "message": message,
        "links"?: {"about": docs, "all": [docs, instance, "{request_id}!"], "id"?: request_id},
        "id"?: [request_id],
        "at": {"path": instance, "page"?: {"deep": {"docs": docs}}},
        "list": [{"docs": docs}?, [details, instance]?],
    }
}
errors_in!(left_out, LeftOut, details);

#[test]
fn in_a_part_that_is_left_out_when_a_slot_is_empty_none_is_null() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 400, envelope = LeftOut)]
    struct Refused;
    static CATALOG: Catalog = Catalog::new("Left out", "1", &[Refused::ERRORS]);

    let components = CATALOG.openapi(OpenApi::V3_1);
    let text = json!({"type": "string"});
    let docs = json!({"type": "string", "format": "uri-reference"});
    let about = json!({"type": "object", "properties": {"docs": docs}, "required": ["docs"]});
    assert_eq!(
        components["components"]["schemas"]["REFUSED"]["properties"],
        json!({
            "code": {"type": "string", "const": "REFUSED"},
            "message": text,
            "links": {
                "type": "object",
                "properties": {
                    "about": docs,
                    "all": {
                        "type": "array",
                        "items": {"anyOf": [docs, text]},
                        "minItems": 3,
                        "maxItems": 3,
                    },
                    "id": text,
                },
                "required": ["about", "all"],
            },
            "id": {"type": "array", "items": text, "minItems": 1, "maxItems": 1},
            "at": {
                "type": "object",
                "properties": {
                    "path": {"type": ["string", "null"]},
                    "page": {
                        "type": "object",
                        "properties": {"deep": about},
                        "required": ["deep"],
                    },
                },
                "required": ["path"],
            },
            "list": {"type": "array", "items": about, "minItems": 0, "maxItems": 1},
        })
    );
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
fn examples_are_rendered_in_the_context_that_the_catalog_sets() {
    static CATALOG: Catalog = Catalog::new("Claims", "1", &[codeless::Common::ERRORS])
        .examples_in(|| Context::new().instance("/v1/claims"));
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
            "at the root of the document: there is no member `openapi`, so this is no OpenAPI document",
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
            "at `/components`: this has to be an object, and it is an array",
        ),
        (
            json!({"openapi": "3.1.0", "components": null}),
            "at `/components`: this has to be an object, and it is null",
        ),
        (
            json!({"openapi": "3.1.0", "components": {"schemas": "none"}}),
            "at `/components/schemas`: this has to be an object, and it is a string",
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

#[test]
fn a_body_that_is_written_by_hand_is_described_by_its_examples_alone() {
    use errorbook::{Envelope, Occurrence, Shape};

    enum Lines {}

    impl Envelope for Lines {
        const SHAPE: &'static Shape = &Shape::by_hand("Lines", "text/plain", write);
    }

    fn write(error: &Occurrence<'_>) -> Vec<u8> {
        error.message().into_owned().into_bytes()
    }

    #[derive(Debug, ApiError)]
    #[api_error(envelope = Lines)]
    enum Plain {
        /// Gone for good.
        #[api_error(status = 410)]
        Gone,
    }

    static CATALOG: Catalog = Catalog::new("Lines", "1", &[Plain::ERRORS]);
    let responses = CATALOG.responses::<Plain>(OpenApi::V3_1);
    assert_eq!(
        responses["410"]["content"]["text/plain"]["examples"]["GONE"]["value"],
        Value::from("Gone for good.")
    );
    assert_eq!(
        check(&CATALOG.openapi(OpenApi::V3_1), &responses, OpenApi::V3_1),
        1
    );
}

/// Asserts that occurrences are valid by the description of their type, the examples too.
fn assert_occurrences_fit<E: ApiError + ErrorSet>(catalog: &Catalog, errors: &[E]) {
    for version in OpenApi::ALL {
        let components = catalog.openapi(version);
        let responses = catalog.responses::<E>(version);
        let _ = check(&components, &responses, version);
        for error in errors {
            let response = render(error, &Context::new());
            assert_fits(&components, &responses, version, &response);
        }
    }
}

macro_rules! wholes_in {
    ($name:ident, $envelope:ty) => {
        #[test]
        fn $name() {
            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope, category = "wholes")]
            enum Wholes {
                #[api_error(status = 400)]
                Tagged(#[api_error(details)] Tagged),
                #[api_error(status = 400)]
                Untagged(#[api_error(details)] Untagged),
                #[api_error(status = 400)]
                Anything(#[api_error(details)] Value),
                #[api_error(status = 400)]
                Strict(#[api_error(details)] Strict),
                #[api_error(status = 400)]
                Titled(#[api_error(details)] Titled),
                #[api_error(status = 400)]
                MayBeNull(#[api_error(details)] MayBeNull),
                #[api_error(status = 400)]
                Optional(#[api_error(details)] Option<Strict>),
                #[api_error(status = 400)]
                Texts(#[api_error(details)] Vec<String>),
                #[api_error(status = 400)]
                Names(#[api_error(details)] std::collections::BTreeMap<String, u8>),
                #[api_error(status = 409, code = "SHARED", shared)]
                First(#[api_error(details)] Strict),
                #[api_error(status = 409, code = "SHARED", shared)]
                Second(#[api_error(details)] Range),
                #[api_error(status = 409, code = "SHARED", shared)]
                Third,
            }
            static CATALOG: Catalog = Catalog::new("Wholes", "1", &[Wholes::ERRORS]);

            assert_occurrences_fit(
                &CATALOG,
                &[
                    Wholes::Tagged(Tagged::One { low: 1 }),
                    Wholes::Tagged(Tagged::Two { high: 2 }),
                    Wholes::Untagged(Untagged::Text("text".into())),
                    Wholes::Untagged(Untagged::Object { title: 1 }),
                    Wholes::Anything(json!({"a": 1})),
                    Wholes::Anything(json!([1])),
                    Wholes::Anything(json!(1)),
                    Wholes::Anything(Value::Null),
                    Wholes::Strict(Strict { low: 1 }),
                    Wholes::Titled(Titled { title: 1, status: None, other: 1 }),
                    Wholes::MayBeNull(MayBeNull(None)),
                    Wholes::MayBeNull(MayBeNull(Some(Strict { low: 1 }))),
                    Wholes::Optional(None),
                    Wholes::Optional(Some(Strict { low: 1 })),
                    Wholes::Texts(vec![]),
                    Wholes::Names([("title".to_owned(), 1), ("a".to_owned(), 2)].into()),
                    Wholes::First(Strict { low: 1 }),
                    Wholes::Second(Range { low: 1, high: None }),
                    Wholes::Third,
                ],
            );
        }
    };
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind")]
enum Tagged {
    One { low: u8 },
    Two { high: u8 },
}

impl Default for Tagged {
    fn default() -> Self {
        Tagged::One { low: 1 }
    }
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
enum Untagged {
    Text(String),
    Object { title: u8 },
}

impl Default for Untagged {
    fn default() -> Self {
        Untagged::Object { title: 1 }
    }
}

#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Strict {
    low: u8,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
struct Titled {
    title: u8,
    status: Option<u8>,
    other: u8,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
struct MayBeNull(Option<Strict>);

envelope! {
    /// Spread beside a key that depends on the error, and under an optional part.
    pub Beside: "application/json" {
        "code": code, "few"?: {"these": details}, "inner": {(category): status, ..details}
    }
}

wholes_in!(details_that_are_one_value_fit_when_spread, Problem);
wholes_in!(details_that_are_one_value_fit_as_a_member, ErrorObject);
wholes_in!(
    details_that_are_one_value_fit_where_they_may_be_absent,
    Everything
);
wholes_in!(details_that_are_one_value_fit_beside_keys_of_errors, Beside);

#[test]
fn members_of_one_value_are_spread_without_its_constraints_on_others() {
    #[derive(Debug, ApiError)]
    #[api_error(rename_all = "PascalCase")]
    enum Spread {
        #[api_error(status = 400)]
        Strict(#[api_error(details)] Strict),
        #[api_error(status = 400)]
        Titled(#[api_error(details)] Titled),
        #[api_error(status = 400)]
        Tagged(#[api_error(details)] Tagged),
        #[api_error(status = 400)]
        Texts(#[api_error(details)] Vec<String>),
    }
    static CATALOG: Catalog = Catalog::new("Spread", "1", &[Spread::ERRORS]);

    let components = CATALOG.openapi(OpenApi::V3_1);
    let schemas = components["components"]["schemas"].as_object().unwrap();
    let names: Vec<_> = schemas.keys().collect();
    assert_eq!(names, ["Spread_400", "Strict", "Tagged", "Texts", "Titled"]);
    let number = json!({"type": "integer", "format": "uint8", "minimum": 0, "maximum": 255});
    let of = |code: &str, extra: Value| {
        let mut properties = json!({
            "type": {"type": "string", "format": "uri-reference"},
            "title": {"type": "string", "const": "Bad Request"},
            "status": {"type": "integer", "const": 400},
            "detail": {"type": "string"},
            "instance": {"type": "string"},
            "code": {"type": "string", "const": code},
        });
        let mut required = json!(["title", "status", "detail", "code"]);
        for (name, schema) in extra.as_object().unwrap() {
            properties[name] = schema.clone();
            required.as_array_mut().unwrap().push(name.as_str().into());
        }
        json!({
            "title": code,
            "type": "object",
            "properties": properties,
            "required": required,
            "x-retryable": false,
        })
    };
    assert_eq!(schemas["Strict"], of("Strict", json!({"low": number})));
    assert_eq!(schemas["Titled"], of("Titled", json!({"other": number})));
    assert_eq!(schemas["Tagged"], of("Tagged", json!({})));
    let texts = json!({"errors": {"type": "array", "items": {"type": "string"}}});
    assert_eq!(schemas["Texts"], of("Texts", texts));
}

macro_rules! same_names_in {
    ($name:ident, $envelope:ty, $expected:expr) => {
        #[test]
        fn $name() {
            #[derive(Debug, Default, Serialize, JsonSchema)]
            struct Shelf {
                row: u8,
            }
            #[derive(Debug, Default, Serialize, JsonSchema)]
            struct OutOfStock {
                shelf: Shelf,
                #[serde(skip_serializing_if = "Option::is_none")]
                next: Option<Box<OutOfStock>>,
            }
            #[derive(Debug, ApiError)]
            #[api_error(envelope = $envelope, rename_all = "PascalCase")]
            enum Orders {
                #[api_error(status = 409, category = "stock")]
                OutOfStock(#[api_error(details)] OutOfStock),
                #[api_error(status = 409, category = "stock")]
                Shelf(#[api_error(details)] Option<Shelf>),
            }
            static CATALOG: Catalog = Catalog::new("Orders", "1", &[Orders::ERRORS]);

            let components = CATALOG.openapi(OpenApi::V3_1);
            let schemas = components["components"]["schemas"].as_object().unwrap();
            let names: Vec<_> = schemas.keys().map(String::as_str).collect();
            assert_eq!(names, $expected);
            assert_occurrences_fit(
                &CATALOG,
                &[
                    Orders::OutOfStock(OutOfStock {
                        shelf: Shelf { row: 1 },
                        next: Some(Box::default()),
                    }),
                    Orders::Shelf(None),
                    Orders::Shelf(Some(Shelf { row: 1 })),
                ],
            );
        }
    };
}

const ALL_ORDERS: [&str; 5] = [
    "Orders_409",
    "OutOfStock",
    "OutOfStock_details",
    "Shelf",
    "Shelf_details",
];

same_names_in!(
    a_type_may_have_the_name_of_its_error_when_spread,
    Problem,
    ALL_ORDERS
);
same_names_in!(
    a_type_may_have_the_name_of_its_error_as_a_member,
    ErrorObject,
    ALL_ORDERS
);
same_names_in!(
    a_type_may_have_the_name_of_its_error_under_a_key,
    Keyed,
    ALL_ORDERS
);

#[test]
fn details_that_are_empty_are_an_object_without_members() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = Grouped, category = "shop", rename_all = "snake_case")]
    enum Shop {
        #[api_error(status = 409)]
        Closed,
        #[api_error(status = 410)]
        Gone {
            #[api_error(detail)]
            since: Option<u16>,
        },
    }
    static CATALOG: Catalog = Catalog::new("Shop", "1", &[Shop::ERRORS]);

    for version in [OpenApi::V3_0, OpenApi::V3_1, OpenApi::V3_2] {
        let components = CATALOG.openapi(version);
        let details = |code: &str| {
            let schema = &components["components"]["schemas"][code];
            schema["properties"]["errors"]["properties"]["shop"]["properties"]["details"].clone()
        };
        // Not `maxProperties`, which the makers of clients do not read.
        let empty = json!({"type": "object", "additionalProperties": false});
        assert_eq!(details("closed"), empty);
        let since = json!({"type": "integer", "format": "uint16", "minimum": 0, "maximum": 65535});
        let members = json!({"type": "object", "properties": {"since": since}});
        assert_eq!(details("gone"), json!({"anyOf": [members, empty]}));
    }
}

#[test]
fn a_generic_type_is_described_with_each_of_its_arguments() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Wrong<T: PublicText + Default + Serialize + JsonSchema> {
        #[api_error(status = 400)]
        Value(#[api_error(detail = "value")] T),
    }
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Read {
        #[api_error(transparent)]
        Number(Wrong<u8>),
        #[api_error(status = 404)]
        Absent,
    }
    static CATALOG: Catalog =
        Catalog::new("Generic", "1", &[Read::ERRORS, Wrong::<String>::ERRORS]);
    static NUMBERS: Catalog = Catalog::new("Generic", "1", &[Wrong::<u8>::ERRORS]);

    assert_occurrences_fit(&CATALOG, &[Wrong::Value("text".to_owned())]);
    assert_occurrences_fit(&CATALOG, &[Read::Number(Wrong::Value(7)), Read::Absent]);
    let example = |catalog: &Catalog, responses: Value| {
        let _ = check(&catalog.openapi(OpenApi::V3_1), &responses, OpenApi::V3_1);
        responses["400"]["content"]["application/json"]["examples"]["VALUE"]["value"]["error"]
            ["details"]["value"]
            .clone()
    };
    let version = OpenApi::V3_1;
    let texts = CATALOG.responses::<Wrong<String>>(version);
    let numbers = CATALOG.responses::<Read>(version);
    assert_eq!(example(&CATALOG, texts), "");
    assert_eq!(example(&CATALOG, numbers), 0);
    // With arguments that the catalog lacks, those that it has stand in.
    let others = NUMBERS.responses::<Wrong<String>>(version);
    assert_eq!(others, NUMBERS.responses::<Wrong<u8>>(version));
}

#[test]
fn a_detail_without_an_example_is_not_required() {
    #[derive(Debug, Serialize, JsonSchema)]
    struct Bare {
        low: u8,
    }
    impl PublicText for Bare {}
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Held<T: PublicText + Serialize + JsonSchema> {
        #[api_error(status = 400)]
        Member {
            #[api_error(detail)]
            held: T,
            #[api_error(detail)]
            there: u8,
        },
        #[api_error(status = 400)]
        Whole(#[api_error(details)] T),
    }
    static CATALOG: Catalog = Catalog::new("Held", "1", &[Held::<Bare>::ERRORS]);

    assert_occurrences_fit(
        &CATALOG,
        &[
            Held::Member {
                held: Bare { low: 1 },
                there: 1,
            },
            Held::Whole(Bare { low: 1 }),
        ],
    );
    let components = CATALOG.openapi(OpenApi::V3_1);
    let schemas = &components["components"]["schemas"];
    assert_eq!(
        schemas["MEMBER"]["properties"]["details"]["required"],
        json!(["there"])
    );
    assert_eq!(schemas["WHOLE"]["required"], json!(["code", "message"]));
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

#[test]
fn facts_that_rows_of_one_code_do_not_share_are_left_out() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Facts {
        #[api_error(
            status = 503,
            code = "BUSY",
            shared,
            docs = "https://a.example",
            retry(after = "5s")
        )]
        One,
        #[api_error(
            status = 503,
            code = "BUSY",
            shared,
            docs = "https://b.example",
            retry(after = "9s")
        )]
        Two,
        #[api_error(status = 409, code = "MIXED", shared, docs = "https://a.example")]
        Three,
        #[api_error(
            status = 409,
            code = "MIXED",
            shared,
            docs = "https://a.example",
            retry(after = "9s")
        )]
        Four,
    }
    static CATALOG: Catalog = Catalog::new("Facts", "1", &[Facts::ERRORS]);

    let components = CATALOG.openapi(OpenApi::V3_1);
    let keys = |code: &str| {
        let schema = components["components"]["schemas"][code].as_object();
        let keys = schema.unwrap().keys().map(String::as_str);
        keys.filter(|key| key.starts_with("x-") || *key == "externalDocs")
            .collect::<Vec<_>>()
    };
    assert_eq!(keys("BUSY"), ["x-retryable"]);
    assert_eq!(keys("MIXED"), ["externalDocs"]);
}

#[test]
fn a_wait_that_the_example_lacks_is_described() {
    #[derive(Debug, Default)]
    struct Quota {
        wait: Option<Duration>,
    }
    impl HeaderSet for Quota {
        const NAMES: &'static [&'static str] = &["x-quota"];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.set("x-quota", 1);
        }

        fn retry_after(&self) -> Option<Duration> {
            self.wait
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 402, envelope = ErrorObject)]
    struct Spent(#[api_error(headers)] Quota);

    assert_eq!(
        openapi::responses::<Spent>(OpenApi::V3_1)["402"]["headers"],
        json!({
            "retry-after": {
                "description": "The seconds to wait before the next attempt.",
                "schema": {"type": "integer", "minimum": 0},
            },
            "x-quota": {"schema": {"type": "string"}},
        })
    );
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
