//! An OpenAPI document around a catalog of errors.
//!
//! Requests and successes are described by the types that the handlers use, errors by the catalog.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use errorbook::Catalog;
use errorbook::openapi::{OpenApi, merge};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use crate::Service;

/// The document of a service as text, in lines.
#[must_use]
pub fn text<S: Service>(version: OpenApi) -> String {
    format!("{:#}\n", S::document(version))
}

/// The route on which a service gives out its document.
pub fn route<S: Service>() -> Router {
    // A handler is cloned for each request.
    let text = Arc::new(OnceLock::new());
    let document = move || {
        let text: &String = text.get_or_init(|| self::text::<S>(OpenApi::V3_1));
        let response = ([(CONTENT_TYPE, "application/json")], text.clone());
        async move { response }
    };
    Router::new().route("/openapi.json", get(document))
}

/// A document in the making.
pub struct Document {
    version: OpenApi,
    requests: SchemaGenerator,
    responses: SchemaGenerator,
}

impl Document {
    /// A document without anything in it.
    #[must_use]
    pub fn new(version: OpenApi) -> Self {
        let settings = version.schema_settings();
        Document {
            version,
            requests: settings.clone().for_deserialize().into_generator(),
            responses: settings.for_serialize().into_generator(),
        }
    }

    /// The version of the specification that it is written in.
    #[must_use]
    pub fn version(&self) -> OpenApi {
        self.version
    }

    /// A reference to the schema of what a client sends.
    pub fn request<T: JsonSchema>(&mut self) -> Value {
        self.requests.subschema_for::<T>().to_value()
    }

    /// A reference to the schema of what a client gets.
    pub fn response<T: JsonSchema>(&mut self) -> Value {
        self.responses.subschema_for::<T>().to_value()
    }

    /// The whole document: the schemas that were referred to, the errors of the catalog with which
    /// operations answer, and `rest`, which has at least the `paths`.
    ///
    /// # Panics
    /// If a type of the API has the name of an error.
    #[must_use]
    pub fn complete(mut self, catalog: &Catalog, description: &str, rest: Value) -> Value {
        let mut document = rest;
        document["openapi"] = json!(self.version.version());
        document["info"] = json!({
            "title": catalog.name(),
            "version": catalog.version(),
            "description": description,
            "license": {
                "name": env!("CARGO_PKG_LICENSE"),
                "url": concat!(env!("CARGO_PKG_REPOSITORY"), "#readme"),
            },
            "contact": {"name": "Support", "url": concat!(env!("CARGO_PKG_REPOSITORY"), "/issues")},
        });
        document["servers"] =
            json!([{"url": "/", "description": "Where this document was found."}]);
        let mut schemas = self.requests.take_definitions(true);
        schemas.extend(self.responses.take_definitions(true));
        document["components"]["schemas"] = Value::Object(schemas);
        merge(&mut document, catalog).expect("no type has the name of an error");
        leave_out_unused_schemas(&mut document);
        document
    }
}

/// Some errors belong to no operation, such as that of a method which a path does not take.
fn leave_out_unused_schemas(document: &mut Value) {
    let mut used = HashSet::new();
    add_references(&document["paths"], &mut used);
    let mut found: Vec<_> = used.iter().cloned().collect();
    while let Some(pointer) = found.pop() {
        let mut further = HashSet::new();
        if let Some(target) = document.pointer(&pointer) {
            add_references(target, &mut further);
        }
        found.extend(further.difference(&used).cloned());
        used.extend(further);
    }
    if let Value::Object(schemas) = &mut document["components"]["schemas"] {
        schemas.retain(|name, _| used.contains(&format!("/components/schemas/{name}")));
    }
}

fn add_references(value: &Value, references: &mut HashSet<String>) {
    match value {
        Value::Array(elements) => {
            for element in elements {
                add_references(element, references);
            }
        }
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get("$ref") {
                references.insert(reference.trim_start_matches('#').to_owned());
            }
            for member in members.values() {
                add_references(member, references);
            }
        }
        _ => {}
    }
}
