//! Schemas of types, with each keyword of JSON Schema, in the dialects of all versions.

use std::collections::{BTreeMap, HashMap};

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};
use errorbook_tests::documents::{assert_occurrences_fit, assert_schema};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Serialize;
use serde_json::{Value, json};

#[derive(Debug, ApiError)]
#[api_error(status = 422, code = "BAD_ROWS", envelope = ErrorObject)]
struct BadRows {
    #[api_error(detail)]
    rows: BTreeMap<u32, String>,
    #[api_error(detail)]
    deltas: HashMap<i64, Vec<BTreeMap<u8, Row>>>,
    #[api_error(detail)]
    row: Row,
}

#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
struct Row {
    cells: BTreeMap<u16, Option<f32>>,
    kind: Kind,
    #[serde(flatten)]
    others: BTreeMap<i8, bool>,
}

#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[serde(tag = "kind", content = "of")]
enum Kind {
    #[default]
    Empty,
    Keyed(BTreeMap<u8, Kind>),
    Pair(u8, Option<String>),
    Text {
        text: Option<Box<Kind>>,
    },
}

static CATALOG: Catalog = Catalog::new("Rows", "1", &[BadRows::ERRORS]);

#[test]
fn maps_with_integers_as_keys_are_in_each_dialect() {
    let row = Row {
        cells: BTreeMap::from([(1, Some(0.5)), (2, None), (3, Some(f32::NAN))]),
        kind: Kind::Keyed(BTreeMap::from([
            (1, Kind::Pair(2, Some("x".to_owned()))),
            (2, Kind::Text { text: None }),
        ])),
        others: BTreeMap::from([(-1, true)]),
    };
    let error = BadRows {
        rows: BTreeMap::from([(7, "seven".to_owned())]),
        deltas: HashMap::from([(-7, vec![BTreeMap::from([(1, row.clone())])])]),
        row,
    };
    assert_occurrences_fit(&CATALOG, &[error]);
    let details = |version: OpenApi| {
        let components = CATALOG.openapi(version);
        components["components"]["schemas"]["BAD_ROWS"]["properties"]["details"]["properties"]
            ["rows"]
            .clone()
    };
    let text = json!({"type": "string"});
    assert_eq!(
        details(OpenApi::V3_0),
        json!({"type": "object", "additionalProperties": text})
    );
    assert_eq!(
        details(OpenApi::V3_1),
        json!({"type": "object", "patternProperties": {"^\\d+$": text}, "additionalProperties": false})
    );
}

/// Writes the schema that it is given for this version.
fn written<T: JsonSchema>(version: OpenApi) -> Value {
    let mut generator = version.response_schema_settings().into_generator();
    let schema = generator.root_schema_for::<T>();
    assert_schema(schema.as_value(), version);
    schema.to_value()
}

/// Types that are described by hand.
macro_rules! described {
    ($($name:ident: $schema:tt => $in_3_0:tt;)*) => {
        $(
            struct $name;

            impl JsonSchema for $name {
                fn schema_name() -> std::borrow::Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json!($schema).try_into().expect("it is a schema")
                }
            }
        )*

        /// Each by its name: in 3.1, in 3.0, and as it has to be in 3.0.
        fn all() -> Vec<(&'static str, [Value; 3])> {
            vec![$((
                stringify!($name),
                [
                    written::<$name>(OpenApi::V3_1),
                    written::<$name>(OpenApi::V3_0),
                    json!($in_3_0),
                ],
            )),*]
        }
    };
}

described! {
    Anything: true => {};
    Nothing: false => {"not": {}};
    Constant: {"const": "x"} => {"enum": ["x"]};
    ConstantNull: {"const": null} => {"type": "string", "nullable": true, "enum": [null]};
    Null: {"type": "null"} => {"type": "string", "nullable": true, "enum": [null]};
    NullableText: {"type": ["string", "null"], "minLength": 1}
        => {"type": "string", "nullable": true, "minLength": 1};
    SeveralTypes: {"type": ["string", "array", "null"], "minLength": 1, "items": {"const": 1}}
        => {"anyOf": [{"type": "string", "nullable": true}, {"type": "array", "items": {"enum": [1]}}], "minLength": 1};
    SeveralTypesOfAny: {"type": ["string", "integer"], "anyOf": [{"maxLength": 1}, {"maximum": 9}]}
        => {"allOf": [{"anyOf": [{"maxLength": 1}, {"maximum": 9}]}], "anyOf": [{"type": "string"}, {"type": "integer"}]};
    Tuple: {"type": "array", "prefixItems": [{"type": "string"}, {"type": "boolean"}], "items": false}
        => {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "boolean"}]}, "maxItems": 2};
    OpenTuple: {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "boolean"}}
        => {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "boolean"}]}};
    FreeTuple: {"type": "array", "prefixItems": [{"type": "string"}]} => {"type": "array", "items": {}};
    NoItems: {"type": "array", "items": false} => {"type": "array", "items": {}, "maxItems": 0};
    List: {"type": "array"} => {"type": "array", "items": {}};
    Contains: {"type": "array", "contains": {"const": 1}, "minContains": 2, "unevaluatedItems": false}
        => {"type": "array", "items": {}};
    Bounds: {"type": "integer", "exclusiveMinimum": 0, "minimum": -1, "exclusiveMaximum": 9, "maximum": 8}
        => {"type": "integer", "minimum": 0, "exclusiveMinimum": true, "maximum": 8};
    Examples: {"type": "string", "examples": ["a", "b"]} => {"type": "string", "example": "a"};
    Encoded: {"type": "string", "contentEncoding": "base64", "contentMediaType": "image/png"}
        => {"type": "string", "format": "byte"};
    Names: {"type": "object", "propertyNames": {"maxLength": 3}, "dependentRequired": {"a": ["b"]}}
        => {"type": "object"};
    Conditional: {"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": false} => {};
    Patterns: {"type": "object", "patternProperties": {"^a": {"const": 1}, "^b": {"const": 2}}, "additionalProperties": {"type": "string"}}
        => {"type": "object", "additionalProperties": {"anyOf": [{"enum": [1]}, {"enum": [2]}, {"type": "string"}]}};
    OpenPatterns: {"type": "object", "patternProperties": {"^a": {"const": 1}}} => {"type": "object"};
    Unevaluated: {"properties": {"a": {}}, "oneOf": [{"properties": {"b": {"const": 1}}}, {"required": ["a"]}], "unevaluatedProperties": false}
        => {"properties": {"a": {}, "b": {}}, "oneOf": [{"properties": {"b": {"enum": [1]}}}, {"required": ["a"]}], "additionalProperties": false};
    UnevaluatedElsewhere: {"$ref": "#/components/schemas/Other", "properties": {"a": {}}, "anyOf": [{"$ref": "#"}, {}], "unevaluatedProperties": false}
        => {"allOf": [{"$ref": "#/components/schemas/Other"}], "properties": {"a": {}}, "anyOf": [{"$ref": "#"}, {}]};
    // To exclude more would be to allow less, and so would two that match.
    NotNames: {"type": "object", "not": {"propertyNames": {"maxLength": 3}}} => {"type": "object"};
    OneOfNames: {"oneOf": [{"propertyNames": {"maxLength": 3}}, {"required": ["a"]}]} => {"anyOf": [{}, {"required": ["a"]}]};
    Reference: {"$ref": "#/components/schemas/Other", "description": "Another."}
        => {"allOf": [{"$ref": "#/components/schemas/Other"}], "description": "Another."};
    Addressed: {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.com/x", "$comment": "Not public.", "$anchor": "x", "type": "string"}
        => {"type": "string"};
    Empty: {"enum": [], "required": []} => {"not": {}};
    // Properties may have the names of keywords, and data is not a schema.
    Named: {"properties": {"const": {"const": 1}, "examples": true, "type": {"type": "null"}}, "default": {"const": 1}, "enum": [{"const": 1}]}
        => {"properties": {"const": {"enum": [1]}, "examples": {}, "type": {"type": "string", "nullable": true, "enum": [null]}}, "default": {"const": 1}, "enum": [{"const": 1}]};
    Ratio: {"oneOf": [{"type": "number"}, {"type": "null"}], "not": {"type": "number", "minimum": 3}}
        => {"anyOf": [{"type": "number", "nullable": true}, {"type": "string", "nullable": true, "enum": [null]}], "not": {"type": "number", "minimum": 3}};
}

#[test]
fn each_keyword_of_json_schema_has_its_translation_for_3_0() {
    for (name, [in_3_1, mut in_3_0, expected]) in all() {
        assert_schema(&in_3_1, OpenApi::V3_1);
        // `schemars` gives a root schema its name.
        in_3_0.as_object_mut().expect("an object").remove("title");
        assert_eq!(in_3_0, expected, "{name}");
    }
}
