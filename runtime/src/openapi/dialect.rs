//! The versions of OpenAPI, and the differences between their schemas.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use serde_json::{Value, json};

use crate::write::Schemas;

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

impl fmt::Display for OpenApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.version())
    }
}

/// The text is not a version that errorbook writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownVersion;

impl fmt::Display for UnknownVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("errorbook writes OpenAPI 3.0, 3.1 and 3.2")
    }
}

impl Error for UnknownVersion {}

/// Reads `3.1` or, with any patch release, `3.1.0`.
///
/// ```
/// use errorbook::openapi::OpenApi;
///
/// assert_eq!("3.0.3".parse(), Ok(OpenApi::V3_0));
/// assert!("2.0".parse::<OpenApi>().is_err());
/// ```
impl FromStr for OpenApi {
    type Err = UnknownVersion;

    fn from_str(version: &str) -> Result<Self, Self::Err> {
        OpenApi::ALL
            .into_iter()
            .find(|known| {
                let minor = &known.version()[..3];
                version == minor
                    || version
                        .strip_prefix(minor)
                        .is_some_and(|patch| patch.starts_with('.'))
            })
            .ok_or(UnknownVersion)
    }
}

impl OpenApi {
    /// Every version, from the oldest.
    pub const ALL: [OpenApi; 3] = [OpenApi::V3_0, OpenApi::V3_1, OpenApi::V3_2];

    /// The version as it appears in a document's `openapi` member.
    #[must_use]
    pub const fn version(self) -> &'static str {
        match self {
            OpenApi::V3_0 => "3.0.3",
            OpenApi::V3_1 => "3.1.1",
            OpenApi::V3_2 => "3.2.0",
        }
    }

    /// Settings with which `schemars` makes schemas for this version. They refer to `#/components/schemas`, are
    /// compatible with those of details, and end at an `Internal` heading, too.
    ///
    /// ```
    /// use errorbook::FieldError;
    /// use errorbook::openapi::OpenApi;
    ///
    /// let mut generator = OpenApi::V3_1.schema_settings().into_generator();
    /// let schema = generator.subschema_for::<Vec<FieldError>>();
    /// assert_eq!(
    ///     serde_json::to_string(&schema).unwrap(),
    ///     r##"{"type":"array","items":{"$ref":"#/components/schemas/FieldError"}}"##
    /// );
    /// let schemas = generator.take_definitions(true);
    /// assert!(schemas.contains_key("FieldError"));
    /// ```
    #[cfg(feature = "schemars")]
    #[must_use]
    pub fn schema_settings(self) -> schemars::generate::SchemaSettings {
        super::types::settings(self.is_3_0())
    }

    /// Like [`schema_settings`](Self::schema_settings), for what the service sends. The details of errors
    /// are described in this way.
    ///
    /// A type is described as it serializes. A number that is not an integer can be `null`, which
    /// `serde_json` writes for `NaN` and the infinities.
    ///
    /// ```
    /// use errorbook::openapi::OpenApi;
    ///
    /// let mut generator = OpenApi::V3_1.response_schema_settings().into_generator();
    /// let schema = schemars::Schema::to_value(generator.root_schema_for::<Vec<f64>>());
    /// assert_eq!(schema["items"]["type"], serde_json::json!(["number", "null"]));
    /// ```
    #[cfg(feature = "schemars")]
    #[must_use]
    pub fn response_schema_settings(self) -> schemars::generate::SchemaSettings {
        super::types::response_settings(self.is_3_0())
    }

    /// A collection of the schemas of details.
    #[cfg_attr(not(feature = "schemars"), expect(clippy::unused_self))]
    pub(super) fn schemas(self) -> Schemas {
        #[cfg(feature = "schemars")]
        return Schemas::new(self.response_schema_settings());
        #[cfg(not(feature = "schemars"))]
        Schemas::new()
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
            // In 3.0.3 `nullable` counts only beside a `type`; the `enum` leaves nothing of that type.
            json!({"type": "string", "nullable": true, "enum": [null]})
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
                // `nullable` counts beside `type` only.
                schema => any_of([schema, self.null()]),
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
