//! garde 0.23.

use serde::Serialize;

use super::{report, without_raw};
use crate::write::{FieldError, FieldErrors, FieldPath};

/// Sorted by the paths. Messages are garde's, which hold no value of the request, and there are no codes.
///
/// garde does not tell the fields of structs from the keys of maps. A step that is a Rust identifier counts as a
/// [field](FieldPath::field), and any other is a key, which no envelope renames.
///
/// ```
/// use std::collections::BTreeMap;
/// use errorbook::FieldErrors;
/// use garde::Validate;
///
/// #[derive(Validate)]
/// struct Order {
///     #[garde(length(min = 1))]
///     customer: String,
///     #[garde(dive)]
///     lines: BTreeMap<String, Line>,
/// }
///
/// #[derive(Validate)]
/// struct Line {
///     #[garde(range(min = 1))]
///     quantity: u32,
/// }
///
/// let lines = BTreeMap::from([("a/1".to_owned(), Line { quantity: 0 })]);
/// let report = Order { customer: String::new(), lines }.validate().unwrap_err();
/// assert_eq!(
///     serde_json::to_string(&FieldErrors::from(report)).unwrap(),
///     r#"[{"field":"customer","message":"length is lower than 1"},{"field":"lines.a/1.quantity","message":"lower than 1"}]"#
/// );
/// ```
impl From<&garde::Report> for FieldErrors {
    fn from(report: &garde::Report) -> Self {
        let errors = report.iter();
        let mut errors: FieldErrors = errors
            .map(|(path, error)| FieldError::new(self::path(path), error.message().to_owned()))
            .collect();
        errors.sort();
        errors
    }
}

report!(garde::Report);

/// The steps of a path. garde shows them by `Serialize` alone, as `["key", "items"]` and `["index", "0"]`.
fn path(path: &garde::Path) -> FieldPath {
    let mut public = FieldPath::default();
    for (kind, step) in steps(path).unwrap_or_default() {
        public = match kind.as_str() {
            // A wrapper with one content, such as an `Option`.
            "none" => public,
            "index" => match step.parse() {
                Ok(index) => public.index(index),
                Err(_) => public.key(step),
            },
            _ if is_identifier(&step) => public.field(without_raw(&step).to_owned()),
            _ => public.key(step),
        };
    }
    public
}

fn steps(path: &garde::Path) -> serde_json::Result<Vec<(String, String)>> {
    serde_json::from_value(path.serialize(serde_json::value::Serializer)?)
}

/// Whether a step can be the name of a struct's field.
fn is_identifier(step: &str) -> bool {
    let name = without_raw(step);
    let mut letters = name.chars();
    letters
        .next()
        .is_some_and(|first| first == '_' || first.is_alphabetic())
        && letters.all(|letter| letter == '_' || letter.is_alphanumeric())
}
