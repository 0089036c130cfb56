//! What is valid: the template that the runtime is given, all of it known to be right.

use super::slot::Slot;

pub(super) struct Template {
    pub(super) media_type: String,
    pub(super) headers: Vec<Header>,
    pub(super) root: Node,
}

impl Template {
    /// The template of an envelope that has a mistake in it.
    pub(super) fn empty() -> Self {
        Template {
            media_type: "application/json".to_owned(),
            headers: Vec::new(),
            root: Node::Object(Vec::new()),
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
