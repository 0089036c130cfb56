//! That no code stands for two errors.

use super::text::{Text, same};
use crate::set::Errors;
use crate::spec::{Code, Declaration, ErrorSpec};

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
    let mut rows = errors.rows.len();
    let mut index = 0;
    while index < errors.nested.len() {
        rows += count(errors.nested[index]);
        index += 1;
    }
    rows
}

const TABLE: usize = 4096;
const SEEN: usize = 64;

struct Table {
    rows: [Option<&'static ErrorSpec>; TABLE],
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
            while index < errors.rows.len() {
                let row = &errors.rows[index];
                if row.hash() % self.passes == self.pass {
                    self.insert(row);
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
                Some(seen)
                    if same(seen.name, declaration.name)
                        && same(seen.place, declaration.place)
                        && same(seen.module, declaration.module) =>
                {
                    return true;
                }
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
    const fn insert(&mut self, row: &'static ErrorSpec) {
        #[allow(clippy::cast_possible_truncation, reason = "it is less than TABLE")]
        let mut place = (row.hash() / self.passes % TABLE as u64) as usize;
        while let Some(other) = self.rows[place] {
            if same_code(row, other) {
                if same_row(row, other) || (row.shared() && other.shared()) {
                    return;
                }
                repeated(row, other);
            }
            place = (place + 1) % TABLE;
        }
        self.rows[place] = Some(row);
    }
}

#[track_caller]
const fn repeated(row: &ErrorSpec, other: &ErrorSpec) -> ! {
    let mut text = Text::new();
    text.push("the code `");
    match row.code() {
        Code::Text(code) => text.push(code),
        Code::Number(code) => text.push_number(code),
    }
    text.push("` stands for two errors: `");
    let ambiguous = same(row.type_name(), other.type_name());
    text.push_module(other, ambiguous);
    text.push_row(other);
    text.push("` and `");
    text.push_module(row, ambiguous);
    text.push_row(row);
    text.push("`. Give one another `code = ..`, or write `shared` on both if clients shall not tell them apart");
    panic!("{}", text.as_str());
}

const fn same_code(left: &ErrorSpec, right: &ErrorSpec) -> bool {
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

const fn same_row(left: &ErrorSpec, right: &ErrorSpec) -> bool {
    let (left_place, right_place) = (left.identity().1, right.identity().1);
    same(left.variant_name(), right.variant_name())
        && same(left.type_name(), right.type_name())
        && same(left_place, right_place)
        && same(left.module_path(), right.module_path())
}
