//! That errors and their envelope fit together.

use super::text::{Digits, Text, same};
use crate::facts::template::{Key, Member, Node, Slot};
use crate::facts::{Body, Shape};
use crate::facts::{Code, ErrorSpec, Errors, Fact};

/// Every error of the type has what the template needs, and no name stands for two members.
#[track_caller]
pub(super) const fn check_template(errors: &'static Errors, shape: &'static Shape) {
    let Body::Template(template) = shape.body() else {
        return;
    };
    if template.needs_category {
        check_categories(errors, shape);
    }
    let mut index = 0;
    while index < errors.rows.len() {
        check_names(&errors.rows[index], &template.root, true);
        index += 1;
    }
}

/// As [`check_template`], in the type's own envelope, but for the names of details: see
/// [`check_detail_name`].
#[track_caller]
pub(super) const fn check_row_texts(errors: &'static Errors) {
    let Body::Template(template) = errors.shape.body() else {
        return;
    };
    if template.needs_category {
        check_categories(errors, errors.shape);
    }
    if template.has_slot_as_key {
        let mut index = 0;
        while index < errors.rows.len() {
            check_names(&errors.rows[index], &template.root, false);
            index += 1;
        }
    }
}

/// No fixed member beside the details has this name.
#[track_caller]
pub(super) const fn check_detail_name(shape: &'static Shape, name: &str, of: &str) {
    if let Body::Template(template) = shape.body() {
        if has_beside_details(&template.root, name) {
            let mut text = Text::new();
            text.push("the detail `");
            text.push(name);
            text.push("` of `");
            text.push(of);
            text.push(
                "` has the same name as a member of the envelope: rename it with `detail = \"..\"`",
            );
            panic!("{}", text.as_str());
        }
    }
}

const fn has_beside_details(node: &Node, name: &str) -> bool {
    match node {
        Node::Literal(_) | Node::Slot(_) | Node::Text(_) => false,
        Node::Array(elements) => {
            let mut index = 0;
            while index < elements.len() {
                if has_beside_details(&elements[index].value, name) {
                    return true;
                }
                index += 1;
            }
            false
        }
        Node::Object(members) => {
            let (mut has_details, mut has_name) = (false, false);
            let mut index = 0;
            while index < members.len() {
                match &members[index] {
                    Member::SpreadDetails => has_details = true,
                    Member::Entry { key, value, .. } => {
                        if let Key::Name(key) = key {
                            has_name |= same(key, name);
                        }
                        if has_beside_details(value, name) {
                            return true;
                        }
                    }
                }
                index += 1;
            }
            has_details && has_name
        }
    }
}

#[track_caller]
const fn check_categories(errors: &'static Errors, shape: &'static Shape) {
    let mut lacking = Text::new();
    let mut index = 0;
    while index < errors.rows.len() {
        let row = &errors.rows[index];
        if row.category().is_none() {
            if row.is_of_framework() {
                lacks_category(errors, shape);
            }
            if !lacking.is_empty() {
                lacking.push(", ");
            }
            lacking.push("`");
            lacking.push_row(row);
            lacking.push("`");
        }
        index += 1;
    }
    if !lacking.is_empty() {
        let mut text = Text::new();
        text.push("the envelope `");
        text.push(shape.name());
        text.push("` requires a category, and these errors have none: ");
        text.push(lacking.as_str());
        text.push(". Write `category = \"..\"` on each, or on the enum");
        panic!("{}", text.as_str());
    }
}

/// A type of `http_errors!` has so many errors that its name is enough.
#[track_caller]
const fn lacks_category(errors: &Errors, shape: &Shape) -> ! {
    let mut text = Text::new();
    text.push("the envelope `");
    text.push(shape.name());
    text.push("` requires a category, and errors of `");
    text.push(errors.declaration.name);
    text.push("` have none: write one for all of them, as in `");
    text.push(errors.declaration.name);
    text.push(": envelope = .., category = \"http\";`");
    panic!("{}", text.as_str());
}

/// Looks for a detail, or a slot as key, that has the name of another member of its object. `all_details` says
/// whether the names of details are compared with fixed names, too.
#[track_caller]
const fn check_names(row: &ErrorSpec, node: &Node, all_details: bool) {
    match node {
        Node::Literal(_) | Node::Slot(_) | Node::Text(_) => {}
        Node::Array(elements) => {
            let mut index = 0;
            while index < elements.len() {
                check_names(row, &elements[index].value, all_details);
                index += 1;
            }
        }
        Node::Object(members) => {
            let mut index = 0;
            while index < members.len() {
                match &members[index] {
                    Member::SpreadDetails => check_details(row, members, all_details),
                    Member::Entry { key, value, .. } => {
                        if let Key::Slot(slot) = key {
                            check_key(row, members, index, *slot);
                        }
                        check_names(row, value, all_details);
                    }
                }
                index += 1;
            }
        }
    }
}

/// The slot that is the key of the member at `index` has not the text of a fixed name, nor of a slot that is a key
/// before it.
#[track_caller]
const fn check_key(row: &ErrorSpec, members: &[Member], index: usize, slot: Slot) {
    let Some(key) = KeyText::of(row, slot) else {
        return;
    };
    if has_fixed_name(members, key.as_str()) {
        let remedy = match slot {
            Slot::Status => "rename that member",
            _ => "write another",
        };
        panic_of_name(row, key.kind, key.as_str(), remedy);
    }
    let mut before = 0;
    while before < index {
        if let Some(other) = slot_key(row, &members[before]) {
            if same(key.as_str(), other.as_str()) {
                let mut text = Text::new();
                text.push("the ");
                text.push(other.kind);
                text.push(" and the ");
                text.push(key.kind);
                text.push(" of `");
                text.push_row(row);
                text.push("` are both `");
                text.push(key.as_str());
                text.push("`, and the envelope names two members of one object by them: change one of the two");
                panic!("{}", text.as_str());
            }
        }
        before += 1;
    }
}

/// No detail has the name of a member beside it.
#[track_caller]
const fn check_details(row: &ErrorSpec, members: &[Member], all_details: bool) {
    let mut fact = 0;
    while fact < row.more.len() {
        if let Fact::Detail(name, ..) = row.more[fact] {
            if all_details && has_fixed_name(members, name) || has_slot_key(row, members, name) {
                panic_of_name(row, "detail", name, "rename it with `detail = \"..\"`");
            }
        }
        fact += 1;
    }
}

const fn has_fixed_name(members: &[Member], name: &str) -> bool {
    let mut index = 0;
    while index < members.len() {
        if let Member::Entry {
            key: Key::Name(other),
            ..
        } = &members[index]
        {
            if same(name, other) {
                return true;
            }
        }
        index += 1;
    }
    false
}

const fn has_slot_key(row: &ErrorSpec, members: &[Member], name: &str) -> bool {
    let mut index = 0;
    while index < members.len() {
        if let Some(key) = slot_key(row, &members[index]) {
            if same(name, key.as_str()) {
                return true;
            }
        }
        index += 1;
    }
    false
}

#[track_caller]
const fn panic_of_name(row: &ErrorSpec, kind: &str, name: &str, remedy: &str) -> ! {
    let mut text = Text::new();
    text.push("the ");
    text.push(kind);
    text.push(" `");
    text.push(name);
    text.push("` of `");
    text.push_row(row);
    text.push("` has the same name as a member of the envelope: ");
    text.push(remedy);
    panic!("{}", text.as_str());
}

/// The name of a member whose key is a slot.
const fn slot_key(row: &ErrorSpec, member: &Member) -> Option<KeyText> {
    match member {
        Member::Entry {
            key: Key::Slot(slot),
            ..
        } => KeyText::of(row, *slot),
        _ => None,
    }
}

/// The text of a slot that is a key.
struct KeyText {
    /// What the user calls it.
    kind: &'static str,
    value: Value,
}

enum Value {
    Text(&'static str),
    Number(Digits),
}

impl KeyText {
    const fn of(row: &ErrorSpec, slot: Slot) -> Option<Self> {
        let (kind, value) = match slot {
            Slot::Category => match row.category() {
                Some(category) => ("category", Value::Text(category)),
                None => return None,
            },
            Slot::Code => match row.code() {
                Code::Text(code) => ("code", Value::Text(code)),
                Code::Number(code) => ("code", Value::Number(Digits::new(code))),
            },
            Slot::Title => ("title", Value::Text(row.title())),
            Slot::Status => {
                let status = Digits::new(row.status().as_u16() as i64);
                ("status", Value::Number(status))
            }
            // `envelope!` takes no other for a key.
            _ => return None,
        };
        Some(KeyText { kind, value })
    }

    const fn as_str(&self) -> &str {
        match &self.value {
            Value::Text(text) => text,
            Value::Number(digits) => digits.as_str(),
        }
    }
}
