//! What the errors of one type have in common, and since when one of them is deprecated.

use std::panic::Location;

use super::{Cache, ErrorSpec};

/// What the rows of one type have in common.
#[doc(hidden)]
#[derive(Debug)]
pub struct Declaration {
    pub module: &'static str,
    /// Where the type is declared: two functions of a module may each have one of that name.
    pub place: &'static Location<'static>,
    pub name: &'static str,
    /// A hash of the name and the errors. Types with different hashes are different types.
    pub hash: u32,
    /// The docs link of every error, with `{code}` in it; empty if there is none.
    pub docs: &'static str,
    /// The rows of the type, if they are in a `static`.
    pub rows: &'static [ErrorSpec],
    /// Where the prepared responses of the rows are kept, in the same order.
    pub caches: &'static [Cache],
}

impl Declaration {
    /// Of no type.
    pub(crate) const NONE: Declaration = Declaration {
        module: "",
        place: Location::caller(),
        name: "",
        hash: 0,
        docs: "",
        rows: &[],
        caches: &[],
    };
}

/// Since when and why an error is no longer made, from `#[deprecated(since, note)]` on its variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deprecation {
    since: Option<&'static str>,
    note: Option<&'static str>,
}

impl Deprecation {
    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(since: Option<&'static str>, note: Option<&'static str>) -> Self {
        Deprecation { since, note }
    }

    /// The version since which the error is deprecated.
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        self.since
    }

    /// What to expect instead.
    #[must_use]
    pub const fn note(&self) -> Option<&'static str> {
        self.note
    }
}
