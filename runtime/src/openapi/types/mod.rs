//! The schemas of types, as `schemars` makes them, in the form that a document has them in.

mod floats;
mod internal;
mod public;
mod v3_0;
mod walk;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use walk::each_subschema;

/// How schemas are made of what a service reads.
pub(super) fn settings(is_3_0: bool) -> SchemaSettings {
    let mut settings = SchemaSettings::draft2020_12();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    let settings = settings.with_transform(|schema: &mut Schema| transform(schema, tidy));
    if is_3_0 {
        settings.with_transform(|schema: &mut Schema| transform(schema, v3_0::translate))
    } else {
        settings
    }
}

/// How schemas are made of what a service writes.
pub(super) fn response_settings(is_3_0: bool) -> SchemaSettings {
    let mut settings = settings(is_3_0)
        .for_serialize()
        .with_transform(|schema: &mut Schema| transform(schema, floats::allow_null));
    // Ahead of the translation.
    settings.transforms.rotate_right(1);
    settings
}

fn transform(schema: &mut Schema, f: impl FnOnce(&mut Value)) {
    let mut value = std::mem::take(schema).to_value();
    f(&mut value);
    if let Ok(changed) = value.try_into() {
        *schema = changed;
    }
}

/// Removes what is not public, and what common tools refuse.
fn tidy(schema: &mut Value) {
    let Value::Object(keywords) = schema else {
        return;
    };
    public::cut(keywords);
    // In a document a schema has no address of its own.
    for keyword in ["$schema", "$id"] {
        keywords.remove(keyword);
    }
    unwrap_single_union(keywords);
    // As JSON Schema had it before 2020-12.
    if keywords.get("items").is_some_and(Value::is_array) {
        let rest = keywords.remove("additionalItems");
        if let Some(items) = keywords.remove("items") {
            keywords.insert("prefixItems".to_owned(), items);
        }
        keywords.extend(rest.map(|rest| ("items".to_owned(), rest)));
    }
    // Linters ask for it.
    if keywords.contains_key("prefixItems") && !keywords.contains_key("items") {
        keywords.insert("items".to_owned(), json!({}));
    }
    each_subschema(keywords, &mut |_, schema| tidy(schema));
}

/// Writes an enum of one value without the union, which tools want two schemas in.
fn unwrap_single_union(keywords: &mut Map<String, Value>) {
    let Some(Value::Array(schemas)) = keywords.get_mut("oneOf") else {
        return;
    };
    let [Value::Object(only)] = schemas.as_mut_slice() else {
        return;
    };
    let only = std::mem::take(only);
    keywords.remove("oneOf");
    let is_free = |(keyword, value): (&String, &Value)| {
        let is_annotation = ["description", "title"].contains(&keyword.as_str());
        is_annotation || keywords.get(keyword).is_none_or(|there| there == value)
    };
    if only.iter().all(is_free) {
        for (keyword, value) in only {
            keywords.entry(keyword).or_insert(value);
        }
        return;
    }
    match keywords
        .entry("allOf")
        .or_insert_with(|| Value::Array(Vec::new()))
    {
        Value::Array(all) => all.push(only.into()),
        _ => unreachable!("`allOf` is a list of schemas"),
    }
}
