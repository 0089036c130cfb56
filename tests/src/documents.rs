//! OpenAPI documents under test: their schemas are given to a validator that is not ours.

use std::sync::LazyLock;

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, Context, ErrorSet, render};
use jsonschema::Validator;
use serde_json::{Map, Value, json};

/// Asserts that every schema in a document is one of its version, that every reference leads somewhere,
/// and that every example in a `responses` object is valid by the schema beside it. Returns how many
/// examples there were.
///
/// # Panics
///
/// If one does not, with the example, the schema and the reason.
#[must_use]
pub fn check(components: &Value, responses: &Value, version: OpenApi) -> usize {
    assert_schemas(components, responses, version);
    let mut document = components.clone();
    if version == OpenApi::V3_0 {
        translate(&mut document);
    }
    let mut examples = 0;
    for (status, response) in responses.as_object().expect("responses are an object") {
        for (_, media_type) in response["content"]
            .as_object()
            .expect("a response has content")
        {
            let mut schema = media_type["schema"].clone();
            if version == OpenApi::V3_0 {
                translate(&mut schema);
            }
            check_references(&schema, &document);
            // References are resolved in one document, so the schema gets the components beside it.
            schema["components"] = document["components"].clone();
            let validator = build(&schema);
            for (name, example) in media_type["examples"]
                .as_object()
                .expect("there are examples")
            {
                let value = &example["value"];
                if let Err(error) = validator.validate(value) {
                    panic!("{status} {name} in {version:?}: {error}\n{value:#}\n{schema:#}");
                }
                examples += 1;
            }
        }
    }
    check_references(&document, &document);
    examples
}

/// Asserts that the body of a response is valid by the schema of its status.
///
/// # Panics
///
/// If it is not, with the schema and the reason.
pub fn assert_fits(
    components: &Value,
    responses: &Value,
    version: OpenApi,
    response: &http::Response<impl AsRef<[u8]>>,
) {
    let validator = validator(components, responses, version, response.status().as_u16());
    let body: Value = serde_json::from_slice(response.body().as_ref()).expect("the body is JSON");
    if let Err(error) = validator.validate(&body) {
        panic!("{version:?}: {error}\n{body:#}\n{responses:#}\n{components:#}");
    }
}

/// Asserts that occurrences are valid by the description of their type in a catalog, in every version,
/// and that its examples are.
///
/// # Panics
///
/// If one is not, with the schema and the reason.
pub fn assert_occurrences_fit<E: ApiError + ErrorSet>(catalog: &Catalog, errors: &[E]) {
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

/// The schema of a status' responses, ready to be asked.
///
/// # Panics
///
/// If there is none, or it is no schema.
#[must_use]
pub fn validator(
    components: &Value,
    responses: &Value,
    version: OpenApi,
    status: u16,
) -> Validator {
    let mut document = components.clone();
    let contents = responses[status.to_string()]["content"].as_object();
    let (_, media_type) = contents
        .and_then(|contents| contents.iter().next())
        .expect("the status is described");
    let mut schema = media_type["schema"].clone();
    if version == OpenApi::V3_0 {
        translate(&mut document);
        translate(&mut schema);
    }
    schema["components"] = document["components"].clone();
    build(&schema)
}

/// Ready to be asked, formats such as `uri-reference` included.
fn build(schema: &Value) -> Validator {
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(schema);
    validator.unwrap_or_else(|error| panic!("{error} in {schema:#}"))
}

/// Asserts that a body is not valid by the schema of a response.
///
/// # Panics
///
/// If it is.
pub fn assert_refused(components: &Value, media_type: &Value, body: &Value) {
    let mut schema = media_type["schema"].clone();
    schema["components"] = components["components"].clone();
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    assert!(!validator.is_valid(body), "{body:#} fits {schema:#}");
}

/// Asserts that components have names and schemas that the specification allows.
fn assert_schemas(components: &Value, responses: &Value, version: OpenApi) {
    let components = components["components"]["schemas"].as_object();
    let components = components.expect("there are schemas");
    for (name, schema) in components {
        let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
        assert!(!name.is_empty() && name.bytes().all(is_allowed), "{name:?}");
        assert_schema(schema, version);
    }
    for response in responses.as_object().into_iter().flat_map(Map::values) {
        let parts = ["content", "headers"].map(|part| response[part].as_object());
        for part in parts.into_iter().flatten().flat_map(Map::values) {
            assert_schema(&part["schema"], version);
        }
    }
}

/// Asserts that a schema is one of a version of the specification.
///
/// # Panics
///
/// If it is not, with the reason.
pub fn assert_schema(schema: &Value, version: OpenApi) {
    static SCHEMA_OBJECT: LazyLock<Validator> = LazyLock::new(|| {
        let schema = include_str!("schema-object-3.0.json");
        let schema = serde_json::from_str(schema).expect("the file is JSON");
        let options = jsonschema::options().should_validate_formats(true);
        options.build(&schema).expect("it is a schema")
    });
    let result = match version {
        OpenApi::V3_0 => SCHEMA_OBJECT.validate(schema),
        _ => jsonschema::draft202012::meta::validate(schema),
    };
    if let Err(error) = result {
        panic!("{error} at {}: {schema:#}", error.instance_path());
    }
}

fn check_references(value: &Value, document: &Value) {
    match value {
        Value::Array(items) => items
            .iter()
            .for_each(|item| check_references(item, document)),
        Value::Object(members) => {
            for (name, member) in members {
                if name == "$ref" {
                    let pointer = member.as_str().and_then(|target| target.strip_prefix('#'));
                    let found = pointer.and_then(|pointer| document.pointer(pointer));
                    assert!(found.is_some(), "{member} leads nowhere");
                }
                check_references(member, document);
            }
        }
        _ => {}
    }
}

/// A schema of OpenAPI 3.0 as one of JSON Schema: `nullable` and exclusive bounds are the differences that
/// count, and `nullable` counts only beside `type`.
fn translate(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(translate),
        Value::Object(members) => {
            members.values_mut().for_each(translate);
            // A property may have the name, too.
            if members.get("nullable").is_some_and(Value::is_boolean) {
                let is_nullable = members.remove("nullable") == Some(Value::Bool(true));
                if let (true, Some(kind)) = (is_nullable, members.get_mut("type")) {
                    *kind = json!([kind.take(), "null"]);
                }
            }
            for (bound, exclusive) in [
                ("minimum", "exclusiveMinimum"),
                ("maximum", "exclusiveMaximum"),
            ] {
                if members.get(exclusive).is_some_and(Value::is_boolean) {
                    let is_exclusive = members.remove(exclusive) == Some(Value::Bool(true));
                    if let (true, Some(limit)) = (is_exclusive, members.remove(bound)) {
                        members.insert(exclusive.to_owned(), limit);
                    }
                }
            }
        }
        _ => {}
    }
}
