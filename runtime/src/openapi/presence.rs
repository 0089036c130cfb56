//! Whether what an envelope asks for is there, over the occurrences of some errors.

use super::details::Details;
use crate::facts::ErrorSpec;
use crate::facts::template::{Member, Node, Piece, Slot};

/// Whether a slot holds something in the occurrences of some errors.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Presence {
    Never,
    Sometimes,
    Always,
}

impl Details {
    /// Whether an optional part is there: the least of the slots in it that are not optional themselves.
    pub(super) fn present_within(
        &self,
        node: &'static Node,
        rows: &[&'static ErrorSpec],
    ) -> Presence {
        let least =
            |parts: &mut dyn Iterator<Item = Presence>| parts.min().unwrap_or(Presence::Always);
        match node {
            Node::Literal(_) => Presence::Always,
            Node::Slot(slot) => self.presence(*slot, rows),
            Node::Text(pieces) => least(&mut pieces.iter().map(|piece| match piece {
                Piece::Literal(_) => Presence::Always,
                Piece::Slot(slot) => self.presence(*slot, rows),
            })),
            Node::Array(elements) => least(
                &mut elements
                    .iter()
                    .filter(|element| !element.optional)
                    .map(|element| self.present_within(&element.value, rows)),
            ),
            Node::Object(members) => least(&mut members.iter().map(|member| match member {
                Member::Entry {
                    optional: false,
                    value,
                    ..
                } => self.present_within(value, rows),
                Member::Entry { .. } | Member::SpreadDetails => Presence::Always,
            })),
        }
    }

    /// Whether a slot holds something, over the occurrences of some errors.
    pub(super) fn presence(&self, slot: Slot, rows: &[&'static ErrorSpec]) -> Presence {
        let of_row = |row: &&'static ErrorSpec| {
            match slot {
                Slot::Summary if row.summary().is_none() => Presence::Never,
                Slot::Category if row.category().is_none() => Presence::Never,
                Slot::Details if !row.has_details() => Presence::Never,
                Slot::Details if !self.are_required(row) => Presence::Sometimes,
                Slot::RetryAfter if always_waits(row) => Presence::Always,
                Slot::RetryAfter => match row.own_wait() {
                    Some(_) => Presence::Sometimes,
                    None => Presence::Never,
                },
                Slot::Type if row.docs().is_none() => Presence::Never,
                // The request's endpoint may have a page.
                Slot::Docs if row.docs().is_none() => Presence::Sometimes,
                Slot::RequestId | Slot::Instance | Slot::Context(_) => Presence::Sometimes,
                _ => Presence::Always,
            }
        };
        let all: Vec<_> = rows.iter().map(of_row).collect();
        match (all.iter().min(), all.iter().max()) {
            (Some(least), Some(most)) if least == most => *least,
            _ => Presence::Sometimes,
        }
    }
}

/// Whether every occurrence of an error says how long to wait.
pub(super) fn always_waits(row: &ErrorSpec) -> bool {
    let sets = || row.written_headers().iter();
    row.retry_after().is_some()
        || row.always_waits()
        || sets().any(|set| set.always_has("retry-after"))
}
