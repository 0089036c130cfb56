//! The errors of `http_errors!`: what an occurrence shows of the [`FrameworkError`] in it.

use std::fmt;

use http::StatusCode;

use super::error::ApiError;
use super::parts::REJECTED_FIELDS;
use super::spec::ErrorSpec;
use crate::framework::FrameworkError;
use crate::write::{DetailsWriter, MessageWriter};

/// The framework's error in an occurrence of a row of `http_errors!`.
fn in_error(error: &dyn ApiError) -> Option<&FrameworkError> {
    let mut error = error;
    // A type may have its own `source` around it.
    while let Some(inner) = error.transparent() {
        error = inner;
    }
    error.source()?.downcast_ref()
}

/// The status of an occurrence: that of the framework's error, if the row has no status of its own.
pub(crate) fn status_of(error: &dyn ApiError, spec: &ErrorSpec) -> StatusCode {
    let declared = spec.status();
    if !spec.has_any_status() {
        return declared;
    }
    let status = in_error(error).map(FrameworkError::status);
    let is_of_class = |status: &StatusCode| status.as_u16() / 100 == declared.as_u16() / 100;
    status.filter(is_of_class).unwrap_or(declared)
}

/// Writes the text of the framework's error, else the row's own. Called by generated code.
pub fn write_rejection_text(error: &dyn ApiError, writer: &mut MessageWriter<'_>) {
    if let Some(text) = in_error(error).and_then(FrameworkError::text) {
        writer.push_str(text);
    } else if let Some(message) = error.spec().rejection_text() {
        writer.push_str(message);
    }
}

/// Writes the fields that the framework's error names. Called by generated code.
pub fn write_rejected_fields(error: &dyn ApiError, writer: &mut DetailsWriter<'_>) {
    let fields = in_error(error).map(FrameworkError::fields);
    let fields = fields.filter(|fields| error.spec().has_details() && !fields.is_empty());
    if let Some(fields) = fields {
        writer.field_errors(REJECTED_FIELDS, fields);
    }
}

/// The name of the variant, and the framework's error. Called by generated code.
///
/// # Errors
///
/// If the formatter fails.
pub fn debug_http_error(error: &dyn ApiError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut debug = f.debug_tuple(error.spec().variant_name());
    if let Some(framework) = in_error(error) {
        debug.field(framework);
    }
    debug.finish()
}
