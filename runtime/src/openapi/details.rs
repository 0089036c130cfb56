//! The schemas of details, as a value of their own and spread among other members.

use serde_json::{Map, Value, json};

use super::dialect::any_of;
use super::reader::Reader;
use crate::schema::DetailSchema;
use crate::spec::ErrorSpec;

impl Reader {
    /// The members of the details among others. Those of one error are put beside them; what cannot
    /// be is returned, as schemas of the same object.
    pub(super) fn spread(
        &mut self,
        rows: &[&'static ErrorSpec],
        properties: &mut Map<String, Value>,
        required: &mut Vec<String>,
    ) -> Vec<Value> {
        let mut alternatives = Vec::new();
        for row in rows {
            let Some((mut schema, always)) = self.details(row) else {
                alternatives.push(json!({}));
                continue;
            };
            if !self.is_object(&schema) {
                if schema == json!({}) {
                    // Of a type without a schema nothing is known, not even whether it is an object.
                    alternatives.push(json!({}));
                    continue;
                }
                let names = if always { json!(["errors"]) } else { json!([]) };
                schema =
                    json!({"type": "object", "properties": {"errors": schema}, "required": names});
            } else if !always {
                // Any of its members may be missing when all are.
                schema = any_of([schema, json!({})]);
            }
            alternatives.push(schema);
        }
        let schema = any_of(alternatives);
        let Value::Object(mut schema) = schema else {
            return Vec::new();
        };
        if schema.contains_key("anyOf") || schema.contains_key("$ref") {
            return vec![Value::Object(schema)];
        }
        // A member of the envelope wins over a detail of the same name.
        if let Some(Value::Array(names)) = schema.remove("required") {
            for name in names.iter().filter_map(Value::as_str) {
                if !properties.contains_key(name) {
                    required.push(name.to_owned());
                }
            }
        }
        if let Some(Value::Object(members)) = schema.remove("properties") {
            for (name, member) in members {
                properties.entry(name).or_insert(member);
            }
        }
        Vec::new()
    }

    /// Whether a schema of details is that of an object, seen through a reference.
    fn is_object(&self, schema: &Value) -> bool {
        let definition = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|target| target.strip_prefix("#/components/schemas/"))
            .and_then(|name| self.schemas.definition(name));
        let schema = definition.unwrap_or(schema);
        schema.get("type").is_some_and(|kind| kind == "object")
            || schema.get("properties").is_some()
    }

    /// The details of one error, and whether they are always there.
    pub(super) fn details(&mut self, row: &ErrorSpec) -> Option<(Value, bool)> {
        let details = row.facts().details;
        if let [whole] = details {
            if whole.name.is_none() {
                let DetailSchema { required, schema } = (whole.schema)(&mut self.schemas);
                return Some((schema, required));
            }
        }
        let mut properties = Map::new();
        let mut names = Vec::new();
        for detail in details {
            let DetailSchema { required, schema } = (detail.schema)(&mut self.schemas);
            let name = detail.name.unwrap_or_default();
            properties.insert(name.to_owned(), schema);
            if required {
                names.push(name);
            }
        }
        if properties.is_empty() {
            return None;
        }
        let always = !names.is_empty();
        let mut schema = json!({"type": "object", "properties": properties});
        if always {
            schema["required"] = names.into();
        }
        Some((schema, always))
    }
}
