//! That errors and their envelope fit together.

use super::text::{Text, same};
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

/// Looks for a detail, or a slot as key, that has the name of a fixed member beside it; `all_details` says
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
                    Member::SpreadDetails => {
                        let mut fact = 0;
                        while fact < row.more.len() {
                            if let Fact::Detail(name, ..) = row.more[fact] {
                                check_name(row, members, Named::Detail { all_details }, name);
                            }
                            fact += 1;
                        }
                    }
                    Member::Entry { key, value, .. } => {
                        if let Key::Slot(slot) = key {
                            if let Some((kind, name)) = key_text(row, *slot) {
                                check_name(row, members, Named::Key(kind), name);
                            }
                        }
                        check_names(row, value, all_details);
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

/// What a name is of.
#[derive(Clone, Copy)]
enum Named {
    /// A slot as key.
    Key(&'static str),
    Detail {
        all_details: bool,
    },
}

/// Fails if one of the members has this name already: a fixed one, or for a detail also that of a
/// slot as key.
#[track_caller]
const fn check_name(row: &ErrorSpec, members: &[Member], named: Named, name: &str) {
    let (fixed, of_slots, kind, remedy) = match named {
        Named::Key(kind) => (true, false, kind, "write another"),
        Named::Detail { all_details } => (
            all_details,
            true,
            "detail",
            "rename it with `detail = \"..\"`",
        ),
    };
    let mut index = 0;
    while index < members.len() {
        let other = match &members[index] {
            Member::Entry {
                key: Key::Name(other),
                ..
            } if fixed => Some(*other),
            Member::Entry {
                key: Key::Slot(slot),
                ..
            } if of_slots => match key_text(row, *slot) {
                Some((_, other)) => Some(other),
                None => None,
            },
            _ => None,
        };
        if let Some(other) = other {
            if same(name, other) {
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
        }
        index += 1;
    }
}
