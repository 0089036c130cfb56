//! The schemas in a schema.

use serde_json::{Map, Value};

/// Calls a function with each schema that stands directly in a schema, and the keyword that it stands
/// under. Examples and other data are not schemas, nor are properties named like keywords.
pub(super) fn each_subschema(schema: &mut Map<String, Value>, f: &mut dyn FnMut(&str, &mut Value)) {
    for (keyword, value) in schema {
        match (keyword.as_str(), value) {
            (
                "additionalItems" | "additionalProperties" | "contains" | "contentSchema" | "else"
                | "if" | "items" | "not" | "propertyNames" | "then" | "unevaluatedItems"
                | "unevaluatedProperties",
                schema @ (Value::Object(_) | Value::Bool(_)),
            ) => f(keyword, schema),
            ("allOf" | "anyOf" | "items" | "oneOf" | "prefixItems", Value::Array(schemas)) => {
                for schema in schemas {
                    f(keyword, schema);
                }
            }
            (
                "$defs" | "definitions" | "dependentSchemas" | "patternProperties" | "properties"
                // Where these settings have the definitions of a root schema.
                | "schemas",
                Value::Object(schemas),
            ) => {
                for schema in schemas.values_mut() {
                    f(keyword, schema);
                }
            }
            ("components", Value::Object(components)) => {
                each_subschema(components, f);
            }
            _ => {}
        }
    }
}
