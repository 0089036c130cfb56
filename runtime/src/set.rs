//! The errors of a type as a tree: its own rows, and those of the enums that it nests.

use std::collections::HashSet;

use crate::envelope::{Envelope, Problem, Shape};
use crate::spec::{Declaration, ErrorSpec, Identity};

/// The rows of a type and of everything that it nests, made at compile time.
#[derive(Debug)]
pub struct Errors {
    #[doc(hidden)]
    pub declaration: &'static Declaration,
    #[doc(hidden)]
    pub shape: &'static Shape,
    #[doc(hidden)]
    pub rows: &'static [ErrorSpec],
    #[doc(hidden)]
    pub nested: &'static [&'static Errors],
}

impl Errors {
    /// No errors: what stands in for those of a declaration that did not compile.
    #[doc(hidden)]
    pub const NONE: Errors = Errors {
        declaration: &Declaration::NONE,
        shape: <Problem as Envelope>::SHAPE,
        rows: &[],
        nested: &[],
    };

    /// One of the type's own rows; called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn row(&self, index: usize) -> &'static ErrorSpec {
        &self.rows[index]
    }

    /// Every error once, in the order of declaration, nested enums where they stand behind the
    /// type's own. An enum that is reached twice counts once.
    pub fn iter(&self) -> impl Iterator<Item = &'static ErrorSpec> + use<> {
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        self.collect(&mut found, &mut seen);
        found.into_iter()
    }

    pub(crate) fn collect(
        &self,
        found: &mut Vec<&'static ErrorSpec>,
        seen: &mut HashSet<Identity>,
    ) {
        for row in self.rows {
            if seen.insert(row.identity()) {
                found.push(row);
            }
        }
        for nested in self.nested {
            nested.collect(found, seen);
        }
    }
}
