//! What can be checked only once the rows, the envelope and the other enums are together: in
//! `const`, so that it fails the build.

mod codes;
mod sets;
mod template;
mod text;

use crate::facts::Errors;
use crate::facts::Shape;
use crate::write::{HeaderSet, MANAGED_HEADERS};

use codes::check_codes;
use sets::Sets;
use template::{check_detail_name, check_row_texts, check_template};
use text::{Text, same, same_header};

/// Checks one type against its envelope, but for the names of its details, and its codes against those of the
/// enums that it nests.
#[track_caller]
pub const fn check_set(errors: &'static Errors) {
    check_row_texts(errors);
    check_nested(errors);
}

/// Checks a detail's name against the envelope. Many errors have details of one name, so each name is checked
/// once; `bits` are the bits of its hash that the envelope has, too, and `of` is the first error that has it.
#[track_caller]
pub const fn check_detail(bits: u64, shape: &'static Shape, name: &str, of: &str) {
    if bits != 0 {
        check_detail_name(shape, name, of);
    }
}

/// Checks the enums of a catalog against each other; and against their envelope, since a generic one
/// can be checked only where its parameters are known.
#[track_caller]
pub(crate) const fn check_catalog(sets: &[&'static Errors]) {
    check_envelopes(sets);
    check_sets(sets, None);
    let mut index = 0;
    while index < sets.len() {
        if sets[index].generic {
            check_template(sets[index], sets[index].shape);
            check_nested(sets[index]);
        }
        index += 1;
    }
}

/// Checks that all errors of a type are among those of a catalog.
#[cfg(feature = "tower")]
#[track_caller]
pub(crate) const fn check_contains(sets: &[&'static Errors], errors: &'static Errors) {
    let fit = find_each::<128>(sets, errors)
        || find_each::<4096>(sets, errors)
        || find_each::<32_768>(sets, errors);
    assert!(fit, "a catalog must have at most 16,384 types of errors");
}

/// Returns whether the sets fit into a table of `N` places.
#[cfg(feature = "tower")]
#[track_caller]
#[inline(never)]
const fn find_each<const N: usize>(sets: &[&'static Errors], errors: &'static Errors) -> bool {
    let (mut known, mut wanted) = (Sets::<N>::EMPTY, Sets::<N>::EMPTY);
    if !known.add_below(sets, false) || !wanted.add_below(&[errors], false) {
        return false;
    }
    let mut index = 0;
    while index < wanted.count {
        let set = wanted.get(index);
        if !set.rows.is_empty() && !known.contains(set) {
            let mut text = Text::new();
            text.push("the layer answers with errors of `");
            text.push(set.declaration.name);
            text.push("`, which are not in the catalog: add `");
            text.push(errors.declaration.name);
            text.push("::ERRORS` to the sets of `Catalog::new`");
            panic!("{}", text.as_str());
        }
        index += 1;
    }
    true
}

/// Checks the enums that a type nests against each other, and against the envelope that renders them.
#[track_caller]
const fn check_nested(errors: &'static Errors) {
    if !errors.nested.is_empty() {
        check_sets(&[errors], Some(errors.shape));
    }
}

/// Checks the codes of sets and of what they nest; and all but the first against an envelope.
#[track_caller]
const fn check_sets(roots: &[&'static Errors], shape: Option<&'static Shape>) {
    let fit = check_each::<128>(roots, shape)
        || check_each::<4096>(roots, shape)
        || check_each::<32_768>(roots, shape);
    assert!(fit, "a catalog must have at most 16,384 types of errors");
}

/// Returns whether the sets fit into a table of `N` places. Each size has a frame of its own on the stack: a
/// catalog can be made at run time, too.
#[track_caller]
#[inline(never)]
const fn check_each<const N: usize>(
    roots: &[&'static Errors],
    shape: Option<&'static Shape>,
) -> bool {
    let mut sets = Sets::<N>::EMPTY;
    // A catalog has no envelope to check, and its types have checked themselves.
    if !sets.add_below(roots, shape.is_none()) {
        return false;
    }
    check_codes(&sets);
    if let Some(shape) = shape {
        let mut index = 1;
        while index < sets.count {
            let errors = sets.get(index);
            // Where it is declared, a type is checked against its own envelope, unless it is generic.
            if errors.generic || !errors.shape.has_template_of(shape) {
                check_template(errors, shape);
            }
            index += 1;
        }
    }
    true
}

/// All enums of a catalog go out in one envelope.
#[track_caller]
const fn check_envelopes(sets: &[&'static Errors]) {
    let mut start = 0;
    while start < sets.len() && is_stand_in(sets[start]) {
        start += 1;
    }
    let mut index = start + 1;
    while index < sets.len() {
        let (first, other) = (sets[start], sets[index]);
        if !is_stand_in(other) && !is_one_shape(first.shape, other.shape) {
            let mut text = Text::new();
            text.push("the errors of a catalog must have the same envelope, but `");
            text.push(first.declaration.name);
            text.push("` has `");
            text.push(first.shape.name());
            text.push("` and `");
            text.push(other.declaration.name);
            text.push("` has `");
            text.push(other.shape.name());
            text.push("`: write the same `envelope = ..` on both");
            panic!("{}", text.as_str());
        }
        index += 1;
    }
}

/// Whether both are one envelope, or look alike to the byte.
const fn is_one_shape(left: &Shape, right: &Shape) -> bool {
    left.has_template_of(right)
        || same(left.name(), right.name()) && same(left.place(), right.place())
}

/// Whether these are the errors of a declaration that did not compile, of which enough is said.
const fn is_stand_in(errors: &Errors) -> bool {
    errors.declaration.name.is_empty()
}

/// A set of headers does not write what an error cannot decide, and what it says of its headers and of
/// its wait fits together.
///
/// # Panics
///
/// If it is not so.
#[track_caller]
pub const fn check_header_set(names: &[&str], always: &[&str], can_wait: bool) {
    assert!(
        can_wait || !has_header(names, "retry-after"),
        "the `NAMES` of this `HeaderSet` have `retry-after`, but its `CAN_WAIT` is `false`: remove the name, or write `true`",
    );
    let mut index = 0;
    while index < always.len() {
        if !has_header(names, always[index]) {
            let mut text = Text::new();
            text.push("the `ALWAYS` of this `HeaderSet` have `");
            text.push(always[index]);
            text.push("`, which its `NAMES` lack: add it to them");
            panic!("{}", text.as_str());
        }
        index += 1;
    }
    let mut index = 0;
    while index < names.len() {
        if has_header(&MANAGED_HEADERS, names[index]) {
            let mut text = Text::new();
            text.push("the `NAMES` of this `HeaderSet` have `");
            text.push(names[index]);
            text.push("`, which errors cannot set: remove it");
            panic!("{}", text.as_str());
        }
        index += 1;
    }
}

/// The headers that a set is sure to have a value for, if it writes them.
#[must_use]
pub const fn names_of<S: HeaderSet>() -> &'static [&'static str] {
    if S::IS_OPTIONAL { &[] } else { S::NAMES }
}

/// One of an error's sets of headers has one that the status requires (RFC 9110).
///
/// # Panics
///
/// If none has.
#[track_caller]
pub const fn check_required_header(sets: &[&[&str]], required: &str, message: &str) {
    let mut set = 0;
    while set < sets.len() {
        if has_header(sets[set], required) {
            return;
        }
        set += 1;
    }
    panic!("{}", message);
}

const fn has_header(names: &[&str], name: &str) -> bool {
    let mut index = 0;
    while index < names.len() {
        if same_header(names[index], name) {
            return true;
        }
        index += 1;
    }
    false
}
