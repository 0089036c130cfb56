//! That no code stands for two errors.

use super::text::{Text, same};
use crate::row::Row;
use crate::set::Errors;
use crate::spec::{Code, Declaration};

/// No two errors have the same code, unless both say that they share it.
///
/// Rows go into a hash table. It has a fixed size, since nothing can be allocated here, so large
/// catalogs are checked in several passes, each with the codes whose hash falls to it.
#[allow(
    clippy::large_stack_arrays,
    reason = "the compiler evaluates it, in a `static` or a `const`"
)]
#[track_caller]
pub(super) const fn check_codes(sets: &[&'static Errors]) {
    let mut rows = 0;
    let mut index = 0;
    while index < sets.len() {
        rows += count(sets[index]);
        index += 1;
    }
    let passes = rows as u64 / (TABLE as u64 / 2) + 1;
    let mut pass = 0;
    while pass < passes {
        let mut table = Table {
            rows: [None; TABLE],
            seen: [None; SEEN],
            seen_count: 0,
            pass,
            passes,
        };
        let mut index = 0;
        while index < sets.len() {
            table.insert_all(sets[index]);
            index += 1;
        }
        pass += 1;
    }
}

const fn count(errors: &Errors) -> usize {
    let mut rows = errors.facts.count();
    let mut index = 0;
    while index < errors.nested.len() {
        rows += count(errors.nested[index]);
        index += 1;
    }
    rows
}

const TABLE: usize = 4096;
const SEEN: usize = 64;

/// A row that is not read yet: to read it takes the compiler a hundred times as long as to find it.
#[derive(Clone, Copy)]
struct Place {
    errors: &'static Errors,
    index: usize,
    hash: u32,
    shared: bool,
}

struct Table {
    rows: [Option<Place>; TABLE],
    /// The types whose rows are in the table, so that an enum that is reached twice costs nothing.
    /// If they are more than fit, the rows are compared one by one.
    seen: [Option<&'static Declaration>; SEEN],
    seen_count: usize,
    pass: u64,
    passes: u64,
}

impl Table {
    #[track_caller]
    const fn insert_all(&mut self, errors: &'static Errors) {
        if !self.has_seen(errors.declaration) {
            let mut index = 0;
            while index < errors.facts.count() {
                let (hash, shared) = errors.facts.hash(index);
                if hash as u64 % self.passes == self.pass {
                    self.insert(Place {
                        errors,
                        index,
                        hash,
                        shared,
                    });
                }
                index += 1;
            }
        }
        let mut index = 0;
        while index < errors.nested.len() {
            self.insert_all(errors.nested[index]);
            index += 1;
        }
    }

    const fn has_seen(&mut self, declaration: &'static Declaration) -> bool {
        let mut index = 0;
        while index < self.seen_count {
            match self.seen[index] {
                Some(seen) if same_type(seen, declaration) => return true,
                _ => {}
            }
            index += 1;
        }
        if self.seen_count < SEEN {
            self.seen[self.seen_count] = Some(declaration);
            self.seen_count += 1;
        }
        false
    }

    #[track_caller]
    const fn insert(&mut self, new: Place) {
        #[allow(clippy::cast_possible_truncation, reason = "it is less than TABLE")]
        let mut place = (new.hash as u64 / self.passes % TABLE as u64) as usize;
        while let Some(other) = self.rows[place] {
            // Whether two that share a code have the same is all one; of those of one type the derive has
            // seen to it.
            if new.hash == other.hash
                && !(new.shared && other.shared)
                && !same_type(new.errors.declaration, other.errors.declaration)
            {
                let (row, other) = (new.errors.row(new.index), other.errors.row(other.index));
                if same_code(&row, &other) {
                    repeated(&row, &other);
                }
            }
            place = (place + 1) % TABLE;
        }
        self.rows[place] = Some(new);
    }
}

#[track_caller]
const fn repeated(row: &Row, other: &Row) -> ! {
    let mut text = Text::new();
    text.push("the code `");
    match row.code() {
        Code::Text(code) => text.push(code),
        Code::Number(code) => text.push_number(code),
    }
    text.push("` stands for two errors: `");
    text.push_row_beside(other, row.declaration);
    text.push("` and `");
    text.push_row_beside(row, other.declaration);
    text.push("`. Give one another `code = ..`, or write `shared` on both if clients shall not tell them apart");
    panic!("{}", text.as_str());
}

const fn same_code(left: &Row, right: &Row) -> bool {
    match (left.code(), right.code()) {
        (Code::Text(left), Code::Text(right)) => same(left, right),
        (Code::Number(left), Code::Number(right)) => left == right,
        // In a document both are one name.
        (Code::Text(text), Code::Number(number)) | (Code::Number(number), Code::Text(text)) => {
            let mut digits = Text::new();
            digits.push_number(number);
            same(text, digits.as_str())
        }
    }
}

const fn same_type(left: &Declaration, right: &Declaration) -> bool {
    same(left.name, right.name) && same(left.place, right.place) && same(left.module, right.module)
}
