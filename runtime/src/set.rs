//! The errors of a type as a tree: its own rows, and those of the enums that it nests.

use std::collections::HashSet;
use std::fmt;

use crate::cell::SpecCell;
use crate::envelope::{Envelope, Problem, Shape};
use crate::facts::Facts;
use crate::row::{Reader, Row};
use crate::spec::{Declaration, ErrorSpec, Identity};

/// The errors of a type and of everything that it nests.
pub struct Errors {
    #[doc(hidden)]
    pub declaration: &'static Declaration,
    #[doc(hidden)]
    pub shape: &'static Shape,
    #[doc(hidden)]
    pub facts: &'static Facts,
    /// Where what is read from the facts is kept.
    #[doc(hidden)]
    pub cells: fn() -> &'static [SpecCell],
    /// Whether the type has parameters: it is checked where these are known, and not where it stands.
    #[doc(hidden)]
    pub generic: bool,
    #[doc(hidden)]
    pub nested: &'static [&'static Errors],
}

impl Errors {
    /// No errors: what stands in for those of a declaration that did not compile.
    #[doc(hidden)]
    pub const NONE: Errors = Errors {
        declaration: &Declaration::NONE,
        shape: <Problem as Envelope>::SHAPE,
        facts: &Facts::NONE,
        cells: || &[],
        generic: false,
        nested: &[],
    };

    /// One of the type's own errors; called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub fn spec(&self, index: usize) -> &'static ErrorSpec {
        let cells = (self.cells)();
        cells[index].get(self.declaration, self.facts, cells)
    }

    /// The type's own errors, in the order of declaration.
    pub(crate) fn own(&self) -> impl Iterator<Item = &'static ErrorSpec> + use<> {
        let (declaration, facts, cells) = (self.declaration, self.facts, (self.cells)());
        cells
            .iter()
            .map(move |cell| cell.get(declaration, facts, cells))
    }

    /// One of the type's own rows where nothing can be allocated.
    pub(crate) const fn row(&self, index: usize) -> Row {
        let mut reader = self.reader();
        let mut before = 0;
        while before < index {
            reader.next();
            before += 1;
        }
        reader.next().expect("the index is that of a row")
    }

    /// The type's own rows where nothing can be allocated.
    pub(crate) const fn reader(&self) -> Reader {
        Reader::new(self.declaration, self.facts)
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
        for row in self.own() {
            if seen.insert(row.identity()) {
                found.push(row);
            }
        }
        for nested in self.nested {
            nested.collect(found, seen);
        }
    }
}

impl fmt::Debug for Errors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Errors")
            .field("declaration", &self.declaration)
            .field("specs", &self.own().collect::<Vec<_>>())
            .field("nested", &self.nested)
            .finish_non_exhaustive()
    }
}
