//! The errors of a type as a tree: its own rows, and those of the enums that it nests.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use super::code::Code;
use super::error::ApiError;
use super::shape::{Envelope, Shape};
use super::spec::{Declaration, ErrorSpec};

/// All the errors that a type can be, and the shape of their responses.
///
/// `#[derive(ApiError)]` implements it.
///
/// ```
/// use errorbook::{ApiError, ErrorSet};
///
/// #[derive(Debug, ApiError)]
/// enum ClaimError {
///     #[api_error(status = 404)]
///     NotFound,
///     #[api_error(status = 409)]
///     Conflict,
/// }
///
/// let codes: Vec<String> = ClaimError::ERRORS.iter().map(|spec| spec.code().to_string()).collect();
/// assert_eq!(codes, ["NOT_FOUND", "CONFLICT"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an API error",
    label = "this type does not implement `ErrorSet`",
    note = "write `#[derive(Debug, errorbook::ApiError)]` on it; render a `dyn ApiError` with `render_as::<Envelope>(..)`"
)]
pub trait ErrorSet {
    /// The shape of the body.
    type Envelope: Envelope;

    /// The rows of the type, those of nested enums included.
    const ERRORS: &'static Errors;
}

macro_rules! impl_for_pointer {
    ($($pointer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<E: ErrorSet> ErrorSet for $pointer {
            type Envelope = E::Envelope;

            const ERRORS: &'static Errors = E::ERRORS;
        }
    )*};
}

impl_for_pointer!(&E, Box<E>, Arc<E>);

/// What a transparent variant needs from the error in it. It is one trait, so that the compiler reports a type that is not
/// an API error once.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an API error",
    label = "a `transparent` variant requires an API error",
    note = "write `#[derive(Debug, errorbook::ApiError)]` on `{Self}`, or write `status = 500` in place of `transparent`"
)]
pub trait Nested {
    /// The errors that it can be.
    const SET: &'static Errors;

    /// The error, of whatever type.
    fn as_error(&self) -> &dyn ApiError;
}

#[diagnostic::do_not_recommend]
impl<E: ApiError + ErrorSet> Nested for E {
    const SET: &'static Errors = E::ERRORS;

    #[inline]
    fn as_error(&self) -> &dyn ApiError {
        self
    }
}

/// The errors of a type and of everything that it nests.
pub struct Errors {
    #[doc(hidden)]
    pub declaration: &'static Declaration,
    #[doc(hidden)]
    pub shape: &'static Shape,
    /// The type's own errors, in the order of declaration.
    #[doc(hidden)]
    pub rows: &'static [ErrorSpec],
    /// Whether the type has parameters: it is checked where these are known, and not where it is declared.
    #[doc(hidden)]
    pub generic: bool,
    #[doc(hidden)]
    pub nested: &'static [&'static Errors],
}

impl Errors {
    /// Every error once, in the order of declaration: the type's own errors, then those of nested enums. An enum that
    /// is nested twice counts once.
    pub fn iter(&self) -> impl Iterator<Item = &'static ErrorSpec> + use<> {
        iter(&[self])
    }

    /// Calls `each` with the errors of this set and of those that it nests. `sets` are those that were visited, because
    /// a set can be nested several times.
    pub(crate) fn visit(
        &self,
        sets: &mut HashSet<*const Errors>,
        each: &mut impl FnMut(&'static ErrorSpec),
    ) {
        if sets.insert(self) {
            self.rows.iter().for_each(&mut *each);
            for nested in self.nested {
                nested.visit(sets, each);
            }
        }
    }
}

/// Every error of some sets once. Where one that a framework answers with has the code of another, that one takes its
/// place.
pub(crate) fn iter(sets: &[&Errors]) -> impl Iterator<Item = &'static ErrorSpec> + use<> {
    let mut found = all(sets);
    if found.iter().any(|row| row.is_of_framework()) {
        let own = found.iter().filter(|row| !row.is_of_framework());
        let codes: HashSet<Code> = own.map(|row| row.code()).collect();
        found.retain(|row| !row.is_of_framework() || !codes.contains(&row.code()));
    }
    found.into_iter()
}

/// Every error of some sets once, all of those that frameworks answer with included.
pub(crate) fn all(sets: &[&Errors]) -> Vec<&'static ErrorSpec> {
    let (mut found, mut seen, mut visited) = (Vec::new(), HashSet::new(), HashSet::new());
    for set in sets {
        set.visit(&mut visited, &mut |row| {
            if seen.insert(row.identity()) {
                found.push(row);
            }
        });
    }
    found
}

impl fmt::Debug for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Errors")
            .field("declaration", &self.declaration)
            .field("specs", &self.rows)
            .field("nested", &self.nested)
            .finish_non_exhaustive()
    }
}
