//! Whether a source is a report on the fields of a request.
//!
//! The derive asks for types that have the name of one. `Reported::<T>::FACT` is the inherent constant if `T` is a report,
//! else that of the trait: the compiler prefers inherent items whose bounds hold. That costs no chain, and works in a
//! `static`.

use std::marker::PhantomData;

use super::std_types::StdDetail;
use crate::facts::Fact;
use crate::validation::ValidationReport;
use crate::write::{DetailsWriter, FieldErrors};

/// A source whose name is that of a report.
pub struct Reported<T>(PhantomData<T>);

impl<T: ValidationReport> Reported<T> {
    /// The details are its fields.
    pub const FACT: Fact = if T::ALWAYS {
        let of = <FieldErrors as StdDetail>::write_example;
        Fact::Detail(NAME, NAME, of, <FieldErrors as StdDetail>::schema)
    } else {
        let of = <Option<FieldErrors> as StdDetail>::write_example;
        Fact::Detail(NAME, NAME, of, <Option<FieldErrors> as StdDetail>::schema)
    };
    /// The names of details that are used, as bits.
    pub const NAMES: u64 = u64::MAX;

    /// Adds them to the details.
    pub fn write(report: &T, writer: &mut DetailsWriter<'_>) {
        if let Some(fields) = report.field_errors() {
            fields.add_to(NAME, writer);
        }
    }
}

const NAME: &str = "fields";

/// A source that is another error.
pub trait NotReported {
    /// It declares nothing.
    const FACT: Fact = Fact::Nothing;
    /// It uses no names.
    const NAMES: u64 = 0;
    /// What the source is.
    type Source;

    /// It is private.
    fn write(_: &Self::Source, _: &mut DetailsWriter<'_>) {}
}

impl<T> NotReported for Reported<T> {
    type Source = T;
}
