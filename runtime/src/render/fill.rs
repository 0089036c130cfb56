//! Filling a template with the facts of one error.

use std::borrow::Cow;

use http::StatusCode;

use super::segment::Segment;
use crate::facts::template::{Element, Key, Member, Node, Piece, Slot, Template};
use crate::facts::{Code, ErrorSpec, Part};
use crate::write::{FieldStyle, push_escaped, push_json};

/// What is left to write of a template when the facts of an error stand in it.
pub(super) fn fill(known: Known, template: &'static Template) -> Vec<Segment> {
    let mut filling = Filling {
        known,
        fields: template.fields,
        segments: Vec::new(),
    };
    filling.node(&template.root);
    filling.segments
}

/// What the facts alone say of a slot.
pub(super) enum Fact {
    Text(Cow<'static, str>),
    /// A number or a boolean.
    Json(String),
    Empty,
    PerOccurrence,
}

/// Whether the context of an occurrence may say anything of its request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Request {
    Known,
    Unknown,
}

/// What is known of an occurrence before it happens.
#[derive(Clone, Copy)]
pub(super) struct Known {
    pub(super) spec: &'static ErrorSpec,
    /// The status of the response.
    pub(super) status: StatusCode,
    pub(super) request: Request,
}

pub(super) fn fact(known: Known, slot: Slot) -> Fact {
    let spec = known.spec;
    let of_request = match known.request {
        Request::Known => Fact::PerOccurrence,
        Request::Unknown => Fact::Empty,
    };
    let text =
        |text: Option<&'static str>| text.map_or(Fact::Empty, |text| Fact::Text(text.into()));
    match slot {
        Slot::Status => Fact::Json(known.status.as_u16().to_string()),
        Slot::Code => match spec.code() {
            Code::Text(code) => Fact::Text(code.into()),
            Code::Number(code) => Fact::Json(code.to_string()),
        },
        Slot::Title => text(Some(spec.title())),
        Slot::Summary => text(spec.summary()),
        Slot::Category => text(spec.category()),
        Slot::Retryable => Fact::Json(spec.retryable().to_string()),
        Slot::Message => spec
            .fixed_message()
            .map_or(Fact::PerOccurrence, |message| Fact::Text(message.into())),
        Slot::Type => spec.docs().map_or(Fact::Empty, Fact::Text),
        Slot::Docs => match spec.docs() {
            _ if spec.own_docs().is_some() => Fact::PerOccurrence,
            Some(link) => Fact::Text(link),
            // The request's endpoint may have a page.
            None => of_request,
        },
        Slot::RetryAfter => match spec.retry_after() {
            _ if spec.own_wait().is_some() => Fact::PerOccurrence,
            Some(wait) => Fact::Json(wait.as_secs().to_string()),
            None => Fact::Empty,
        },
        Slot::Details if !spec.has_details() => Fact::Empty,
        Slot::RequestId | Slot::Instance | Slot::Context(_) => of_request,
        Slot::Details | Slot::Timestamp => Fact::PerOccurrence,
    }
}

/// The name of a member.
type Name = Cow<'static, str>;

/// A template on its way to segments. Methods return whether every slot that they met and that is
/// not optional may hold something, so that an optional part can be left out for good.
struct Filling {
    known: Known,
    /// How the paths of fields are written.
    fields: FieldStyle,
    segments: Vec<Segment>,
}

impl Filling {
    fn node(&mut self, node: &'static Node) -> bool {
        match node {
            Node::Literal(json) => {
                self.bytes(json.as_bytes());
                true
            }
            Node::Slot(slot) => self.value(*slot),
            Node::Text(pieces) => {
                self.bytes(b"\"");
                let mut filled = true;
                for piece in *pieces {
                    match piece {
                        Piece::Literal(text) => self.escaped(text),
                        Piece::Slot(slot) => filled &= self.text(*slot),
                    }
                }
                self.bytes(b"\"");
                filled
            }
            Node::Object(members) => self.object(members),
            Node::Array(elements) => self.array(elements),
        }
    }

    fn value(&mut self, slot: Slot) -> bool {
        match fact(self.known, slot) {
            Fact::Json(json) => self.bytes(json.as_bytes()),
            Fact::Text(text) => {
                let mut json = Vec::new();
                push_json(&mut json, &text);
                self.bytes(&json);
            }
            Fact::Empty => {
                self.bytes(empty_value(slot));
                return false;
            }
            Fact::PerOccurrence if slot == Slot::Message => {
                self.bytes(b"\"");
                self.message();
                self.bytes(b"\"");
            }
            Fact::PerOccurrence if slot == Slot::Details => {
                self.segments.push(Segment::Details(self.fields));
            }
            Fact::PerOccurrence => self.segments.push(Segment::Value(slot)),
        }
        true
    }

    /// A slot inside a JSON string.
    fn text(&mut self, slot: Slot) -> bool {
        match fact(self.known, slot) {
            Fact::Json(text) => self.escaped(&text),
            Fact::Text(text) => self.escaped(&text),
            Fact::Empty => return false,
            Fact::PerOccurrence if slot == Slot::Message => self.message(),
            Fact::PerOccurrence => self.segments.push(Segment::Text(slot)),
        }
        true
    }

    /// The message with its holes, inside a JSON string.
    fn message(&mut self) {
        let mut hole = 0;
        for part in self.known.spec.message_parts() {
            match part {
                Part::Text(text) => self.escaped(text),
                Part::Hole(..) => {
                    self.segments.push(Segment::Hole(hole));
                    hole += 1;
                }
            }
        }
    }

    fn object(&mut self, members: &'static [Member]) -> bool {
        self.bytes(b"{");
        let (names, taken) = self.names(members);
        let mut filled = true;
        let mut before = Before::Nothing;
        for (member, name) in members.iter().zip(names) {
            match member {
                Member::SpreadDetails => {
                    // As good as a `?`: without details there are just no members.
                    if !matches!(fact(self.known, Slot::Details), Fact::Empty) {
                        self.segments
                            .push(Segment::Spread(self.fields, taken.clone()));
                        before = before.and_perhaps_one();
                    }
                }
                Member::Entry {
                    optional, value, ..
                } => {
                    let Some(name) = name else {
                        continue;
                    };
                    filled &= self.item(*optional, &mut before, |filling| {
                        let mut json = Vec::new();
                        push_json(&mut json, &name);
                        filling.bytes(&json);
                        filling.bytes(b":");
                        filling.node(value)
                    });
                }
            }
        }
        self.bytes(b"}");
        filled
    }

    /// The name of each member, and all of them together. A member whose name is taken has none: a
    /// fixed name wins, and the same name is never written twice.
    fn names(&self, members: &'static [Member]) -> (Vec<Option<Name>>, Vec<Name>) {
        let mut taken: Vec<Name> = members
            .iter()
            .filter_map(|member| match member {
                Member::Entry {
                    key: Key::Name(name),
                    ..
                } => Some(Cow::Borrowed(*name)),
                _ => None,
            })
            .collect();
        let names = members
            .iter()
            .map(|member| {
                let (slot, optional) = match member {
                    Member::SpreadDetails => return None,
                    Member::Entry {
                        key: Key::Name(name),
                        ..
                    } => return Some(Cow::Borrowed(*name)),
                    Member::Entry {
                        key: Key::Slot(slot),
                        optional,
                        ..
                    } => (*slot, *optional),
                };
                let name = match fact(self.known, slot) {
                    Fact::Text(name) => name,
                    Fact::Json(name) => Cow::Owned(name),
                    Fact::Empty if !optional => Cow::Borrowed(""),
                    // `envelope!` takes for a key only what the facts decide.
                    Fact::Empty | Fact::PerOccurrence => return None,
                };
                if taken.contains(&name) {
                    return None;
                }
                taken.push(name.clone());
                Some(name)
            })
            .collect();
        (names, taken)
    }

    fn array(&mut self, elements: &'static [Element]) -> bool {
        self.bytes(b"[");
        let mut filled = true;
        let mut before = Before::Nothing;
        for Element { optional, value } in elements {
            filled &= self.item(*optional, &mut before, |filling| filling.node(value));
        }
        self.bytes(b"]");
        filled
    }

    /// A member or an element, with the comma ahead of it. Returns whether the whole that it is a
    /// part of may still be filled.
    fn item(
        &mut self,
        optional: bool,
        before: &mut Before,
        write: impl FnOnce(&mut Self) -> bool,
    ) -> bool {
        let outer = std::mem::take(&mut self.segments);
        match before {
            Before::Nothing => {}
            Before::Something => self.bytes(b","),
            Before::Perhaps => self.segments.push(Segment::Comma),
        }
        let filled = write(self);
        let item = std::mem::replace(&mut self.segments, outer);
        if !optional {
            *before = Before::Something;
            self.append(item);
            return filled;
        }
        if filled {
            // Where nothing depends on the occurrence there is nothing to roll back.
            let slots: Vec<Slot> = item.iter().filter_map(Segment::uncertain_slot).collect();
            if slots.is_empty() {
                *before = Before::Something;
                self.append(item);
            } else {
                *before = before.and_perhaps_one();
                self.segments.push(Segment::Group(slots, item));
            }
        }
        true
    }

    fn append(&mut self, segments: Vec<Segment>) {
        for segment in segments {
            match segment {
                Segment::Bytes(bytes) => self.bytes(&bytes),
                other => self.segments.push(other),
            }
        }
    }

    fn bytes(&mut self, bytes: &[u8]) {
        if let Some(Segment::Bytes(last)) = self.segments.last_mut() {
            last.extend_from_slice(bytes);
        } else {
            self.segments.push(Segment::Bytes(bytes.to_vec()));
        }
    }

    fn escaped(&mut self, text: &str) {
        let mut json = Vec::new();
        push_escaped(&mut json, text);
        self.bytes(&json);
    }
}

/// What stands ahead of an item in its object or array.
#[derive(Clone, Copy)]
enum Before {
    Nothing,
    Perhaps,
    Something,
}

impl Before {
    fn and_perhaps_one(self) -> Self {
        match self {
            Before::Nothing | Before::Perhaps => Before::Perhaps,
            Before::Something => Before::Something,
        }
    }
}

/// What stands for an empty slot where a value has to be.
pub(crate) fn empty_value(slot: Slot) -> &'static [u8] {
    match slot {
        Slot::Details => b"{}",
        _ => b"null",
    }
}
