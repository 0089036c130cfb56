//! Adding a catalog's schemas to an existing document.

use std::collections::HashSet;
use std::error::Error;
use std::fmt;

use serde_json::{Map, Value, json};

use super::dialect::{OpenApi, UnknownVersion};
use super::scope::reference;
use crate::catalog::Catalog;

/// Why a catalog could not be merged into a document, and where. The document is unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeError {
    pointer: String,
    message: String,
}

impl MergeError {
    fn new(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        MergeError {
            pointer: pointer.into(),
            message: message.into(),
        }
    }

    /// The place in the document as a JSON Pointer (RFC 6901); empty for the document itself.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }
}

impl fmt::Display for MergeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.pointer.as_str() {
            "" => write!(f, "at the root of the document: {}", self.message),
            pointer => write!(f, "at `{pointer}`: {}", self.message),
        }
    }
}

impl Error for MergeError {}

/// Adds the schemas of a catalog's errors to a document, in the dialect of the document's version.
///
/// It removes and renames nothing that the document already has. It accepts a schema that is already there if it is the
/// same. So merging twice has the same effect as merging once.
///
/// # Errors
///
/// If the document is not OpenAPI 3.0, 3.1 or 3.2, if its `components` or `components.schemas` is
/// not an object, or if it has another schema with the name of one of the catalog's. The document is then
/// unchanged.
///
/// ```
/// use errorbook::openapi::merge;
/// use errorbook::{ApiError, Catalog, ErrorSet};
/// use serde_json::json;
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "NOT_FOUND")]
/// struct NotFound;
///
/// static CATALOG: Catalog = Catalog::new("Claims API", "1.4.0", &[NotFound::ERRORS]);
///
/// let mut document = json!({
///     "openapi": "3.0.3",
///     "components": {"schemas": {"Claim": {"type": "object"}}}
/// });
/// merge(&mut document, &CATALOG).unwrap();
/// let names: Vec<_> = document["components"]["schemas"].as_object().unwrap().keys().collect();
/// assert_eq!(names, ["Claim", "NOT_FOUND"]);
///
/// let mut other = json!({"swagger": "2.0"});
/// assert_eq!(
///     merge(&mut other, &CATALOG).unwrap_err().to_string(),
///     "at `/swagger`: this is Swagger 2.0, and errorbook writes OpenAPI 3.0, 3.1 and 3.2"
/// );
/// ```
pub fn merge(document: &mut Value, catalog: &Catalog) -> Result<(), MergeError> {
    let version = version_of(document)?;
    add(document, catalog.schemas(version))
}

/// As [`merge`], but adds only those schemas that the document refers to, itself or through others.
///
/// Use it if no operation answers with some of the errors, for example because they belong to no endpoint, or because
/// the document describes a part of the service. Linters report unused components. Call it after the document has its
/// `paths`.
///
/// # Errors
///
/// The same as for [`merge`].
///
/// ```
/// use errorbook::openapi::{OpenApi, merge_used};
/// use errorbook::{ApiError, Catalog, ErrorSet};
/// use serde_json::json;
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404)]
/// struct ClaimNotFound;
///
/// /// There is no such path.
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404)]
/// struct EndpointNotFound;
///
/// static CATALOG: Catalog = Catalog::new(
///     "Claims API",
///     "1.4.0",
///     &[ClaimNotFound::ERRORS, EndpointNotFound::ERRORS],
/// );
///
/// let responses = CATALOG.responses::<ClaimNotFound>(OpenApi::V3_1);
/// let mut document = json!({
///     "openapi": "3.1.1",
///     "paths": {"/claims/{id}": {"get": {"responses": responses}}}
/// });
/// merge_used(&mut document, &CATALOG).unwrap();
/// let names: Vec<_> = document["components"]["schemas"].as_object().unwrap().keys().collect();
/// assert_eq!(names, ["CLAIM_NOT_FOUND"]);
/// ```
pub fn merge_used(document: &mut Value, catalog: &Catalog) -> Result<(), MergeError> {
    let version = version_of(document)?;
    let mut rest = catalog.schemas(version);
    let mut wanted = HashSet::new();
    references(document, &mut wanted);
    let mut used = Vec::new();
    loop {
        let (found, others): (Vec<_>, Vec<_>) = rest
            .into_iter()
            .partition(|(name, _)| wanted.contains(&reference(name)));
        if found.is_empty() {
            break;
        }
        for (_, (schema, _)) in &found {
            references(schema, &mut wanted);
        }
        used.extend(found);
        rest = others;
    }
    used.sort_by(|(one, _), (other, _)| one.cmp(other));
    add(document, used)
}

/// Every text in a document that may be a reference.
fn references(value: &Value, found: &mut HashSet<String>) {
    match value {
        Value::String(text) if text.starts_with("#/") => {
            found.insert(text.clone());
        }
        Value::Array(elements) => elements
            .iter()
            .for_each(|element| references(element, found)),
        Value::Object(members) => members
            .values()
            .for_each(|member| references(member, found)),
        _ => {}
    }
}

/// Adds schemas to a document, each with a word on what it is the schema of.
fn add(document: &mut Value, schemas: Vec<(String, (Value, String))>) -> Result<(), MergeError> {
    let there = schemas_of(document)?;
    let mut added = Map::new();
    for (name, (schema, what)) in schemas {
        match there.and_then(|there| there.get(&name)) {
            Some(same) if *same == schema => {}
            Some(_) => {
                let pointer = format!("/components/schemas/{name}");
                let message = format!(
                    "the document has a schema `{name}` that is another than that of {what}: rename one of them"
                );
                return Err(MergeError::new(pointer, message));
            }
            None => {
                added.insert(name, schema);
            }
        }
    }
    // The checks above have seen that these are objects, or are not there.
    let components = &mut document["components"];
    if components.is_null() {
        *components = json!({});
    }
    let schemas = &mut components["schemas"];
    if schemas.is_null() {
        *schemas = json!({});
    }
    if let Value::Object(schemas) = schemas {
        schemas.extend(added);
    }
    Ok(())
}

fn version_of(document: &Value) -> Result<OpenApi, MergeError> {
    let Value::Object(document) = document else {
        let message = format!(
            "an OpenAPI document is an object, and this is {}",
            kind(document)
        );
        return Err(MergeError::new("", message));
    };
    match (document.get("openapi"), document.get("swagger")) {
        (Some(Value::String(version)), _) => version.parse().map_err(|unknown: UnknownVersion| {
            let message = format!("this is OpenAPI {version}, and {unknown}");
            MergeError::new("/openapi", message)
        }),
        (Some(other), _) => {
            let message = format!(
                "the version is a string such as \"3.1.1\", and this is {}",
                kind(other)
            );
            Err(MergeError::new("/openapi", message))
        }
        (None, Some(version)) => {
            let version = version.as_str().unwrap_or("2.0");
            let message = format!("this is Swagger {version}, and {UnknownVersion}");
            Err(MergeError::new("/swagger", message))
        }
        (None, None) => {
            let message = "there is no member `openapi`, so this is not an OpenAPI document";
            Err(MergeError::new("", message))
        }
    }
}

/// The schemas of the document, if it has any.
fn schemas_of(document: &Value) -> Result<Option<&Map<String, Value>>, MergeError> {
    let Some(components) = object_at(document, "/components")? else {
        return Ok(None);
    };
    if !components.contains_key("schemas") {
        return Ok(None);
    }
    object_at(document, "/components/schemas")
}

fn object_at<'a>(
    document: &'a Value,
    pointer: &str,
) -> Result<Option<&'a Map<String, Value>>, MergeError> {
    match document.pointer(pointer) {
        None => Ok(None),
        Some(Value::Object(object)) => Ok(Some(object)),
        Some(other) => {
            let message = format!("this must be an object, and it is {}", kind(other));
            Err(MergeError::new(pointer, message))
        }
    }
}

/// What a JSON value is, in words.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
