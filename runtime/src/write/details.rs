//! Writes the details of an error directly into the body.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::escape::push_escaped;
use super::field_error::FieldErrors;
use super::field_style::{FieldStyle, InStyle};
use super::json::Order;
use super::message::{Direct, DirectText};
use super::omitted::{Omissions, OmittedPart};

/// Writes the details of an error: members of an object, or one value that is the whole details.
///
/// A member is omitted, and the others are sent, if its value does not serialize or if another member of the same object
/// has its name.
pub struct DetailsWriter<'a> {
    body: &'a mut Vec<u8>,
    start: usize,
    place: Place<'a>,
    state: State,
    style: FieldStyle,
    /// Paths that serialize while this lives are in the same style.
    _in_style: InStyle,
    omitted: &'a Omissions,
}

/// Where the details are in the body.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    /// They are a value of their own.
    Value,
    /// Their members are among others, whose names they cannot take.
    Spread { taken: &'a [Cow<'static, str>] },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Empty,
    Members,
    Whole,
}

impl<'a> DetailsWriter<'a> {
    pub(crate) fn new(
        body: &'a mut Vec<u8>,
        place: Place<'a>,
        style: FieldStyle,
        omitted: &'a Omissions,
    ) -> Self {
        DetailsWriter {
            start: body.len(),
            body,
            place,
            state: State::Empty,
            style,
            _in_style: style.enter(),
            omitted,
        }
    }

    /// Adds a member to the details object.
    pub fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) {
        // Users compile this for each of their types, so only what depends on the type is here.
        let mark = self.mark();
        if self.begin_member(name) {
            let mut order = Order::new();
            let result = order.push(self.body, value);
            self.end_member(name, mark, &order, result);
        }
    }

    /// Adds a member whose text is at hand.
    pub(crate) fn direct_member(&mut self, name: &str, value: &(impl DirectText + ?Sized)) {
        if self.begin_member(name) {
            value.with_text(|direct| match direct {
                Direct::Text(text) => push_json(self.body, text),
                Direct::Bare(json) => self.body.extend_from_slice(json),
            });
        }
    }

    /// Adds a member that is a list of field errors.
    pub(crate) fn field_errors(&mut self, name: &str, errors: &FieldErrors) {
        if self.begin_member(name) {
            errors.push_json(self.style, self.body);
        }
    }

    fn mark(&self) -> (usize, State) {
        (self.body.len(), self.state)
    }

    /// Keeps the member that was written since the mark, or removes it if its value is not complete.
    #[inline(never)]
    fn end_member(
        &mut self,
        name: &str,
        (length, state): (usize, State),
        order: &Order,
        result: serde_json::Result<()>,
    ) {
        if let Err(reason) = order.finish(result) {
            self.body.truncate(length);
            self.state = state;
            self.omitted.add(OmittedPart::Detail, name, reason);
        }
    }

    /// Writes what is ahead of a member's value. Returns whether the value is wanted.
    #[inline(never)]
    fn begin_member(&mut self, name: &str) -> bool {
        if self.state == State::Whole {
            return false;
        }
        if self.is_taken(name) {
            self.omitted.add(OmittedPart::Detail, name, NAME_IS_TAKEN);
            return false;
        }
        if self.state == State::Empty && matches!(self.place, Place::Value) {
            self.body.push(b'{');
        }
        self.state = State::Members;
        push_comma(self.body);
        push_json(self.body, name);
        self.body.push(b':');
        true
    }

    /// Sets the whole of the details. `null` counts as none.
    pub fn whole<T: Serialize + ?Sized>(&mut self, value: &T) {
        if self.state == State::Empty {
            let mut order = Order::new();
            let result = order.push(self.body, value);
            self.end_whole(&order, result);
        }
    }

    /// Keeps the value that was written, if it is complete.
    #[inline(never)]
    fn end_whole(&mut self, order: &Order, result: serde_json::Result<()>) {
        if let Err(reason) = order.finish(result) {
            self.body.truncate(self.start);
            self.omitted.add(OmittedPart::Details, "details", reason);
            return;
        }
        if &self.body[self.start..] == b"null" {
            self.body.truncate(self.start);
            return;
        }
        self.state = State::Whole;
        if let Place::Spread { .. } = self.place {
            self.spread();
        }
    }

    /// Closes the object. Returns whether there are any details; if not, nothing was written.
    pub(crate) fn finish(self) -> bool {
        match self.state {
            State::Empty => false,
            State::Members => {
                if let Place::Value = self.place {
                    self.body.push(b'}');
                }
                true
            }
            State::Whole => self.body.len() > self.start,
        }
    }

    fn is_taken(&self, name: &str) -> bool {
        match self.place {
            Place::Value => false,
            Place::Spread { taken } => taken.iter().any(|other| other == name),
        }
    }

    /// Replaces the value that was just written with its members.
    fn spread(&mut self) {
        let value = self.body.split_off(self.start);
        let Ok(Members(members)) = serde_json::from_slice(&value) else {
            // It is not an object, so it has no names. It gets one.
            if self.is_taken("errors") {
                self.omitted
                    .add(OmittedPart::Details, "details", NAME_IS_TAKEN);
            } else {
                push_comma(self.body);
                self.body.extend_from_slice(b"\"errors\":");
                self.body.extend_from_slice(&value);
            }
            return;
        };
        let mut names = HashSet::new();
        for (name, value) in &members {
            // A map may serialize the same name twice.
            if self.is_taken(name) || !names.insert(name) {
                self.omitted.add(OmittedPart::Detail, name, NAME_IS_TAKEN);
            } else {
                push_comma(self.body);
                push_json(self.body, name);
                self.body.push(b':');
                self.body.extend_from_slice(value.get().as_bytes());
            }
        }
    }
}

const NAME_IS_TAKEN: &str = "another member of the same object has this name";

/// A comma, unless the body ends where a first member or element belongs.
///
/// What stands ahead of a member is the opening of its object or the end of a value, and no value
/// ends in an opening.
pub(crate) fn push_comma(body: &mut Vec<u8>) {
    if !matches!(body.last(), None | Some(b'{' | b'[')) {
        body.push(b',');
    }
}

/// A text as a JSON string.
pub(crate) fn push_json(body: &mut Vec<u8>, text: &str) {
    body.push(b'"');
    push_escaped(body, text);
    body.push(b'"');
}

/// The members of an object in their order, their values as they were written.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;

        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some((name, value)) = map.next_entry::<String, &RawValue>()? {
                    members.push((name, value));
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(MembersVisitor)
    }
}
