//! The schemas of responses, each made once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use errorbook::openapi::{OpenApi, responses};
use errorbook::{Catalog, ErrorSet};
use http::HeaderMap;
use jsonschema::Validator;
use serde_json::{Map, Value};

use super::shapes;
use crate::documents::validator;

/// The components of a type's errors and the `responses` of an operation that answers with them.
pub(super) fn documents<E: ErrorSet + 'static>(version: OpenApi) -> (Value, Value) {
    let sets = Box::leak(Box::new([E::ERRORS]));
    let catalog = Catalog::new("Wire", "1", sets);
    (catalog.openapi(version), responses::<E>(version))
}

type Key = (usize, usize, OpenApi);
type Documents = HashMap<Key, Arc<(Value, Value)>>;
type Made = HashMap<(Key, u16), Arc<Described>>;

/// What a document says of a status.
pub(super) struct Described {
    /// The schema of the body.
    pub(super) body: Validator,
    /// The headers.
    pub(super) headers: Value,
}

/// What is said of a status: of the envelope with this index, for errors that have everything (0) or
/// nothing (1).
pub(super) fn of(shape: usize, set: usize, version: OpenApi, status: u16) -> Arc<Described> {
    static MADE: Mutex<Option<(Documents, Made)>> = Mutex::new(None);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let (documents, described) = made.get_or_insert_with(Default::default);
    let key = (shape, set, version);
    let made = described.entry((key, status)).or_insert_with(|| {
        let documents = documents.entry(key).or_insert_with(|| {
            let (shape, _) = &shapes::all()[shape];
            Arc::new((shape.documents[set])(version))
        });
        let (components, responses) = &**documents;
        Arc::new(Described {
            body: validator(components, responses, version, status),
            headers: responses[status.to_string()]["headers"].clone(),
        })
    });
    Arc::clone(made)
}

/// Why the headers of a response are not those that a document describes.
pub(super) fn refuse_headers(described: &Value, sent: &HeaderMap) -> Result<(), String> {
    let none = Map::new();
    let described = described.as_object().unwrap_or(&none);
    for (name, header) in described {
        if header["required"] == true && !sent.contains_key(name) {
            return Err(format!("{name} is required and not sent"));
        }
    }
    for name in sent.keys() {
        let lines: Vec<_> = sent.get_all(name).iter().collect();
        let lines: Vec<_> = lines.iter().flat_map(|line| line.to_str()).collect();
        let Some(header) = described.get(name.as_str()) else {
            // These two are in each response.
            if name == "content-type" || name == "cache-control" && lines == ["no-store"] {
                continue;
            }
            return Err(format!("{name} is sent and not described"));
        };
        // However a client reads several lines.
        let joined = lines.join(", ");
        for value in lines.iter().copied().chain([joined.as_str()]) {
            if !fits(&header["schema"], value) {
                return Err(format!("{name}: {value:?} does not fit {header}"));
            }
        }
    }
    Ok(())
}

/// Whether the text of a header fits a schema of the few sorts that headers have.
fn fits(schema: &Value, text: &str) -> bool {
    if let Some(schemas) = schema["anyOf"].as_array() {
        return schemas.iter().any(|schema| fits(schema, text));
    }
    if let Some(constant) = schema.get("const") {
        return constant == text;
    }
    if let Some(values) = schema["enum"].as_array() {
        return values.iter().any(|value| value == text);
    }
    match schema["type"].as_str() {
        Some("string") => true,
        Some("integer") if schema["minimum"] == 0 => text.parse::<u128>().is_ok(),
        Some("integer") => text.parse::<i128>().is_ok(),
        _ => panic!("no header has the schema {schema}"),
    }
}
