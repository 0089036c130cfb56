//! The sets that some errors consist of, each once, however many ways lead to it.

use super::text::same;
use crate::facts::{Declaration, Errors};

/// A hash table of `N` places, since nothing can be allocated here, and the sets in the order in which they
/// were found.
pub(super) struct Sets<const N: usize> {
    table: [Option<&'static Errors>; N],
    found: [Option<&'static Errors>; N],
    /// For each of them the root below which it was found; 0 where the codes below that are not compared yet.
    checked_below: [usize; N],
    pub(super) count: usize,
    /// The errors of all sets.
    pub(super) rows: usize,
}

impl<const N: usize> Sets<N> {
    pub(super) const EMPTY: Self = Sets {
        table: [None; N],
        found: [None; N],
        checked_below: [0; N],
        count: 0,
        rows: 0,
    };

    /// Adds sets and what they nest; `are_checked` says whether their declarations have compared the codes below
    /// them, as those of types without parameters do. Returns whether there was room.
    pub(super) const fn add_below(&mut self, roots: &[&'static Errors], are_checked: bool) -> bool {
        let mut index = 0;
        while index < roots.len() {
            let first = self.count;
            if !self.add(roots[index]) {
                return false;
            }
            if are_checked && !roots[index].generic {
                let mut set = first;
                while set < self.count {
                    self.checked_below[set] = index + 1;
                    set += 1;
                }
            }
            index += 1;
        }
        true
    }

    /// Whether the codes of two sets are compared already where a type is declared that nests both.
    pub(super) const fn are_checked(&self, left: usize, right: usize) -> bool {
        self.checked_below[left] != 0 && self.checked_below[left] == self.checked_below[right]
    }

    /// One of the sets.
    pub(super) const fn get(&self, index: usize) -> &'static Errors {
        self.found[index].expect("the index is below the count")
    }

    /// Whether it has the errors of a type.
    #[cfg(feature = "tower")]
    pub(super) const fn contains(&self, errors: &'static Errors) -> bool {
        self.place(errors.declaration).is_none()
    }

    /// Adds a set and what it nests. Returns whether there was room.
    const fn add(&mut self, errors: &'static Errors) -> bool {
        let is_known = match self.place(errors.declaration) {
            Some(_) if self.count == N / 2 => return false,
            Some(place) => {
                self.table[place] = Some(errors);
                self.found[self.count] = Some(errors);
                self.count += 1;
                self.rows += errors.rows.len();
                false
            }
            None => true,
        };
        // A generic type nests other errors for each of its arguments.
        if is_known && !errors.generic {
            return true;
        }
        let mut index = 0;
        while index < errors.nested.len() {
            if !self.add(errors.nested[index]) {
                return false;
            }
            index += 1;
        }
        true
    }

    /// The free place for the errors of a type; `None` if they are there already.
    const fn place(&self, declaration: &'static Declaration) -> Option<usize> {
        let mut place = declaration.hash as usize % N;
        while let Some(other) = self.table[place] {
            if same_type(declaration, other.declaration) {
                return None;
            }
            place = (place + 1) % N;
        }
        Some(place)
    }
}

/// Addresses cannot be compared in `const`. Types that share name and errors have different hashes, if one crate declares
/// them; the rest tells apart those of two crates.
pub(super) const fn same_type(left: &Declaration, right: &Declaration) -> bool {
    left.hash == right.hash
        && left.place.line() == right.place.line()
        && left.place.column() == right.place.column()
        && same(left.name, right.name)
        && same(left.place.file(), right.place.file())
        && same(left.module, right.module)
}
