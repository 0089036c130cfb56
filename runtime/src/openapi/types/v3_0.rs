//! Schemas of JSON Schema 2020-12 in the dialect of OpenAPI 3.0.
//!
//! What 3.0 cannot say is dropped, so that a schema allows at least what it allowed before.

use serde_json::{Map, Value, json};

use super::floats::loosen_union;
use super::walk::each_subschema;

/// The keywords of a Schema Object of 3.0.3, besides extensions.
const KEYWORDS: [&str; 36] = [
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "default",
    "deprecated",
    "description",
    "discriminator",
    "enum",
    "example",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "externalDocs",
    "format",
    "items",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "not",
    "nullable",
    "oneOf",
    "pattern",
    "properties",
    "readOnly",
    "required",
    "title",
    "type",
    "uniqueItems",
    "writeOnly",
    "xml",
];

/// Keywords that 3.0 does not have, and that restrict nothing.
const ANNOTATIONS: [&str; 13] = [
    "$anchor",
    "$comment",
    "$defs",
    "$dynamicAnchor",
    "$id",
    "$schema",
    "$vocabulary",
    "components",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "definitions",
    "examples",
];

/// Translates a schema. See [`loosely`].
pub(super) fn translate(schema: &mut Value) {
    loosely(schema);
}

/// Translates a schema and returns whether it allows more than before.
fn loosely(schema: &mut Value) -> bool {
    if let Value::Bool(anything) = schema {
        *schema = if *anything {
            json!({})
        } else {
            json!({"not": {}})
        };
        return false;
    }
    let Value::Object(keywords) = schema else {
        return false;
    };
    // These are of use to those who make a whole schema of one type.
    let definitions = keywords.remove("components");
    let mut is_looser = merge_names(keywords);
    let mut is_union_looser = false;
    let mut is_negation_looser = false;
    each_subschema(keywords, &mut |keyword, schema| {
        // Other than schemas elsewhere, this one may be `true` or `false`.
        let is_looser_here =
            !(keyword == "additionalProperties" && schema.is_boolean()) && loosely(schema);
        match keyword {
            "not" => is_negation_looser |= is_looser_here,
            "oneOf" => is_union_looser |= is_looser_here,
            _ => {}
        }
        is_looser |= is_looser_here;
    });
    // To exclude more is to allow less.
    if is_negation_looser {
        keywords.remove("not");
    }
    // Of schemas that allow more, several may allow the same.
    if is_union_looser {
        loosen_union(keywords);
    }
    name_values(keywords);
    is_looser |= list_items(keywords);
    bound_exclusively(keywords, "minimum", "exclusiveMinimum", |one, other| {
        one > other
    });
    bound_exclusively(keywords, "maximum", "exclusiveMaximum", |one, other| {
        one < other
    });
    is_looser |= drop_unknown(keywords);
    name_types(keywords);
    isolate_reference(keywords);
    if let Some(mut definitions) = definitions {
        if let Some(schemas) = definitions
            .get_mut("schemas")
            .and_then(Value::as_object_mut)
        {
            schemas.values_mut().for_each(translate);
        }
        keywords.insert("components".to_owned(), definitions);
    }
    is_looser
}

/// Describes members whose names are not listed by `additionalProperties` alone. Returns whether that
/// allows more.
fn merge_names(keywords: &mut Map<String, Value>) -> bool {
    let mut is_looser = false;
    if let Some(unevaluated) = keywords.remove("unevaluatedProperties") {
        let mut names = Vec::new();
        let is_known =
            !keywords.contains_key("additionalProperties") && names_of(keywords, &mut names);
        if is_known {
            keywords.insert("additionalProperties".to_owned(), unevaluated);
            if !names.is_empty() {
                let properties = keywords.entry("properties").or_insert_with(|| json!({}));
                if let Value::Object(properties) = properties {
                    for name in names {
                        properties.entry(name).or_insert_with(|| json!({}));
                    }
                }
            }
        } else {
            is_looser = true;
        }
    }
    let Some(Value::Object(patterns)) = keywords.remove("patternProperties") else {
        return is_looser;
    };
    let mut schemas: Vec<Value> = Vec::new();
    for (_, schema) in patterns {
        if !schemas.contains(&schema) {
            schemas.push(schema);
        }
    }
    match keywords.remove("additionalProperties") {
        Some(Value::Bool(false)) => {}
        None | Some(Value::Bool(true)) => return true,
        Some(schema) => {
            if !schemas.contains(&schema) {
                schemas.push(schema);
            }
        }
    }
    let schema = match schemas.len() {
        0 => Value::Bool(false),
        1 => schemas.remove(0),
        _ => json!({"anyOf": schemas}),
    };
    keywords.insert("additionalProperties".to_owned(), schema);
    true
}

/// Adds the names that the schemas of an object list. Returns whether no other schema says more of its
/// members.
fn names_of(keywords: &Map<String, Value>, names: &mut Vec<String>) -> bool {
    const OTHERS: [&str; 9] = [
        "$dynamicRef",
        "$ref",
        "additionalProperties",
        "dependentSchemas",
        "else",
        "if",
        "patternProperties",
        "then",
        "unevaluatedProperties",
    ];
    if let Some(Value::Object(properties)) = keywords.get("properties") {
        names.extend(properties.keys().cloned());
    }
    let mut schemas = ["allOf", "anyOf", "oneOf"]
        .iter()
        .filter_map(|keyword| keywords.get(*keyword)?.as_array())
        .flatten();
    schemas.all(|schema| match schema {
        Value::Object(keywords) => {
            !OTHERS.iter().any(|other| keywords.contains_key(*other)) && names_of(keywords, names)
        }
        _ => true,
    })
}

/// Lists constant values, and shows one example.
fn name_values(keywords: &mut Map<String, Value>) {
    if let Some(value) = keywords.remove("const") {
        keywords.insert("enum".to_owned(), json!([value]));
    }
    if keywords.get("enum") == Some(&json!([])) {
        keywords.remove("enum");
        keywords.insert("not".to_owned(), json!({}));
    }
    if keywords.get("required") == Some(&json!([])) {
        keywords.remove("required");
    }
    if let Some(Value::Array(examples)) = keywords.remove("examples") {
        if let Some(first) = examples.into_iter().next() {
            keywords.entry("example").or_insert(first);
        }
    }
    let is_base64 = |encoding: &Value| encoding.as_str() == Some("base64");
    if keywords.get("contentEncoding").is_some_and(is_base64) {
        keywords.entry("format").or_insert_with(|| "byte".into());
    }
}

/// Describes all items by one schema. Returns whether that allows more.
fn list_items(keywords: &mut Map<String, Value>) -> bool {
    let Some(Value::Array(first)) = keywords.remove("prefixItems") else {
        // The translation of `false`.
        if keywords.get("items") == Some(&json!({"not": {}})) {
            keywords.insert("items".to_owned(), json!({}));
            keywords.insert("maxItems".to_owned(), 0.into());
        }
        return false;
    };
    let most = keywords.get("maxItems").and_then(Value::as_u64);
    let rest = keywords.remove("items").unwrap_or_else(|| json!({}));
    let mut schemas: Vec<Value> = Vec::new();
    let count = first.len() as u64;
    for schema in first {
        if !schemas.contains(&schema) {
            schemas.push(schema);
        }
    }
    if rest == json!({"not": {}}) {
        let most = most.map_or(count, |most| most.min(count));
        keywords.insert("maxItems".to_owned(), most.into());
    } else if most.is_none_or(|most| most > count) && !schemas.contains(&rest) {
        schemas.push(rest);
    }
    let is_exact = schemas.len() == 1;
    let items = match schemas.len() {
        _ if schemas.contains(&json!({})) => json!({}),
        0 => json!({}),
        1 => schemas.remove(0),
        _ => json!({"anyOf": schemas}),
    };
    keywords.insert("items".to_owned(), items);
    !is_exact
}

/// Writes an exclusive bound, which is a number of its own since 2019, as a flag beside the bound.
fn bound_exclusively(
    keywords: &mut Map<String, Value>,
    bound: &str,
    exclusive: &str,
    is_stricter: impl Fn(f64, f64) -> bool,
) {
    let Some(limit) = keywords.get(exclusive).and_then(Value::as_number).cloned() else {
        return;
    };
    keywords.remove(exclusive);
    let number = |value: &Value| value.as_f64().unwrap_or_default();
    let is_other_stricter = keywords
        .get(bound)
        .is_some_and(|other| is_stricter(number(other), number(&limit.clone().into())));
    if !is_other_stricter {
        keywords.insert(bound.to_owned(), limit.into());
        keywords.insert(exclusive.to_owned(), true.into());
    }
}

/// Drops the keywords that 3.0 does not have. Returns whether the schema allows more without them.
fn drop_unknown(keywords: &mut Map<String, Value>) -> bool {
    let mut is_looser = false;
    keywords.retain(|keyword, _| {
        let is_known = KEYWORDS.contains(&keyword.as_str()) || keyword.starts_with("x-");
        is_looser |= !is_known && !ANNOTATIONS.contains(&keyword.as_str());
        is_known
    });
    is_looser
}

/// Names one type at most, and `null` in the way of 3.0.
fn name_types(keywords: &mut Map<String, Value>) {
    let only_null = json!([null]);
    let mut kinds = match keywords.remove("type") {
        Some(Value::Array(kinds)) => kinds,
        Some(kind) => vec![kind],
        None if keywords.get("enum") == Some(&only_null) => vec!["null".into()],
        None => return,
    };
    let count = kinds.len();
    kinds.retain(|kind| kind.as_str() != Some("null"));
    let is_nullable = kinds.len() < count;
    if kinds.is_empty() {
        // `nullable` counts only beside a `type`; the `enum` leaves nothing of that type.
        keywords.insert("type".to_owned(), "string".into());
        keywords.insert("nullable".to_owned(), true.into());
        keywords.insert("enum".to_owned(), only_null);
        return;
    }
    if let [_] = kinds.as_slice() {
        name_type(keywords, kinds.remove(0), is_nullable);
        return;
    }
    let alternatives: Vec<_> = kinds
        .into_iter()
        .enumerate()
        .map(|(index, kind)| {
            let mut schema = Map::new();
            if kind == "array" {
                schema.extend(
                    keywords
                        .remove("items")
                        .map(|items| ("items".to_owned(), items)),
                );
            }
            name_type(&mut schema, kind, is_nullable && index == 0);
            Value::from(schema)
        })
        .collect();
    if let Some(others) = keywords.remove("anyOf") {
        let all = keywords
            .entry("allOf")
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(all) = all {
            all.push(json!({"anyOf": others}));
        }
    }
    keywords.insert("anyOf".to_owned(), alternatives.into());
}

fn name_type(keywords: &mut Map<String, Value>, kind: Value, is_nullable: bool) {
    if kind == "array" {
        keywords.entry("items").or_insert_with(|| json!({}));
    }
    keywords.insert("type".to_owned(), kind);
    if is_nullable {
        keywords.insert("nullable".to_owned(), true.into());
    }
}

/// Puts a reference into a schema of its own: 3.0 ignores all that is beside one.
fn isolate_reference(keywords: &mut Map<String, Value>) {
    if keywords.len() < 2 {
        return;
    }
    if let Some(target) = keywords.remove("$ref") {
        let all = keywords
            .entry("allOf")
            .or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(all) = all {
            all.push(json!({"$ref": target}));
        }
    }
}
