//! The schemas of responses, each made once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use errorbook::openapi::{OpenApi, responses};
use errorbook::{Catalog, ErrorSet};
use jsonschema::Validator;
use serde_json::Value;

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
type Validators = HashMap<(Key, u16), Arc<Validator>>;

/// The schema of a status: of the envelope with this index, for errors that have everything (0) or
/// nothing (1).
pub(super) fn of(shape: usize, set: usize, version: OpenApi, status: u16) -> Arc<Validator> {
    static MADE: Mutex<Option<(Documents, Validators)>> = Mutex::new(None);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let (documents, validators) = made.get_or_insert_with(Default::default);
    let key = (shape, set, version);
    let made = validators.entry((key, status)).or_insert_with(|| {
        let documents = documents.entry(key).or_insert_with(|| {
            let (shape, _) = &shapes::all()[shape];
            Arc::new((shape.documents[set])(version))
        });
        let (components, responses) = &**documents;
        Arc::new(validator(components, responses, version, status))
    });
    Arc::clone(made)
}
