//! What is public of a path that axum could not read.

use axum::extract::RawPathParams;
use axum::extract::path::ErrorKind;
use axum::extract::rejection::{InvalidUtf8InPathParam, PathRejection};
use axum_core::extract::FromRequestParts;
use http::request::Parts;

use crate::framework::{FrameworkError, Note, Part, Place, Reading, Refusal};
use crate::write::{FieldError, FieldPath};

/// What is public of it. The parameter is the one that is given, else that of the error.
pub(super) fn refusal(
    kind: &ErrorKind,
    parameter: Option<String>,
    note: Option<Note>,
) -> Option<Refusal> {
    let parameter = match kind {
        ErrorKind::ParseErrorAtKey { key, .. } | ErrorKind::DeserializeError { key, .. } => {
            Some(key.clone())
        }
        _ => parameter,
    };
    let place = match parameter {
        Some(parameter) => Place::At(FieldPath::new(parameter)),
        None => Place::Unknown,
    };
    let reading = match kind {
        ErrorKind::ParseErrorAtKey { expected_type, .. }
        | ErrorKind::ParseErrorAtIndex { expected_type, .. }
        | ErrorKind::ParseError { expected_type, .. } => Reading::parsed(expected_type, place),
        ErrorKind::DeserializeError { message, .. } | ErrorKind::Message(message) => {
            Reading::new(message, place, note)
        }
        ErrorKind::InvalidUtf8InPathParam { key } => return Some(not_utf8(Some(key.clone()))),
        // Mistakes of the service, with status 500, and what axum does not have yet.
        _ => return None,
    };
    Some(Refusal::read(reading, Part::Path))
}

pub(super) fn not_utf8(parameter: Option<String>) -> Refusal {
    let field = parameter.map(|parameter| {
        FieldError::new(parameter, "The value is not valid UTF-8").with_code("value")
    });
    Refusal {
        text: "A path parameter is not valid UTF-8.".into(),
        fields: field.into_iter().collect(),
    }
}

/// The name of the parameter, which only the text has.
pub(super) fn key_of(error: &InvalidUtf8InPathParam) -> Option<String> {
    let text = error.to_string();
    let key = text.strip_prefix("Invalid UTF-8 in `")?.strip_suffix('`')?;
    Some(key.to_owned())
}

/// The error for a path whose value was [`Watched`](crate::framework::Watched). It knows the parameter where axum does not.
pub(crate) async fn watched<S: Send + Sync>(
    rejection: PathRejection,
    parts: &mut Parts,
    state: &S,
) -> FrameworkError {
    let (note, element) = (Note::take(), Note::take_element());
    let PathRejection::FailedToDeserializePathParams(error) = &rejection else {
        return FrameworkError::from(rejection);
    };
    let index = match error.kind() {
        ErrorKind::ParseErrorAtIndex { index, .. } => Some(*index),
        // That a parameter is missing is said of the whole.
        ErrorKind::Message(_) if matches!(note, Some(Note::Struct(_))) => None,
        ErrorKind::Message(_) => element.or(Some(0)),
        _ => Some(0),
    };
    let parameter = match RawPathParams::from_request_parts(parts, state).await {
        Ok(parameters) if element.is_some() || parameters.iter().count() == 1 => index
            .and_then(|index| parameters.iter().nth(index))
            .map(|(key, _)| key.to_owned()),
        _ => None,
    };
    let refusal = refusal(error.kind(), parameter, note);
    FrameworkError::refused(rejection.status(), refusal, rejection)
}
