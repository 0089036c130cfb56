//! `components.schemas`: a schema for each error, for each union, for each type in details.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::details::definition_name;
use super::dialect::OpenApi;
use super::layout::{Layout, code_member};
use super::reader::Reader;
use super::scope::{Component, Scope, reference, sanitized, words_of};
use crate::facts::{Code, ErrorSpec};

/// Every component of a scope by its name, with a word on what it is the schema of.
pub(super) fn schemas(scope: &Scope, version: OpenApi) -> Vec<(String, (Value, String))> {
    let rows = scope
        .components
        .iter()
        .flat_map(|component| &component.rows);
    let _in_notation = scope.shape.fields().enter();
    let mut reader = Reader::new(version, rows.copied());
    let mut schemas = Vec::new();
    for component in &scope.components {
        let schema = component_schema(&mut reader, scope.layout, component);
        let mut places = Vec::new();
        for row in &component.rows {
            let place = place(row);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        schemas.push((component.name.clone(), (schema, places.join(" and "))));
    }
    // Errors refer to types in their details only; a union refers to errors.
    let definitions = reader
        .details
        .into_definitions(schemas.iter().map(|(_, (schema, _))| schema));
    let errors = schemas.len();
    for union in &scope.unions {
        let schema = union_schema(scope, &union.components);
        let what = format!("the errors of {}", union.name);
        schemas.push((union.name.clone(), (schema, what)));
    }
    add_definitions(definitions, errors, &mut schemas);
    schemas
}

/// The union of several errors.
pub(super) fn union_schema(scope: &Scope, components: &[usize]) -> Value {
    let components: Vec<_> = components
        .iter()
        .map(|index| &scope.components[*index])
        .collect();
    let references: Vec<_> = components
        .iter()
        .map(|component| json!({"$ref": reference(&component.name)}))
        .collect();
    let Layout::Holder { holder, .. } = scope.layout else {
        // Nothing in a body says for certain which error it is.
        return json!({"anyOf": references});
    };
    let mut mapping = Map::new();
    for component in &components {
        match component.rows[0].code() {
            Code::Text(code) => mapping.insert(code.to_owned(), reference(&component.name).into()),
            // A discriminator's values are strings.
            Code::Number(_) => return json!({"oneOf": references}),
        };
    }
    json!({
        "oneOf": references,
        "discriminator": {"propertyName": code_member(holder), "mapping": mapping},
    })
}

/// One error: the object that holds its code, or the whole body.
fn component_schema(reader: &mut Reader, layout: Layout, component: &Component) -> Value {
    let rows = component.rows.as_slice();
    let (node, names_code) = match layout {
        Layout::Holder { holder, .. } => (Some(holder), true),
        Layout::Whole { root } => (Some(root), false),
        Layout::Unknown => (None, false),
    };
    let schema = node.map_or_else(|| json!({}), |node| reader.node(node, rows, false));
    let mut schema = match schema {
        Value::Object(schema) => schema,
        other => Map::from_iter([("allOf".to_owned(), json!([other]))]),
    };
    let mut add = |name: &str, value: Value| {
        schema.insert(name.to_owned(), value);
    };
    let rows = words_of(rows);
    let rows = rows.as_slice();
    let first = rows[0];
    add("title", first.code().to_string().into());
    let text = description(rows);
    if !text.is_empty() {
        add("description", text.into());
    }
    if rows.iter().all(|row| row.deprecation().is_some()) {
        add("deprecated", true.into());
    }
    if let Some(docs) = common(rows, ErrorSpec::docs).flatten() {
        add("externalDocs", json!({"url": docs}));
    }
    if let Some(retryable) = common(rows, ErrorSpec::retryable) {
        add("x-retryable", retryable.into());
    }
    let retry = common(rows, |row| (row.retry_after(), row.max_attempts()));
    if let Some((wait, attempts)) = retry {
        let mut retry = Map::new();
        if let Some(wait) = wait {
            retry.insert("after".to_owned(), wait.as_secs().into());
        }
        if let Some(attempts) = attempts {
            retry.insert("max".to_owned(), attempts.into());
        }
        if !retry.is_empty() {
            add("x-retry", retry.into());
        }
    }
    if !names_code {
        add("x-error-code", json!(first.code()));
    }
    Value::Object(schema)
}

/// A fact that is the same for all of an error's rows.
fn common<T: PartialEq>(
    rows: &[&'static ErrorSpec],
    fact: impl Fn(&'static ErrorSpec) -> T,
) -> Option<T> {
    let mut facts = rows.iter().map(|row| fact(row));
    let first = facts.next()?;
    facts.all(|other| other == first).then_some(first)
}

/// What the doc comments of an error say, in Markdown.
fn description(rows: &[&'static ErrorSpec]) -> String {
    let mut texts: Vec<String> = Vec::new();
    for row in rows {
        let parts: Vec<_> = [row.summary(), row.explanation()]
            .into_iter()
            .flatten()
            .collect();
        let text = parts.join("\n\n");
        if !text.is_empty() && !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.join("\n\n")
}

/// `Type::Variant`.
fn place(row: &ErrorSpec) -> String {
    if row.type_name() == row.variant_name() {
        format!("`{}`", row.type_name())
    } else {
        format!("`{}::{}`", row.type_name(), row.variant_name())
    }
}

/// Adds the types that details refer to by name. A type gets another name if an error has its name, or
/// if its name has characters that the name of a component cannot have. What refers to the type follows:
/// the errors, which are ahead of the unions, and types.
fn add_definitions(
    definitions: Map<String, Value>,
    errors: usize,
    schemas: &mut Vec<(String, (Value, String))>,
) {
    // In an order that is the same however `serde_json` is built.
    let definitions: BTreeMap<_, _> = definitions.into_iter().collect();
    let mut taken: HashSet<String> = schemas.iter().map(|(name, _)| name.clone()).collect();
    let mut renamed = HashMap::new();
    for name in definitions.keys() {
        let clean = sanitized(name);
        let is_free = |free: &String| {
            !taken.contains(free) && (free == name || !definitions.contains_key(free))
        };
        let mut free = clean.clone();
        let mut number = 2;
        while !is_free(&free) {
            if clean == *name {
                free.push_str("_details");
            } else {
                free = format!("{clean}_{number}");
                number += 1;
            }
        }
        taken.insert(free.clone());
        if free != *name {
            renamed.insert(name.clone(), free);
        }
    }
    let first = schemas.len();
    for (name, definition) in definitions {
        let free = renamed.get(&name).unwrap_or(&name).clone();
        schemas.push((free, (definition, format!("the type `{name}` in details"))));
    }
    if renamed.is_empty() {
        return;
    }
    for (index, (_, (schema, _))) in schemas.iter_mut().enumerate() {
        if index < errors || index >= first {
            rename(schema, &renamed);
        }
    }
}

fn rename(schema: &mut Value, renamed: &HashMap<String, String>) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, renamed)),
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(target) if name == "$ref" => retarget(target, renamed),
                    Value::Object(discriminator) if name == "discriminator" => {
                        let mapping = discriminator.get_mut("mapping");
                        let mapping = mapping.and_then(Value::as_object_mut);
                        for target in mapping.into_iter().flat_map(Map::values_mut) {
                            if let Value::String(target) = target {
                                retarget(target, renamed);
                            }
                        }
                    }
                    member => rename(member, renamed),
                }
            }
        }
        _ => {}
    }
}

fn retarget(target: &mut String, renamed: &HashMap<String, String>) {
    if let Some(free) = definition_name(target).and_then(|name| renamed.get(&name)) {
        *target = reference(free);
    }
}
