//! A template filled with the facts of one error: what is left to do for each occurrence.

use std::borrow::Cow;
use std::sync::OnceLock;

use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::Occurrence;
use super::fill::{Fact, fact, fill};
use crate::envelope::template::{BoundHeader, Piece, Slot};
use crate::envelope::{Body, Shape};
use crate::spec::ErrorSpec;
use crate::write::is_managed;

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
            // A constant may have several addresses, so name and place decide in the end.
            let is_same = std::ptr::eq(entry.shape, shape)
                || (entry.shape.name() == shape.name() && entry.shape.place() == shape.place());
            if is_same {
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

impl Segment {
    /// Whether this step may find its slot empty.
    pub(crate) fn may_be_empty(&self) -> bool {
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

impl Plan {
    fn new(spec: &'static ErrorSpec, shape: &'static Shape) -> Self {
        let (headers, bound_headers) = plan_headers(spec, shape);
        Plan {
            headers: headers
                .iter()
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect(),
            has_written_headers: !bound_headers.is_empty()
                || !spec.facts().more.written_headers.is_empty(),
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

fn plan_body(spec: &'static ErrorSpec, shape: &'static Shape) -> PlannedBody {
    let root = match shape.body() {
        Body::Template(root) => root,
        Body::ByHand(write) => return PlannedBody::ByHand(*write),
    };
    let segments = fill(spec, root);
    match segments.as_slice() {
        // The cell that holds the plan is a static, so nothing is lost by leaking.
        [Segment::Bytes(bytes)] => PlannedBody::Fixed(bytes.clone().leak()),
        _ => PlannedBody::Segments(segments),
    }
}
