//! Collects the JSON Schemas of details.

use serde_json::Value;
#[cfg(feature = "schemars")]
use {
    super::field_error::{FieldError, FieldErrors},
    super::field_path::FieldPath,
    super::field_style::{FieldNotation, FieldStyle},
    schemars::JsonSchema,
};

/// Collects the schemas of details: a type that is used by name becomes a definition.
pub struct Schemas {
    #[cfg(feature = "schemars")]
    generator: schemars::SchemaGenerator,
}

/// What the details hold of a field.
pub struct DetailSchema {
    /// Whether it is there in every occurrence.
    pub required: bool,
    /// Its JSON Schema; `{}`, which allows anything, where the type has none.
    pub schema: Value,
}

#[cfg(feature = "openapi")]
impl Schemas {
    /// An empty collection of schemas that are made with these settings.
    #[cfg(feature = "schemars")]
    pub(crate) fn new(settings: schemars::generate::SchemaSettings) -> Self {
        Schemas {
            generator: settings.into_generator(),
        }
    }

    /// An empty collection.
    #[cfg(not(feature = "schemars"))]
    pub(crate) fn new() -> Self {
        Schemas {}
    }

    /// A type that was used by name.
    pub(crate) fn definition(&self, name: &str) -> Option<&Value> {
        #[cfg(feature = "schemars")]
        return self.generator.definitions().get(name);
        #[cfg(not(feature = "schemars"))]
        {
            let _ = name;
            None
        }
    }

    /// The types that were used by name.
    pub(crate) fn into_definitions(self) -> serde_json::Map<String, Value> {
        #[cfg(feature = "schemars")]
        {
            let mut generator = self.generator;
            generator.take_definitions(true)
        }
        #[cfg(not(feature = "schemars"))]
        serde_json::Map::new()
    }
}

#[cfg(not(feature = "schemars"))]
impl Schemas {
    /// Nothing is known of any type.
    pub(crate) fn of_type<T>(&mut self) -> DetailSchema {
        DetailSchema {
            required: true,
            schema: serde_json::json!({}),
        }
    }
}

#[cfg(feature = "schemars")]
impl Schemas {
    /// What the details hold of a field of this type.
    pub(crate) fn of_type<T: JsonSchema>(&mut self) -> DetailSchema {
        DetailSchema {
            required: true,
            schema: self.schema_of::<T>(),
        }
    }

    pub(crate) fn schema_of<T: JsonSchema>(&mut self) -> Value {
        let schema = self.generator.subschema_for::<T>();
        self.finish(schema)
    }

    /// Not generic: users would compile it for each of their types.
    fn finish(&mut self, mut schema: schemars::Schema) -> Value {
        for transform in self.generator.transforms_mut() {
            transform.transform(&mut schema);
        }
        schema.to_value()
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for FieldError {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FieldError".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::FieldError").into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "One field of a request that breaks a rule.",
            "type": "object",
            "properties": {
                "field": generator.subschema_for::<FieldPath>(),
                "message": {"description": "What is wrong with it.", "type": "string"},
                "code": {"description": "The name of the rule.", "type": "string"},
            },
            "required": ["field", "message"],
        })
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for FieldErrors {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FieldErrors".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::FieldErrors").into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        <Vec<FieldError>>::json_schema(generator)
    }
}

/// In the notation of the envelope whose errors are being described.
#[cfg(feature = "schemars")]
impl JsonSchema for FieldPath {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FieldPath".into()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        concat!(module_path!(), "::FieldPath").into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        match FieldStyle::current().notation {
            FieldNotation::Bracketed => schemars::json_schema!({
                "description": "The path to the field, as in `items[0].name`.",
                "type": "string",
            }),
            FieldNotation::Dotted => schemars::json_schema!({
                "description": "The path to the field, as in `items.0.name`.",
                "type": "string",
            }),
            FieldNotation::Pointer => schemars::json_schema!({
                "description": "The path to the field, a JSON Pointer as in `/items/0/name`.",
                "type": "string",
                "format": "json-pointer",
            }),
        }
    }
}
