//! Where errors are found at run time, once their rows are read.

use std::sync::OnceLock;

use crate::facts::Facts;
use crate::row::Reader;
use crate::spec::{Declaration, ErrorSpec};

/// Where an error is found once it is read. Those of a type stand in one static, in order, and are read
/// all at once, from its facts, when one of them is first asked for.
#[doc(hidden)]
#[derive(Default)]
pub struct SpecCell {
    spec: OnceLock<&'static ErrorSpec>,
}

impl SpecCell {
    /// Nothing is read yet.
    #[must_use]
    pub const fn new() -> Self {
        SpecCell {
            spec: OnceLock::new(),
        }
    }

    /// The error; `cells` are those of its type, this one among them.
    #[must_use]
    #[inline]
    pub fn get(
        &'static self,
        declaration: &'static Declaration,
        facts: &'static Facts,
        cells: &'static [SpecCell],
    ) -> &'static ErrorSpec {
        match self.spec.get() {
            Some(spec) => spec,
            None => self.read(declaration, facts, cells),
        }
    }

    #[cold]
    fn read(
        &'static self,
        declaration: &'static Declaration,
        facts: &'static Facts,
        cells: &'static [SpecCell],
    ) -> &'static ErrorSpec {
        let mut reader = Reader::new(declaration, facts);
        let specs: Vec<_> = std::iter::from_fn(|| reader.next())
            .map(|row| ErrorSpec::of(&row))
            .collect();
        for (cell, spec) in cells.iter().zip(specs.leak()) {
            // Another thread may read them at this moment, and be the first with some.
            let _ = cell.spec.set(spec);
        }
        self.spec.get().expect("each row has a cell")
    }
}

/// The cells of a generic type, which has other facts for each type that its parameters stand for, but
/// no static of its own for each.
#[doc(hidden)]
#[derive(Default)]
pub struct GenericCells {
    entry: OnceLock<Box<GenericEntry>>,
}

struct GenericEntry {
    facts: &'static Facts,
    cells: Box<[SpecCell]>,
    next: GenericCells,
}

impl GenericCells {
    /// There are none yet.
    #[must_use]
    pub const fn new() -> Self {
        GenericCells {
            entry: OnceLock::new(),
        }
    }

    /// A cell for each error of these facts, and for theirs alone.
    #[must_use]
    pub fn of(&'static self, facts: &'static Facts) -> &'static [SpecCell] {
        let mut place = self;
        loop {
            let entry = place.entry.get_or_init(|| {
                Box::new(GenericEntry {
                    facts,
                    cells: (0..facts.count()).map(|_| SpecCell::new()).collect(),
                    next: GenericCells::new(),
                })
            });
            // A constant may have several addresses; then its errors are read once for each.
            if std::ptr::eq(entry.facts, facts) {
                return &entry.cells;
            }
            place = &entry.next;
        }
    }
}
