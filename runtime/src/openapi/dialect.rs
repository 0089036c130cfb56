//! The versions of OpenAPI, and how their schemas say the same.

use serde_json::{Value, json};

/// A version of the OpenAPI Specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpenApi {
    /// 3.0.3, whose schemas are a dialect of their own.
    V3_0,
    /// 3.1.1, whose schemas are JSON Schema 2020-12.
    V3_1,
    /// 3.2.0, whose schemas are JSON Schema 2020-12, too.
    V3_2,
}

impl OpenApi {
    /// The version as it stands in a document's `openapi` member.
    #[must_use]
    pub const fn version(self) -> &'static str {
        match self {
            OpenApi::V3_0 => "3.0.3",
            OpenApi::V3_1 => "3.1.1",
            OpenApi::V3_2 => "3.2.0",
        }
    }

    /// The version with that number; any patch release counts as the same.
    pub(super) fn find(version: &str) -> Option<OpenApi> {
        [OpenApi::V3_0, OpenApi::V3_1, OpenApi::V3_2]
            .into_iter()
            .find(|known| {
                let minor = &known.version()[..3];
                version == minor
                    || version
                        .strip_prefix(minor)
                        .is_some_and(|patch| patch.starts_with('.'))
            })
    }

    pub(super) fn is_3_0(self) -> bool {
        self == OpenApi::V3_0
    }

    /// One value and no other.
    pub(super) fn constant(self, value: &Value) -> Value {
        let kind = match value {
            Value::Null => return self.null(),
            Value::Bool(_) => "boolean",
            Value::Number(number) if number.is_f64() => "number",
            Value::Number(_) => "integer",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        if self.is_3_0() {
            json!({"type": kind, "enum": [value]})
        } else {
            json!({"type": kind, "const": value})
        }
    }

    /// `null`.
    fn null(self) -> Value {
        if self.is_3_0() {
            json!({"nullable": true, "enum": [null]})
        } else {
            json!({"type": "null"})
        }
    }

    /// What a schema allows, or `null`.
    pub(super) fn or_null(self, schema: Value) -> Value {
        if self.is_3_0() {
            return match schema {
                Value::Object(mut schema) if schema.contains_key("type") => {
                    // A value that `enum` does not name is not allowed, whatever `nullable` says.
                    if let Some(Value::Array(values)) = schema.get_mut("enum") {
                        values.push(Value::Null);
                    }
                    schema.insert("nullable".to_owned(), true.into());
                    Value::Object(schema)
                }
                schema => json!({"nullable": true, "allOf": [schema]}),
            };
        }
        match schema {
            Value::Object(mut schema)
                if schema.get("type").is_some_and(Value::is_string)
                    && !schema.contains_key("const") =>
            {
                let kind = schema["type"].take();
                schema["type"] = json!([kind, "null"]);
                Value::Object(schema)
            }
            schema => json!({"anyOf": [schema, {"type": "null"}]}),
        }
    }
}

/// Any of these, each told once.
pub(super) fn any_of(schemas: impl IntoIterator<Item = Value>) -> Value {
    let mut distinct: Vec<Value> = Vec::new();
    for schema in schemas {
        if !distinct.contains(&schema) {
            distinct.push(schema);
        }
    }
    match distinct.len() {
        1 => distinct.remove(0),
        _ => json!({"anyOf": distinct}),
    }
}
