//! Collects the JSON Schemas of details.

use serde_json::Value;
#[cfg(feature = "schemars")]
use {super::field_error::FieldError, schemars::JsonSchema};

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
    /// An empty collection for a version of the specification: 3.0 has a dialect of its own.
    #[cfg_attr(not(feature = "schemars"), expect(unused_variables))]
    pub(crate) fn new(openapi_3_0: bool) -> Self {
        #[cfg(feature = "schemars")]
        {
            Schemas {
                generator: settings(openapi_3_0).for_serialize().into_generator(),
            }
        }
        #[cfg(not(feature = "schemars"))]
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
            let definitions = generator.take_definitions(true).into_iter();
            definitions
                .map(|(name, mut definition)| {
                    tidy(&mut definition);
                    (name, definition)
                })
                .collect()
        }
        #[cfg(not(feature = "schemars"))]
        serde_json::Map::new()
    }
}

/// The settings for a version of the specification.
#[cfg(feature = "schemars")]
pub(crate) fn settings(openapi_3_0: bool) -> schemars::generate::SchemaSettings {
    use schemars::generate::SchemaSettings;
    use schemars::transform::RecursiveTransform;

    let mut settings = if openapi_3_0 {
        SchemaSettings::openapi3()
    } else {
        SchemaSettings::draft2020_12()
    };
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    settings.with_transform(RecursiveTransform(please_linters))
}

/// Says what `schemars` says in a way that common tools do not refuse.
#[cfg(feature = "schemars")]
fn please_linters(schema: &mut schemars::Schema) {
    // An enum of one value. A union wants two schemas at least.
    if let Some(Value::Array(schemas)) = schema.get_mut("oneOf") {
        if let [Value::Object(only)] = schemas.as_mut_slice() {
            let only = std::mem::take(only);
            schema.remove("oneOf");
            let members = schema.ensure_object();
            for (name, member) in only {
                members.entry(name).or_insert(member);
            }
        }
    }
    // In 3.0.3 `nullable` counts only beside a `type`; the `enum` leaves nothing of that type.
    if schema.get("nullable") == Some(&Value::Bool(true))
        && schema.get("enum") == Some(&serde_json::json!([null]))
    {
        schema.insert("type".to_owned(), "string".into());
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
        let mut schema = schema.to_value();
        tidy(&mut schema);
        schema
    }
}

/// Takes from a type's schema what is not for the public, and what common tools refuse.
#[cfg(feature = "schemars")]
fn tidy(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(members) => {
            if let Some(Value::String(text)) = members.get_mut("description") {
                // As in the doc comment of an error.
                let is_internal = |line: &str| {
                    let title = line.trim_start().trim_start_matches('#').trim_start();
                    let word = title.split(|letter: char| !letter.is_alphanumeric()).next();
                    line.trim_start().starts_with('#')
                        && word.is_some_and(|word| word.eq_ignore_ascii_case("internal"))
                };
                let public: Vec<_> = text.lines().take_while(|line| !is_internal(line)).collect();
                let mut public = public.join("\n");
                public.truncate(public.trim_end().len());
                *text = public;
            }
            // A tuple: 3.0 has one schema for all items, and without one for the rest linters complain.
            if let Some(Value::Array(items)) = members.get_mut("items") {
                let items = std::mem::take(items);
                members.insert("items".to_owned(), serde_json::json!({"anyOf": items}));
            }
            if members.contains_key("prefixItems") && !members.contains_key("items") {
                members.insert("items".to_owned(), serde_json::json!({}));
            }
            for (name, member) in members {
                if !["const", "default", "enum", "example", "examples"].contains(&name.as_str()) {
                    tidy(member);
                }
            }
        }
        _ => {}
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

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "One field of a request that breaks a rule.",
            "type": "object",
            "properties": {
                "field": {"description": "The path to the field.", "type": "string"},
                "message": {"description": "What is wrong with it.", "type": "string"},
                "code": {"description": "The name of the rule.", "type": "string"},
            },
            "required": ["field", "message"],
        })
    }
}
