//! That errors and their envelope fit together.

use super::text::{Text, same};
use crate::envelope::template::{Element, Key, Member, Node, Piece, Slot};
use crate::envelope::{Body, Shape};
use crate::row::Row;
use crate::set::Errors;
use crate::spec::Code;

/// Every error has what the template needs, and no name stands for two members. Where the names of the
/// type's own details are known, the errors are looked through only if one of them stands in the
/// template: to look through all of them is what would take the compiler longest.
#[track_caller]
pub(super) const fn check_template(
    errors: &'static Errors,
    shape: &'static Shape,
    details: Option<&[&str]>,
) {
    let Body::Template(root) = shape.body() else {
        return;
    };
    if needs_category(root) {
        check_categories(errors, shape);
    }
    let has_key = has_key(root);
    let is_clear = match details {
        Some(details) => !has_key && errors.nested.is_empty() && !has_any_name(root, details),
        None => false,
    };
    if !is_clear {
        check_names_of_set(errors, root, has_key);
    }
}

#[track_caller]
const fn check_categories(errors: &'static Errors, shape: &'static Shape) {
    let mut lacking = Text::new();
    list_without_category(errors, &mut lacking);
    if !lacking.is_empty() {
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
    let mut reader = errors.reader();
    while let Some(row) = reader.next() {
        if row.more.category.is_none() {
            if !text.is_empty() {
                text.push(", ");
            }
            text.push("`");
            text.push_row(&row);
            text.push("`");
        }
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
const fn check_names_of_set(errors: &'static Errors, root: &Node, has_key: bool) {
    let mut reader = errors.reader();
    while let Some(row) = reader.next() {
        // Most rows have no name of their own. To walk the template for each is what would take the
        // compiler longer than all else here.
        if has_key || row.details().count > 0 {
            check_names(&row, root);
        }
    }
    let mut index = 0;
    while index < errors.nested.len() {
        check_names_of_set(errors.nested[index], root, has_key);
        index += 1;
    }
}

/// Whether any member has one of these names.
const fn has_any_name(node: &Node, names: &[&str]) -> bool {
    match node {
        Node::Literal(_) | Node::Slot(_) | Node::Text(_) => false,
        Node::Array(elements) => {
            let mut index = 0;
            while index < elements.len() {
                if has_any_name(&elements[index].value, names) {
                    return true;
                }
                index += 1;
            }
            false
        }
        Node::Object(members) => {
            let mut index = 0;
            while index < members.len() {
                if let Member::Entry { key, value, .. } = &members[index] {
                    if let Key::Name(key) = key {
                        let mut other = 0;
                        while other < names.len() {
                            if same(key, names[other]) {
                                return true;
                            }
                            other += 1;
                        }
                    }
                    if has_any_name(value, names) {
                        return true;
                    }
                }
                index += 1;
            }
            false
        }
    }
}

/// Whether a slot is the key of a member.
const fn has_key(node: &Node) -> bool {
    match node {
        Node::Literal(_) | Node::Slot(_) | Node::Text(_) => false,
        Node::Array(elements) => {
            let mut index = 0;
            while index < elements.len() {
                if has_key(&elements[index].value) {
                    return true;
                }
                index += 1;
            }
            false
        }
        Node::Object(members) => {
            let mut index = 0;
            while index < members.len() {
                if let Member::Entry { key, value, .. } = &members[index] {
                    if matches!(key, Key::Slot(_)) || has_key(value) {
                        return true;
                    }
                }
                index += 1;
            }
            false
        }
    }
}

/// Looks for a detail, or a slot as key, that has the name of a fixed member beside it.
#[track_caller]
const fn check_names(row: &Row, node: &Node) {
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
                        let mut details = row.details();
                        while let Some(detail) = details.next() {
                            if let Some(name) = detail.name {
                                let remedy = "rename it with `detail = \"..\"`";
                                check_name(row, members, "detail", name, remedy);
                            }
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
const fn key_text(row: &Row, slot: Slot) -> Option<(&'static str, &'static str)> {
    match slot {
        Slot::Category => match row.more.category {
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

/// Fails if one of the members has this name already: a fixed one, or for a detail also that of a
/// slot as key.
#[track_caller]
const fn check_name(row: &Row, members: &[Member], kind: &str, name: &str, remedy: &str) {
    let mut index = 0;
    while index < members.len() {
        let other = match &members[index] {
            Member::Entry {
                key: Key::Name(other),
                ..
            } => Some(*other),
            Member::Entry {
                key: Key::Slot(slot),
                ..
            } if same(kind, "detail") => match key_text(row, *slot) {
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
                text.push("` has the name of a member of the envelope beside it: ");
                text.push(remedy);
                panic!("{}", text.as_str());
            }
        }
        index += 1;
    }
}
