//! Where the code stands in an envelope's body, which decides what is a component.

use crate::facts::template::{Element, Key, Member, Node, Piece, Slot};
use crate::facts::{Body, Shape};

/// What a component describes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Layout {
    /// The object that holds the code; what is around it is the same for all errors of a status.
    Holder {
        root: &'static Node,
        holder: &'static Node,
    },
    /// The whole body: the code is absent, or a key, or what is around it differs between errors.
    Whole { root: &'static Node },
    /// A body of which nothing is known, as it is written by hand.
    Unknown,
}

impl Layout {
    pub(super) fn of(shape: &'static Shape) -> Layout {
        let Body::Template(template) = shape.body() else {
            return Layout::Unknown;
        };
        let root = &template.root;
        match find_holder(root) {
            Some(holder) if is_common(root, holder) => Layout::Holder { root, holder },
            _ => Layout::Whole { root },
        }
    }
}

/// The one object that has the code under a fixed name, on a way of fixed names and of arrays that
/// have no other element.
fn find_holder(node: &'static Node) -> Option<&'static Node> {
    match node {
        Node::Array(
            [
                Element {
                    optional: false,
                    value,
                },
            ],
        ) => find_holder(value),
        Node::Literal(_) | Node::Slot(_) | Node::Text(_) | Node::Array(_) => None,
        Node::Object(members) => {
            let has_code = members.iter().any(|member| {
                matches!(
                    member,
                    Member::Entry {
                        key: Key::Name(_),
                        value: Node::Slot(Slot::Code),
                        ..
                    }
                )
            });
            if has_code {
                return Some(node);
            }
            members.iter().find_map(|member| match member {
                Member::Entry {
                    key: Key::Name(_),
                    optional: false,
                    value,
                } => find_holder(value),
                _ => None,
            })
        }
    }
}

/// Whether what stands around the holder says the same of all errors on one status.
fn is_common(node: &'static Node, holder: &'static Node) -> bool {
    if std::ptr::eq(node, holder) {
        return true;
    }
    match node {
        Node::Literal(_) => true,
        Node::Slot(slot) => is_common_slot(*slot),
        Node::Text(pieces) => pieces.iter().all(|piece| match piece {
            Piece::Literal(_) => true,
            Piece::Slot(slot) => is_common_slot(*slot),
        }),
        Node::Array(elements) => elements
            .iter()
            .all(|element| is_common(&element.value, holder)),
        Node::Object(members) => members.iter().all(|member| match member {
            Member::SpreadDetails => false,
            Member::Entry { key, value, .. } => {
                matches!(key, Key::Name(_)) && is_common(value, holder)
            }
        }),
    }
}

/// Whether a slot's schema is the same for all errors on one status.
fn is_common_slot(slot: Slot) -> bool {
    match slot {
        Slot::Status
        | Slot::Message
        | Slot::RequestId
        | Slot::Instance
        | Slot::Timestamp
        | Slot::Context(_) => true,
        Slot::Code
        | Slot::Title
        | Slot::Summary
        | Slot::Details
        | Slot::Type
        | Slot::Docs
        | Slot::Category
        | Slot::Retryable
        | Slot::RetryAfter => false,
    }
}

/// The name of the member that holds the code.
pub(super) fn code_member(holder: &'static Node) -> Option<&'static str> {
    let Node::Object(members) = holder else {
        return None;
    };
    members.iter().find_map(|member| match member {
        Member::Entry {
            key: Key::Name(name),
            value: Node::Slot(Slot::Code),
            ..
        } => Some(*name),
        _ => None,
    })
}
