//! What is left to write of a body for each occurrence.

use std::borrow::Cow;

use crate::facts::template::Slot;
use crate::write::FieldStyle;

/// A step in writing a body.
#[derive(Debug)]
pub(crate) enum Segment {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A comma, unless the body ends where a first member or element belongs.
    Comma,
    /// What fills a hole of the message, inside a JSON string.
    Hole(usize),
    /// The text of a slot, inside a JSON string.
    Text(Slot),
    /// A slot as a value.
    Value(Slot),
    /// The details as a value.
    Details(FieldStyle),
    /// The members of the details, which cannot take these names.
    Spread(FieldStyle, Vec<Cow<'static, str>>),
    /// These steps, or none of them if one finds its slot empty. The slots are those to look at
    /// beforehand.
    Group(Vec<Slot>, Vec<Segment>),
}

impl Segment {
    /// The slot that this step may find empty.
    pub(crate) fn uncertain_slot(&self) -> Option<Slot> {
        match self {
            Segment::Text(slot) | Segment::Value(slot) if *slot != Slot::Timestamp => Some(*slot),
            Segment::Details(_) => Some(Slot::Details),
            Segment::Text(_)
            | Segment::Value(_)
            | Segment::Bytes(_)
            | Segment::Comma
            | Segment::Hole(_)
            | Segment::Spread(..)
            | Segment::Group(..) => None,
        }
    }
}
