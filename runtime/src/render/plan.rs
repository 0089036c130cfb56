//! A template filled with the facts of one error: what is left to do for each occurrence.

use std::borrow::Cow;
use std::sync::OnceLock;

use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::Occurrence;
use crate::envelope::template::{BoundHeader, Element, Key, Member, Node, Piece, Slot};
use crate::envelope::{Body, Shape};
use crate::spec::{Code, ErrorSpec, Part};
use crate::write::{is_managed, push_json};

/// Where the plans of one error are kept, one per envelope that it was rendered in. That is nearly
/// always one; nested enums may have others.
#[derive(Debug, Default)]
pub struct PlanCell {
    entry: OnceLock<Box<Entry>>,
}

#[derive(Debug)]
struct Entry {
    shape: &'static Shape,
    plan: Plan,
    next: PlanCell,
}

impl PlanCell {
    /// An empty cell; used by generated code.
    #[must_use]
    pub const fn new() -> Self {
        PlanCell {
            entry: OnceLock::new(),
        }
    }

    /// The plan of an error in a shape, made when it is first asked for.
    pub(crate) fn plan(
        &'static self,
        spec: &'static ErrorSpec,
        shape: &'static Shape,
    ) -> &'static Plan {
        let mut cell = self;
        loop {
            let entry = cell.entry.get_or_init(|| {
                Box::new(Entry {
                    shape,
                    plan: Plan::new(spec, shape),
                    next: PlanCell::new(),
                })
            });
            // A constant may have several addresses, so the name decides in the end.
            if std::ptr::eq(entry.shape, shape) || entry.shape.name() == shape.name() {
                return &entry.plan;
            }
            cell = &entry.next;
        }
    }
}

/// A template filled with the facts of one error.
#[derive(Debug)]
pub(crate) struct Plan {
    headers: Vec<(HeaderName, HeaderValue)>,
    bound_headers: Vec<(HeaderName, &'static [Piece])>,
    has_written_headers: bool,
    body: PlannedBody,
}

/// What is left to do for a body.
#[derive(Debug)]
pub(crate) enum PlannedBody {
    /// Nothing: it is the same for every occurrence.
    Fixed(&'static [u8]),
    /// To write these one behind the other.
    Segments(Vec<Segment>),
    /// To call a function that a user wrote.
    ByHand(fn(&Occurrence<'_>) -> Vec<u8>),
}

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
    /// The members of the details, which cannot take these names.
    Spread(Vec<Cow<'static, str>>),
    /// These steps, or none of them if one finds its slot empty.
    Group(Vec<Segment>),
}

impl Plan {
    fn new(spec: &'static ErrorSpec, shape: &'static Shape) -> Self {
        let (headers, bound_headers) = plan_headers(spec, shape);
        Plan {
            headers: headers
                .iter()
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
            has_written_headers: !bound_headers.is_empty()
                || !spec.facts().written_headers.is_empty(),
            bound_headers,
            body: plan_body(spec, shape),
        }
    }

    /// The headers that are the same for every occurrence.
    pub(crate) fn headers(&self) -> &[(HeaderName, HeaderValue)] {
        &self.headers
    }

    /// The envelope's headers that depend on the occurrence.
    pub(crate) fn bound_headers(&self) -> &[(HeaderName, &'static [Piece])] {
        &self.bound_headers
    }

    /// Whether any header depends on the occurrence, `Retry-After` aside.
    pub(crate) fn has_written_headers(&self) -> bool {
        self.has_written_headers
    }

    /// Room for the headers of most occurrences: the constant ones, the bound ones, a rate limit.
    pub(crate) fn header_capacity(&self) -> usize {
        let written = if self.has_written_headers { 4 } else { 1 };
        self.headers.len() + self.bound_headers.len() + written
    }

    pub(crate) fn body(&self) -> &PlannedBody {
        &self.body
    }
}

/// The headers that are known now, the particular in place of the general, and those of the
/// envelope that are not.
fn plan_headers(
    spec: &'static ErrorSpec,
    shape: &'static Shape,
) -> (HeaderMap, Vec<(HeaderName, &'static [Piece])>) {
    let mut headers = HeaderMap::new();
    // An error is about this request; nothing on the way shall answer the next one with it.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Ok(media_type) = HeaderValue::from_str(shape.media_type()) {
        headers.insert(CONTENT_TYPE, media_type);
    }
    let mut bound = Vec::new();
    for BoundHeader { name, value } in shape.headers() {
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else {
            continue;
        };
        match fixed_text(spec, value) {
            FixedText::Known(text) => insert(&mut headers, &name, &text),
            FixedText::Empty => {}
            FixedText::PerOccurrence => bound.push((name, *value)),
        }
    }
    for (name, value) in spec.headers() {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            insert(&mut headers, &name, value);
            bound.retain(|(other, _)| *other != name);
        }
    }
    (headers, bound)
}

fn insert(headers: &mut HeaderMap, name: &HeaderName, value: &str) {
    match HeaderValue::from_str(value) {
        Ok(value) if !is_managed(name) => drop(headers.insert(name.clone(), value)),
        _ => {}
    }
}

enum FixedText {
    Known(String),
    Empty,
    PerOccurrence,
}

/// The text of pieces put together, as far as the facts alone decide it.
fn fixed_text(spec: &'static ErrorSpec, pieces: &'static [Piece]) -> FixedText {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Literal(literal) => text.push_str(literal),
            Piece::Slot(slot) => match fact(spec, *slot) {
                Fact::Text(value) => text.push_str(&value),
                Fact::Json(value) => text.push_str(&value),
                Fact::Empty => return FixedText::Empty,
                Fact::PerOccurrence => return FixedText::PerOccurrence,
            },
        }
    }
    FixedText::Known(text)
}

/// What the facts alone say of a slot.
enum Fact {
    Text(Cow<'static, str>),
    /// A number or a boolean.
    Json(String),
    Empty,
    PerOccurrence,
}

fn fact(spec: &'static ErrorSpec, slot: Slot) -> Fact {
    let facts = spec.facts();
    let text =
        |text: Option<&'static str>| text.map_or(Fact::Empty, |text| Fact::Text(text.into()));
    match slot {
        Slot::Status => Fact::Json(spec.status().as_u16().to_string()),
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
        Slot::Docs => match spec.docs() {
            Some(link) if facts.docs_field.is_none() => Fact::Text(link),
            // The request's endpoint may have a page.
            _ => Fact::PerOccurrence,
        },
        Slot::RetryAfter => match spec.retry_after() {
            _ if facts.retry_after_field.is_some() => Fact::PerOccurrence,
            Some(wait) => Fact::Json(wait.as_secs().to_string()),
            None => Fact::Empty,
        },
        Slot::Details if facts.details.is_empty() => Fact::Empty,
        Slot::Details | Slot::RequestId | Slot::Instance | Slot::Timestamp => Fact::PerOccurrence,
    }
}

fn plan_body(spec: &'static ErrorSpec, shape: &'static Shape) -> PlannedBody {
    let root = match shape.body() {
        Body::Template(root) => root,
        Body::ByHand(write) => return PlannedBody::ByHand(*write),
    };
    let mut filling = Filling {
        spec,
        segments: Vec::new(),
    };
    filling.node(root);
    match filling.segments.as_slice() {
        // The cell that holds the plan is a static, so nothing is lost by leaking.
        [Segment::Bytes(bytes)] => PlannedBody::Fixed(bytes.clone().leak()),
        _ => PlannedBody::Segments(filling.segments),
    }
}

/// A template on its way to segments. Methods return whether every slot that they met and that is
/// not optional may hold something, so that an optional part can be left out for good.
struct Filling {
    spec: &'static ErrorSpec,
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
        match fact(self.spec, slot) {
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
            Fact::PerOccurrence => self.segments.push(Segment::Value(slot)),
        }
        true
    }

    /// A slot inside a JSON string.
    fn text(&mut self, slot: Slot) -> bool {
        match fact(self.spec, slot) {
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
        for part in self.spec.message_parts() {
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
        let mut names: Vec<Cow<'static, str>> = members
            .iter()
            .filter_map(|member| match member {
                Member::Entry {
                    key: Key::Name(name),
                    ..
                } => Some(Cow::Borrowed(*name)),
                _ => None,
            })
            .collect();
        let mut filled = true;
        let mut before = Before::Nothing;
        for member in members {
            match member {
                Member::SpreadDetails => {
                    // As good as a `?`: without details there are just no members.
                    if !matches!(fact(self.spec, Slot::Details), Fact::Empty) {
                        self.segments.push(Segment::Spread(names.clone()));
                        before = before.and_perhaps_one();
                    }
                }
                Member::Entry {
                    key,
                    optional,
                    value,
                } => {
                    let name = match key {
                        Key::Name(name) => Some(Cow::Borrowed(*name)),
                        Key::Slot(slot) => match fact(self.spec, *slot) {
                            Fact::Text(name) => Some(name),
                            Fact::Json(name) => Some(Cow::Owned(name)),
                            Fact::Empty if *optional => continue,
                            Fact::Empty => Some(Cow::Borrowed("")),
                            Fact::PerOccurrence => None,
                        },
                    };
                    if let (Key::Slot(_), Some(name)) = (key, &name) {
                        // A fixed name wins, and the same name is never written twice.
                        if names.contains(name) {
                            continue;
                        }
                        names.push(name.clone());
                    }
                    let entry = |filling: &mut Self| {
                        match (&name, key) {
                            (None, Key::Slot(slot)) => {
                                filling.bytes(b"\"");
                                filling.text(*slot);
                                filling.bytes(b"\"");
                            }
                            (name, _) => {
                                let mut json = Vec::new();
                                push_json(&mut json, name.as_deref().unwrap_or_default());
                                filling.bytes(&json);
                            }
                        }
                        filling.bytes(b":");
                        filling.node(value)
                    };
                    filled &= self.item(*optional, &mut before, entry);
                }
            }
        }
        self.bytes(b"}");
        filled
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
            if item.iter().all(|segment| !segment.may_be_empty()) {
                *before = Before::Something;
                self.append(item);
            } else {
                *before = before.and_perhaps_one();
                self.segments.push(Segment::Group(item));
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
        super::push_escaped(&mut json, text);
        self.bytes(&json);
    }
}

impl Segment {
    /// Whether this step may find its slot empty.
    fn may_be_empty(&self) -> bool {
        match self {
            Segment::Text(slot) | Segment::Value(slot) => *slot != Slot::Timestamp,
            Segment::Bytes(_)
            | Segment::Comma
            | Segment::Hole(_)
            | Segment::Spread(_)
            | Segment::Group(_) => false,
        }
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
