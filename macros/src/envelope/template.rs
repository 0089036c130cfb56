//! What is valid: the template that the runtime is given, all of it known to be right.

use syn::Path;

use super::slot::Slot;
use crate::hash::hash;

pub(super) struct Template {
    pub(super) media_type: String,
    pub(super) headers: Vec<Header>,
    /// How the paths of fields are written: the variant of the runtime's `FieldNotation`.
    pub(super) fields: &'static str,
    pub(super) field_names: FieldNames,
    pub(super) root: Node,
}

/// What the Rust names of fields become.
pub(super) enum FieldNames {
    /// They stay.
    Rust,
    /// The function of the runtime with this name.
    Case(&'static str),
    /// A function of the user's.
    Function(Path),
}

/// The notation that is used if an envelope chooses none.
pub(super) const BRACKETED: &str = "Bracketed";

impl Template {
    /// The template of an envelope that has a mistake in it.
    pub(super) fn empty() -> Self {
        Template {
            media_type: "application/json".to_owned(),
            headers: Vec::new(),
            fields: BRACKETED,
            field_names: FieldNames::Rust,
            root: Node::Object(Vec::new()),
        }
    }
}

impl Node {
    /// The objects in it, itself included.
    fn visit_objects(&self, visit: &mut impl FnMut(&[Member])) {
        match self {
            Node::Literal(_) | Node::Slot(_) | Node::Text(_) => {}
            Node::Array(elements) => {
                for element in elements {
                    element.value.visit_objects(visit);
                }
            }
            Node::Object(members) => {
                visit(members);
                for member in members {
                    if let Member::Entry { value, .. } = member {
                        value.visit_objects(visit);
                    }
                }
            }
        }
    }

    /// The fixed names of members beside `..details`: for each a bit, the hash of the name modulo 64.
    pub(super) fn beside_details(&self) -> u64 {
        let mut bits = 0;
        self.visit_objects(&mut |members| {
            if members
                .iter()
                .any(|member| matches!(member, Member::SpreadDetails))
            {
                for member in members {
                    if let Member::Entry {
                        key: Key::Name(name),
                        ..
                    } = member
                    {
                        bits |= 1 << (hash(name) % 64);
                    }
                }
            }
        });
        bits
    }

    /// Whether the text of a slot is the name of a member.
    pub(super) fn has_slot_as_key(&self) -> bool {
        let mut found = false;
        self.visit_objects(&mut |members| {
            found |= members.iter().any(|member| {
                matches!(
                    member,
                    Member::Entry {
                        key: Key::Slot(_),
                        ..
                    }
                )
            });
        });
        found
    }

    /// Whether the category is somewhere that is not under a `?`.
    pub(super) fn needs_category(&self) -> bool {
        let is_category = |slot: &Slot| slot.name == "category";
        match self {
            Node::Literal(_) => false,
            Node::Slot(slot) => is_category(slot),
            Node::Text(pieces) => pieces
                .iter()
                .any(|piece| matches!(piece, Piece::Slot(slot) if is_category(slot))),
            Node::Array(elements) => elements
                .iter()
                .any(|element| !element.optional && element.value.needs_category()),
            Node::Object(members) => members.iter().any(|member| match member {
                Member::Entry {
                    key,
                    optional: false,
                    value,
                } => matches!(key, Key::Slot(slot) if is_category(slot)) || value.needs_category(),
                Member::Entry { .. } | Member::SpreadDetails => false,
            }),
        }
    }
}

/// A header by its name in lower case.
pub(super) struct Header {
    pub(super) name: String,
    pub(super) value: Vec<Piece>,
}

pub(super) enum Node {
    /// JSON text.
    Literal(String),
    Slot(Slot),
    /// A string with at least one slot in it.
    Text(Vec<Piece>),
    Object(Vec<Member>),
    Array(Vec<Element>),
}

pub(super) enum Piece {
    /// Text as it is meant, before any escaping.
    Literal(String),
    Slot(Slot),
}

pub(super) enum Member {
    Entry {
        key: Key,
        optional: bool,
        value: Node,
    },
    SpreadDetails,
}

#[derive(Clone, PartialEq, Eq)]
pub(super) enum Key {
    /// The name as it is meant, before any escaping.
    Name(String),
    Slot(Slot),
}

pub(super) struct Element {
    pub(super) optional: bool,
    pub(super) value: Node,
}
