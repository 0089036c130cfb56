//! An OpenAPI document around catalogs of errors.
//!
//! Requests and successes are described by the types that the handlers use, errors by the catalogs.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use errorbook::Catalog;
use errorbook::openapi::{OpenApi, merge_used};
use schemars::{JsonSchema, SchemaGenerator};
use serde::Serialize;
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
        Document {
            version,
            requests: version.schema_settings().into_generator(),
            responses: version.response_schema_settings().into_generator(),
        }
    }

    /// The version of the specification that it is written in.
    #[must_use]
    pub fn version(&self) -> OpenApi {
        self.version
    }

    /// The body of a request: what a client sends.
    pub fn request<T: JsonSchema>(&mut self, example: &impl Serialize) -> Value {
        let schema = self.requests.subschema_for::<T>().to_value();
        json!({"required": true, "content": json_content(&schema, example)})
    }

    /// The response of a success: what a client gets.
    pub fn response<T: JsonSchema>(
        &mut self,
        description: &str,
        example: &impl Serialize,
    ) -> Value {
        let content = json_content(&self.response_schema::<T>(), example);
        json!({"description": description, "content": content})
    }

    /// A reference to the schema of what a client gets, for a response that has more around it.
    pub fn response_schema<T: JsonSchema>(&mut self) -> Value {
        self.responses.subschema_for::<T>().to_value()
    }

    /// The whole document: the schemas that were referred to, those of the catalogs' errors among them,
    /// and `rest`, which has at least the `paths`. It has the name and the version of the first catalog.
    ///
    /// # Panics
    /// If there is no catalog, or if a type of the API has the name of an error.
    #[must_use]
    pub fn complete(mut self, catalogs: &[&Catalog], description: &str, rest: Value) -> Value {
        let mut document = rest;
        document["openapi"] = json!(self.version.version());
        document["info"] = json!({
            "title": catalogs[0].name(),
            "version": catalogs[0].version(),
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
        for catalog in catalogs {
            merge_used(&mut document, catalog).expect("no type has the name of an error");
        }
        document
    }
}

/// The content of a request or a response that is JSON.
#[must_use]
pub fn json_content(schema: &Value, example: &impl Serialize) -> Value {
    json!({"application/json": {"schema": schema, "example": example}})
}
