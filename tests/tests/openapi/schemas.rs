//! The schema of an error: its facts, its name, what may be null.

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet, PublicText};
use errorbook_tests::documents::{assert_occurrences_fit, check};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value, json};

use crate::shapes::{LeftOut, codeless, object};

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
                        "prefixItems": [docs, text, text],
                        "items": {},
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
    assert_eq!(example(&CATALOG, texts), "0");
    assert_eq!(example(&CATALOG, numbers), 1);
    // With arguments that the catalog lacks, those that it has stand in.
    let others = NUMBERS.responses::<Wrong<String>>(version);
    assert_eq!(others, NUMBERS.responses::<Wrong<u8>>(version));
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
fn the_type_of_a_problem_is_a_constant_where_a_link_is_declared() {
    #[derive(Debug, ApiError)]
    enum Claims {
        #[api_error(status = 404, docs = "https://docs.example.com/{code}")]
        ClaimNotFound(#[api_error(docs)] String),
        #[api_error(status = 409)]
        ClaimInUse(#[api_error(docs)] String),
    }
    static CATALOG: Catalog = Catalog::new("Claims", "1", &[Claims::ERRORS]);

    let schemas = &CATALOG.openapi(OpenApi::V3_1)["components"]["schemas"];
    let constant = |value: &str| json!({"type": "string", "const": value});
    let properties = |code: &str, status: u16, title: &str| {
        json!({
            "title": constant(title),
            "status": {"type": "integer", "const": status},
            "detail": {"type": "string"},
            "instance": {"type": "string"},
            "code": constant(code),
        })
    };
    let mut declared = properties("CLAIM_NOT_FOUND", 404, "Not Found");
    declared["type"] = constant("https://docs.example.com/CLAIM_NOT_FOUND");
    assert_eq!(schemas["CLAIM_NOT_FOUND"]["properties"], declared);
    assert_eq!(
        schemas["CLAIM_NOT_FOUND"]["required"],
        json!(["type", "title", "status", "detail", "code"])
    );
    let undeclared = properties("CLAIM_IN_USE", 409, "Conflict");
    assert_eq!(schemas["CLAIM_IN_USE"]["properties"], undeclared);
    assert_eq!(
        schemas["CLAIM_IN_USE"]["required"],
        json!(["title", "status", "detail", "code"])
    );
}
