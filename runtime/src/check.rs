//! What can be checked only once the rows, the envelope and the other enums are together: in
//! `const`, so that it fails the build.

use crate::envelope::template::{Element, Key, Member, Node, Piece, Slot};
use crate::envelope::{Body, Shape};
use crate::set::Errors;
use crate::spec::{Code, Declaration, ErrorSpec};

/// Checks one type against its envelope, and its codes against those of the enums that it nests.
#[track_caller]
pub const fn check_set(errors: &'static Errors) {
    check_template(errors, errors.shape);
    if !errors.nested.is_empty() {
        check_codes(&[errors]);
    }
}

/// Checks the enums of a catalog against each other; and against their envelope, since a generic one
/// can be checked only where its parameters are known.
#[track_caller]
pub(crate) const fn check_catalog(sets: &[&'static Errors]) {
    check_envelopes(sets);
    check_codes(sets);
    let mut index = 0;
    while index < sets.len() {
        check_template(sets[index], sets[index].shape);
        index += 1;
    }
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
        if !is_stand_in(other) && !same(first.shape.name(), other.shape.name()) {
            let mut text = Text::new();
            text.push("the errors of one catalog share one envelope, but `");
            text.push(first.declaration.name);
            text.push("` goes out as `");
            text.push(first.shape.name());
            text.push("` and `");
            text.push(other.declaration.name);
            text.push("` as `");
            text.push(other.shape.name());
            text.push("`: give both the same `envelope = ..`");
            panic!("{}", text.as_str());
        }
        index += 1;
    }
}

/// Whether these are the errors of a declaration that did not compile, of which enough is said.
const fn is_stand_in(errors: &Errors) -> bool {
    errors.declaration.name.is_empty()
}

/// No two errors have the same code, unless both say that they share it.
///
/// Rows go into a hash table. It has a fixed size, since nothing can be allocated here, so large
/// catalogs are checked in several passes, each with the codes whose hash falls to it.
#[allow(
    clippy::large_stack_arrays,
    reason = "the compiler evaluates it, in a `static` or a `const`"
)]
#[track_caller]
const fn check_codes(sets: &[&'static Errors]) {
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

/// A set of headers does not write what an error cannot decide.
///
/// # Panics
///
/// If it does.
#[track_caller]
pub const fn check_header_set(names: &[&str]) {
    let mut index = 0;
    while index < names.len() {
        let managed = [
            "content-type",
            "content-length",
            "transfer-encoding",
            "connection",
        ];
        let mut other = 0;
        while other < managed.len() {
            if same_header(names[index], managed[other]) {
                let mut text = Text::new();
                text.push("this `HeaderSet` names `");
                text.push(managed[other]);
                text.push("`, which is not for errors to set: take it out of its `NAMES`");
                panic!("{}", text.as_str());
            }
            other += 1;
        }
        index += 1;
    }
}

/// A set of headers has one that the status requires (RFC 9110).
///
/// # Panics
///
/// If it has not.
#[track_caller]
pub const fn check_required_header(names: &[&str], required: &str, message: &str) {
    let mut index = 0;
    while index < names.len() {
        if same_header(names[index], required) {
            return;
        }
        index += 1;
    }
    panic!("{}", message);
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
                if row.facts().hash % self.passes == self.pass {
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
        let mut place = (row.facts().hash / self.passes % TABLE as u64) as usize;
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
    same(left.variant_name(), right.variant_name())
        && same(left.type_name(), right.type_name())
        && same(left.module_path(), right.module_path())
}

/// Every error has what the template needs, and no name stands for two members.
#[track_caller]
const fn check_template(errors: &'static Errors, shape: &'static Shape) {
    let Body::Template(root) = shape.body() else {
        return;
    };
    check_categories(errors, shape, needs_category(root));
    check_names_of_set(errors, root);
}

#[track_caller]
const fn check_categories(errors: &'static Errors, shape: &'static Shape, needed: bool) {
    let mut lacking = Text::new();
    if needed {
        list_without_category(errors, &mut lacking);
    }
    if lacking.length > 0 {
        let mut text = Text::new();
        text.push("the envelope `");
        text.push(shape.name());
        text.push("` needs a category, and these have none: ");
        text.push(lacking.as_str());
        text.push(". Write `category = \"..\"` on them, or on the enum");
        panic!("{}", text.as_str());
    }
}

const fn list_without_category(errors: &'static Errors, text: &mut Text) {
    let mut index = 0;
    while index < errors.rows.len() {
        if errors.rows[index].category().is_none() {
            if text.length > 0 {
                text.push(", ");
            }
            text.push("`");
            text.push_row(&errors.rows[index]);
            text.push("`");
        }
        index += 1;
    }
    let mut index = 0;
    while index < errors.nested.len() {
        list_without_category(errors.nested[index], text);
        index += 1;
    }
}

/// Whether the category stands in the template other than under a `?`.
const fn needs_category(node: &Node) -> bool {
    match node {
        Node::Literal(_) => false,
        Node::Slot(slot) => matches!(slot, Slot::Category),
        Node::Text(pieces) => {
            let mut index = 0;
            while index < pieces.len() {
                if matches!(pieces[index], Piece::Slot(Slot::Category)) {
                    return true;
                }
                index += 1;
            }
            false
        }
        Node::Object(members) => {
            let mut index = 0;
            while index < members.len() {
                if let Member::Entry {
                    key,
                    optional: false,
                    value,
                } = &members[index]
                {
                    if matches!(key, Key::Slot(Slot::Category)) || needs_category(value) {
                        return true;
                    }
                }
                index += 1;
            }
            false
        }
        Node::Array(elements) => {
            let mut index = 0;
            while index < elements.len() {
                let Element { optional, value } = &elements[index];
                if !*optional && needs_category(value) {
                    return true;
                }
                index += 1;
            }
            false
        }
    }
}

#[track_caller]
const fn check_names_of_set(errors: &'static Errors, root: &Node) {
    let mut index = 0;
    while index < errors.rows.len() {
        check_names(&errors.rows[index], root);
        index += 1;
    }
    let mut index = 0;
    while index < errors.nested.len() {
        check_names_of_set(errors.nested[index], root);
        index += 1;
    }
}

/// Looks for a detail, or a slot as key, that has the name of a fixed member beside it.
#[track_caller]
const fn check_names(row: &ErrorSpec, node: &Node) {
    match node {
        Node::Literal(_) | Node::Slot(_) | Node::Text(_) => {}
        Node::Array(elements) => {
            let mut index = 0;
            while index < elements.len() {
                check_names(row, &elements[index].value);
                index += 1;
            }
        }
        Node::Object(members) => {
            let mut index = 0;
            while index < members.len() {
                match &members[index] {
                    Member::SpreadDetails => {
                        let details = row.facts().details;
                        let mut detail = 0;
                        while detail < details.len() {
                            if let Some(name) = details[detail].name {
                                let remedy = "rename it with `detail = \"..\"`";
                                check_name(row, members, "detail", name, remedy);
                            }
                            detail += 1;
                        }
                    }
                    Member::Entry { key, value, .. } => {
                        if let Key::Slot(slot) = key {
                            if let Some((kind, name)) = key_text(row, *slot) {
                                check_name(row, members, kind, name, "choose another");
                            }
                        }
                        check_names(row, value);
                    }
                }
                index += 1;
            }
        }
    }
}

/// The text of a slot that may be a key and is known here.
const fn key_text(row: &ErrorSpec, slot: Slot) -> Option<(&'static str, &'static str)> {
    match slot {
        Slot::Category => match row.category() {
            Some(category) => Some(("category", category)),
            None => None,
        },
        Slot::Code => match row.code() {
            Code::Text(code) => Some(("code", code)),
            Code::Number(_) => None,
        },
        Slot::Title => Some(("title", row.title())),
        _ => None,
    }
}

/// Fails if one of the members has this fixed name.
#[track_caller]
const fn check_name(row: &ErrorSpec, members: &[Member], kind: &str, name: &str, remedy: &str) {
    let mut index = 0;
    while index < members.len() {
        if let Member::Entry {
            key: Key::Name(other),
            ..
        } = &members[index]
        {
            if same(name, other) {
                let mut text = Text::new();
                text.push("the ");
                text.push(kind);
                text.push(" `");
                text.push(name);
                text.push("` of `");
                text.push_row(row);
                text.push("` has the name of a fixed member of the envelope beside it: ");
                text.push(remedy);
                panic!("{}", text.as_str());
            }
        }
        index += 1;
    }
}

const fn same(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if left[index] != right[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Header names are compared without regard to case.
const fn same_header(left: &str, right: &str) -> bool {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len() != right.len() {
        return false;
    }
    let mut index = 0;
    while index < left.len() {
        if !left[index].eq_ignore_ascii_case(&right[index]) {
            return false;
        }
        index += 1;
    }
    true
}

/// A message that is put together where nothing can be allocated.
struct Text {
    bytes: [u8; 1024],
    length: usize,
}

impl Text {
    const fn new() -> Self {
        Text {
            bytes: [0; 1024],
            length: 0,
        }
    }

    /// Adds a text, or nothing of it where it no longer fits.
    const fn push(&mut self, text: &str) {
        let text = text.as_bytes();
        if self.length + text.len() > self.bytes.len() {
            return;
        }
        let mut index = 0;
        while index < text.len() {
            self.bytes[self.length] = text[index];
            self.length += 1;
            index += 1;
        }
    }

    const fn push_row(&mut self, row: &ErrorSpec) {
        self.push(row.type_name());
        if !same(row.type_name(), row.variant_name()) {
            self.push("::");
            self.push(row.variant_name());
        }
    }

    /// Adds the module where a row is declared, if its type's name alone does not tell.
    const fn push_module(&mut self, row: &ErrorSpec, ambiguous: bool) {
        if ambiguous {
            self.push(row.module_path());
            self.push("::");
        }
    }

    const fn push_number(&mut self, number: i64) {
        if number < 0 {
            self.push("-");
        }
        let mut divisor = 1;
        while number.unsigned_abs() / divisor >= 10 {
            divisor *= 10;
        }
        while divisor > 0 {
            let digit = (number.unsigned_abs() / divisor % 10) as usize;
            self.push(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"][digit]);
            divisor /= 10;
        }
    }

    const fn as_str(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "the declaration is inconsistent",
        }
    }
}
