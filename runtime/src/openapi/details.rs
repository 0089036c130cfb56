//! The schemas of details, as a value of their own and spread among other members.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::dialect::{OpenApi, any_of};
use super::scope::reference;
use crate::facts::Detail;
use crate::facts::ErrorSpec;
use crate::write::{DetailSchema, Schemas};
use crate::write::{DetailsWriter, FieldStyle, Omissions, Place};

/// The details of some errors, and the types that these refer to by name.
pub(super) struct Details {
    by_row: HashMap<*const ErrorSpec, Vec<Described>>,
    definitions: Map<String, Value>,
}

/// One field of the details.
struct Described {
    /// `None` where the field is the whole of the details.
    name: Option<&'static str>,
    schema: Value,
    /// The definition that a reference leads to in the end.
    target: Option<String>,
    /// Whether it is there in every occurrence, that of the example included.
    always: bool,
}

/// Members of an object, and the names of those that are always there.
type Members = (Map<String, Value>, Vec<String>);

impl Details {
    pub(super) fn new(
        version: OpenApi,
        rows: impl IntoIterator<Item = &'static ErrorSpec>,
    ) -> Self {
        let mut schemas = version.schemas();
        let mut by_row = HashMap::new();
        for row in rows {
            by_row.entry(std::ptr::from_ref(row)).or_insert_with(|| {
                row.details()
                    .map(|detail| describe(&mut schemas, &detail))
                    .collect()
            });
        }
        Details {
            by_row,
            definitions: schemas.into_definitions(),
        }
    }

    /// The details of an error as a value of their own.
    pub(super) fn value(&self, row: &ErrorSpec) -> Option<Value> {
        let fields = self.of(row);
        if let [
            Described {
                name: None, schema, ..
            },
        ] = fields
        {
            return Some(schema.clone());
        }
        if fields.is_empty() {
            return None;
        }
        Some(object(self.members(row, &HashSet::new())?))
    }

    /// Whether an error always has details.
    pub(super) fn are_required(&self, row: &ErrorSpec) -> bool {
        self.of(row).iter().any(|field| {
            // A whole that is `null` counts as none.
            field.always && (field.name.is_some() || self.has_members(field))
        })
    }

    /// The members of the details among others, whose names they cannot take. Those of one error
    /// are put beside them; those of several are returned, as a schema of the same object.
    pub(super) fn spread(
        &self,
        rows: &[&'static ErrorSpec],
        taken: &HashSet<String>,
        properties: &mut Map<String, Value>,
        required: &mut Vec<String>,
    ) -> Option<Value> {
        let mut alternatives: Vec<Members> = Vec::new();
        for row in rows {
            // Where members may have any name there is nothing to say.
            let members = self.members(row, taken)?;
            if !alternatives.contains(&members) {
                alternatives.push(members);
            }
        }
        if alternatives.len() > 1 {
            return Some(any_of(alternatives.into_iter().map(object)));
        }
        for (members, names) in alternatives {
            properties.extend(members);
            required.extend(names);
        }
        None
    }

    /// The definitions that some schemas refer to, and those that these refer to.
    pub(super) fn into_definitions<'a>(
        self,
        schemas: impl IntoIterator<Item = &'a Value>,
    ) -> Map<String, Value> {
        let mut names = Vec::new();
        for schema in schemas {
            collect_references(schema, &mut names);
        }
        let mut used = HashSet::new();
        while let Some(name) = names.pop() {
            if let Some(definition) = self.definitions.get(&name) {
                if used.insert(name) {
                    collect_references(definition, &mut names);
                }
            }
        }
        let definitions = self.definitions.into_iter();
        definitions
            .filter(|(name, _)| used.contains(name))
            .collect()
    }

    fn of(&self, row: &ErrorSpec) -> &[Described] {
        self.by_row
            .get(&std::ptr::from_ref(row))
            .map_or(&[], Vec::as_slice)
    }

    /// What the details of an error are as members of an object, without those of these names;
    /// `None` where their names are not known.
    fn members(&self, row: &ErrorSpec, taken: &HashSet<String>) -> Option<Members> {
        let fields = self.of(row);
        if let [field @ Described { name: None, .. }] = fields {
            return self.members_of_whole(field, taken);
        }
        let mut members = Map::new();
        let mut required = Vec::new();
        for field in fields {
            let name = field.name.unwrap_or_default();
            if taken.contains(name) {
                continue;
            }
            members.insert(name.to_owned(), field.schema.clone());
            if field.always {
                required.push(name.to_owned());
            }
        }
        Some((members, required))
    }

    fn members_of_whole(&self, field: &Described, taken: &HashSet<String>) -> Option<Members> {
        let (kind, schema) = self.plain(field)?;
        if kind != "object" {
            // What has no names stands under one.
            let mut members = Map::new();
            let mut required = Vec::new();
            if !taken.contains("errors") {
                members.insert("errors".to_owned(), field.schema.clone());
                if field.always && kind == "array" {
                    required.push("errors".to_owned());
                }
            }
            return Some((members, required));
        }
        let members = schema.get("properties")?.as_object()?;
        let is_free = |name: &str| !taken.contains(name);
        let names = schema.get("required").and_then(Value::as_array);
        let required = names
            .filter(|_| field.always)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .filter(|name| is_free(name))
            .map(str::to_owned)
            .collect();
        let members = members
            .iter()
            .filter(|(name, _)| is_free(name))
            .map(|(name, schema)| (name.clone(), schema.clone()))
            .collect();
        Some((members, required))
    }

    /// Whether a field is an object or an array and nothing else.
    fn has_members(&self, field: &Described) -> bool {
        self.plain(field)
            .is_some_and(|(kind, _)| matches!(kind, "object" | "array"))
    }

    /// The one type that the values of a field have, if that is plain to see, and its schema.
    fn plain<'a>(&'a self, field: &'a Described) -> Option<(&'a str, &'a Map<String, Value>)> {
        let schema = match &field.target {
            Some(name) => self.definitions.get(name)?,
            None => &field.schema,
        };
        let schema = schema.as_object()?;
        let is_more = ["$ref", "allOf", "anyOf", "oneOf"]
            .iter()
            .any(|keyword| schema.contains_key(*keyword))
            || schema.get("nullable") == Some(&Value::Bool(true));
        match schema.get("type")?.as_str()? {
            "null" => None,
            _ if is_more => None,
            kind => Some((kind, schema)),
        }
    }
}

fn describe(schemas: &mut Schemas, detail: &Detail) -> Described {
    let DetailSchema { required, schema } = (detail.schema)(schemas);
    Described {
        name: detail.name,
        target: find_target(schemas, &schema),
        schema,
        // A type parameter may have no example.
        always: required && has_example(detail),
    }
}

fn has_example(detail: &Detail) -> bool {
    let mut scratch = Vec::new();
    let omitted = Omissions::default();
    let mut writer = DetailsWriter::new(&mut scratch, Place::Value, FieldStyle::DEFAULT, &omitted);
    detail.write_example(&mut writer);
    writer.finish()
}

/// The definition that a schema leads to, through others that are nothing but a reference.
fn find_target(schemas: &Schemas, schema: &Value) -> Option<String> {
    let mut passed = HashSet::new();
    let mut name = referred(schema)?;
    while let Some(next) = schemas.definition(&name).and_then(referred) {
        if !passed.insert(name.clone()) {
            break;
        }
        name = next;
    }
    Some(name)
}

/// What a schema refers to, if that says all about its members.
fn referred(schema: &Value) -> Option<String> {
    if schema.get("properties").is_some() {
        return None;
    }
    definition_name(schema.get("$ref")?.as_str()?)
}

/// The name of the definition that a reference leads to, which is a JSON Pointer in a URI fragment.
pub(super) fn definition_name(target: &str) -> Option<String> {
    let name = target.strip_prefix(reference("").as_str())?;
    let mut bytes = Vec::new();
    let mut rest = name.as_bytes();
    while let [first, behind @ ..] = rest {
        let escaped = behind
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            // `schemars` pads with a space.
            .and_then(|digits| u8::from_str_radix(digits.trim_start(), 16).ok());
        bytes.push(escaped.unwrap_or(*first));
        rest = &behind[if escaped.is_some() { 2 } else { 0 }..];
    }
    let name = String::from_utf8(bytes).ok()?;
    Some(name.replace("~1", "/").replace("~0", "~"))
}

fn collect_references(schema: &Value, names: &mut Vec<String>) {
    match schema {
        Value::Array(items) => items
            .iter()
            .for_each(|item| collect_references(item, names)),
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(target) if name == "$ref" => {
                        names.extend(definition_name(target));
                    }
                    member => collect_references(member, names),
                }
            }
        }
        _ => {}
    }
}

fn object((properties, required): Members) -> Value {
    let mut schema = json!({"type": "object"});
    if !properties.is_empty() {
        schema["properties"] = properties.into();
    }
    if !required.is_empty() {
        schema["required"] = required.into();
    }
    schema
}
