//! What generated code refers to. Nothing here is for people, and any of it may change in any
//! release.

use std::error::Error;
use std::fmt;
use std::panic::{Location, UnwindSafe};

pub use errorbook_macros::envelope;

#[cfg(feature = "axum")]
pub use {crate::adapters::axum::respond, axum_core};

pub use crate::__example_expression as example_expression;
pub use crate::check::{check_detail, check_header_set, check_required_header, check_set};
pub use crate::envelope::template::{
    BoundHeader, Element, Key, Member, Node, Piece, Slot, Template,
};
pub use crate::envelope::{Envelope, Problem, Shape};
pub use crate::error::{ApiError, ErrorSet};
pub use crate::probe::{
    StdDetail, StdText, Wait, check_public_text, example, header_value, probe, probe_example,
    source,
};
pub use crate::schema::{DetailSchema, Schemas, schema};
pub use serde::Serialize;

pub use crate::facts::{
    Cache, Declaration, Deprecation, ErrorSpec, Errors, Fact, HeaderValue, WrittenHeaders, status,
    statuses::*,
};
pub use crate::write::{DetailsWriter, HeaderSet, HeaderWriter, MessageWriter};

/// Rows that declare nothing more.
pub const NONE: &[Fact] = &[];

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
    let mut writer = MessageWriter::plain(f);
    writer.parts(error.spec(), |hole, writer| error.write_hole(hole, writer));
    writer.finish()
}

/// The error behind a field marked as source, also where it is boxed.
pub trait AsDynError<'a> {
    /// The error.
    fn as_dyn_error(&self) -> &(dyn Error + 'a);
}

impl<'a, T: Error + 'a> AsDynError<'a> for T {
    fn as_dyn_error(&self) -> &(dyn Error + 'a) {
        self
    }
}

macro_rules! as_dyn_error {
    ($($type:ty),*) => {$(
        impl<'a> AsDynError<'a> for $type {
            fn as_dyn_error(&self) -> &(dyn Error + 'a) {
                self
            }
        }
    )*};
}

as_dyn_error!(
    dyn Error + 'a,
    dyn Error + Send + 'a,
    dyn Error + Send + Sync + 'a,
    dyn Error + Send + Sync + UnwindSafe + 'a
);
