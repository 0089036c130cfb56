//! What generated code refers to. Nothing here is for people, and any of it may change in any
//! release.

use std::fmt;
use std::panic::Location;

use crate::write::FieldErrors;

pub use errorbook_macros::{envelope, http_errors};
pub use serde::Serialize;
pub use std::boxed::Box;

#[cfg(feature = "axum")]
pub use {crate::adapters::axum::respond, axum::extract::rejection, axum_core};

pub use crate::__example_expression as example_expression;
pub use crate::__impl_adapters as impl_adapters;
pub use crate::__impl_rejections as impl_rejections;
pub use crate::check::{
    check_detail, check_header_set, check_required_header, check_set, names_of,
};
pub use crate::envelope::Problem;
pub use crate::facts::template::{BoundHeader, Element, Key, Member, Node, Piece, Slot, Template};
pub use crate::facts::{
    ApiError, Cache, Declaration, Deprecation, Envelope, ErrorSet, ErrorSpec, Errors, Fact,
    HeaderValue, Level, Nested, Shape, WrittenHeaders, debug_http_error, status, statuses::*,
    write_rejected_fields, write_rejection_text,
};
pub use crate::framework::{FrameworkError, HoldsFramework};
pub use crate::probe::{
    NotReported, Reported, StdDetail, StdText, Wait, any_value, constant, example, field,
    header_value, public_example, public_field, public_schema, schema, show, shown, source,
    std_text, text,
};
pub use crate::write::{
    DetailSchema, DetailsWriter, FieldNames, FieldNotation, FieldStyle, HeaderSet, HeaderWriter,
    MessageWriter, Schemas, WireName, names,
};

/// No errors: what stands in for those of a declaration that did not compile.
pub const NO_ERRORS: &Errors = &Errors {
    declaration: &Declaration::NONE,
    shape: <Problem as Envelope>::SHAPE,
    rows: &[],
    generic: false,
    nested: &[],
};

/// Rows that declare nothing more.
pub const NONE: &[Fact] = &[];

/// Rows of `http_errors!` that declare nothing more.
pub const OF_FRAMEWORK: &[Fact] = &[Fact::OfFramework];

/// The fields that a framework rejected, if it named any.
pub const REJECTED_FIELDS: Fact = Fact::RejectedFields(
    <Option<FieldErrors> as StdDetail>::write_example,
    <Option<FieldErrors> as StdDetail>::schema,
);

/// Where it is called.
#[must_use]
#[track_caller]
pub const fn here() -> &'static Location<'static> {
    Location::caller()
}

/// The shape of a type's errors. Asked for here, so that a type that is no envelope is reported
/// where it is named and nowhere else.
#[must_use]
pub const fn shape_of<S: ErrorSet>() -> &'static Shape {
    <S::Envelope as Envelope>::SHAPE
}

/// The error in a transparent variant.
///
/// # Panics
///
/// If this one is of another variant.
#[must_use]
pub fn inner(error: &dyn ApiError) -> &dyn ApiError {
    error.transparent().expect("the variant is transparent")
}

/// `Display` of an error that declares no text of its own for logs.
///
/// # Errors
///
/// If the formatter fails.
pub fn display(error: &dyn ApiError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if let Some(inner) = error.transparent() {
        return fmt::Display::fmt(inner, f);
    }
    let spec = error.spec();
    if let Some(summary) = spec.summary_for_logs() {
        return f.write_str(summary);
    }
    let mut writer = MessageWriter::plain(f);
    spec.write_message(&mut writer, |hole, writer| error.write_hole(hole, writer));
    writer.finish()
}
