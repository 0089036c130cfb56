//! A template filled with the facts of one error: what is left to do for each occurrence.

use std::sync::OnceLock;

use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::fill::{Fact, Request, fact, fill};
use super::segment::Segment;
use crate::facts::ErrorSpec;
use crate::facts::template::{BoundHeader, Piece};
use crate::facts::{Body, Occurrence, Shape};
use crate::write::{HeaderPlace, PLACES, is_managed};

/// The plans of one error, one per envelope that it was rendered in. That is nearly always one; nested enums
/// may have others.
struct Plans {
    shape: &'static Shape,
    plan: Plan,
    next: OnceLock<Box<Plans>>,
}

impl Plans {
    fn new(spec: &'static ErrorSpec, shape: &'static Shape) -> Self {
        Plans {
            shape,
            plan: Plan::new(spec, shape),
            next: OnceLock::new(),
        }
    }
}

/// The plan of an error in a shape, made when it is first asked for.
#[inline]
pub(crate) fn plan(spec: &'static ErrorSpec, shape: &'static Shape) -> &'static Plan {
    match spec.cache().get::<Plans>() {
        // Most errors go out in one shape only.
        Some(plans) if std::ptr::eq(plans.shape, shape) => &plans.plan,
        _ => find(spec, shape),
    }
}

#[cold]
fn find(spec: &'static ErrorSpec, shape: &'static Shape) -> &'static Plan {
    let mut plans = spec.cache().get_or_init(|| Plans::new(spec, shape));
    while !plans.shape.is(shape) {
        plans = plans.next.get_or_init(|| Box::new(Plans::new(spec, shape)));
    }
    &plans.plan
}

/// A template filled with the facts of one error.
#[derive(Debug)]
pub(crate) struct Plan {
    headers: PlannedHeaders,
    body: PlannedBody,
    /// The body of an occurrence outside of any request, or in one of which nothing is known.
    body_alone: PlannedBody,
}

/// What is known of the headers.
#[derive(Debug)]
struct PlannedHeaders {
    /// One for each place, then those that are the same for every occurrence.
    map: HeaderMap,
    places: Vec<HeaderPlace>,
    /// The envelope's headers that depend on the occurrence.
    bound: Vec<(HeaderName, &'static [Piece])>,
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

impl Plan {
    fn new(spec: &'static ErrorSpec, shape: &'static Shape) -> Self {
        Plan {
            headers: plan_headers(spec, shape),
            body: plan_body(spec, Request::Known, shape),
            body_alone: plan_body(spec, Request::Unknown, shape),
        }
    }

    /// The headers that are the same for every occurrence, and behind them one for each of the
    /// places.
    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers.map
    }

    /// The headers that depend on the occurrence.
    pub(crate) fn header_places(&self) -> &[HeaderPlace] {
        &self.headers.places
    }

    /// The envelope's headers that depend on the occurrence.
    pub(crate) fn bound_headers(&self) -> &[(HeaderName, &'static [Piece])] {
        &self.headers.bound
    }

    pub(crate) fn body(&self, occurrence: &Occurrence<'_>) -> &PlannedBody {
        if occurrence.is_alone() {
            &self.body_alone
        } else {
            &self.body
        }
    }
}

/// The headers that are known now, the particular in place of the general, and the places of those
/// that are not.
fn plan_headers(spec: &'static ErrorSpec, shape: &'static Shape) -> PlannedHeaders {
    let mut known = HeaderMap::new();
    // An error is about this request; nothing on the way shall answer the next one with it.
    known.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(media_type) = static_value(shape.media_type()) {
        known.insert(CONTENT_TYPE, media_type);
    }
    let mut bound = Vec::new();
    for BoundHeader { name, value } in shape.headers() {
        let Some(name) = static_name(name) else {
            continue;
        };
        match fixed_text(spec, value) {
            // The plan stays for as long as the program runs, so nothing is lost by leaking.
            FixedText::Known(text) => insert(&mut known, name, text.leak()),
            FixedText::Empty => {}
            FixedText::PerOccurrence => bound.push((name, *value)),
        }
    }
    for (name, value) in spec.headers() {
        if let Some(name) = static_name(name) {
            bound.retain(|(other, _)| *other != name);
            insert(&mut known, name, value);
        }
    }
    let sets = spec.written_headers().iter();
    let written = sets
        .flat_map(|headers| headers.names)
        .filter_map(|name| static_name(name))
        .filter(|name| !is_managed(name) && *name != RETRY_AFTER);
    let wait = match spec.retry_after() {
        _ if spec.own_wait().is_some() => Some(RETRY_AFTER),
        Some(wait) => {
            insert(&mut known, RETRY_AFTER, wait.as_secs().to_string().leak());
            None
        }
        None => None,
    };
    let bound_names = bound.iter().map(|(name, _)| name.clone());
    let mut places: Vec<HeaderPlace> = Vec::new();
    let mut defaults = Vec::new();
    for name in bound_names.chain(written).chain(wait) {
        if places.len() < PLACES && places.iter().all(|place| place.name != name) {
            let default = known.remove(&name);
            places.push(HeaderPlace {
                name,
                has_default: default.is_some(),
            });
            defaults.push(default);
        }
    }
    // Made anew, so that a place is where it is expected, and the first copy is as large as the last.
    let mut map = HeaderMap::new();
    for (place, default) in places.iter().zip(defaults) {
        let value = default.unwrap_or(HeaderValue::from_static(""));
        map.insert(place.name.clone(), value);
    }
    map.extend(known);
    PlannedHeaders { map, places, bound }
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    match static_value(value) {
        Some(value) if !is_managed(&name) => drop(headers.insert(name, value)),
        _ => {}
    }
}

/// A header's name, if it is one. Of one in lower case nothing has to be copied, now or later.
fn static_name(name: &'static str) -> Option<HeaderName> {
    let parsed = HeaderName::from_bytes(name.as_bytes()).ok()?;
    if parsed.as_str() == name {
        return Some(HeaderName::from_static(name));
    }
    Some(parsed)
}

/// A header's value, if HTTP allows it.
fn static_value(value: &'static str) -> Option<HeaderValue> {
    HeaderValue::from_maybe_shared(Bytes::from_static(value.as_bytes())).ok()
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
            Piece::Slot(slot) => match fact(spec, Request::Known, *slot) {
                Fact::Text(value) => text.push_str(&value),
                Fact::Json(value) => text.push_str(&value),
                Fact::Empty => return FixedText::Empty,
                Fact::PerOccurrence => return FixedText::PerOccurrence,
            },
        }
    }
    FixedText::Known(text)
}

fn plan_body(spec: &'static ErrorSpec, request: Request, shape: &'static Shape) -> PlannedBody {
    let root = match shape.body() {
        Body::Template(template) => &template.root,
        Body::ByHand(write) => return PlannedBody::ByHand(*write),
    };
    let segments = fill(spec, request, root);
    match segments.as_slice() {
        // The plan stays for as long as the program runs, so nothing is lost by leaking.
        [Segment::Bytes(bytes)] => PlannedBody::Fixed(bytes.clone().leak()),
        _ => PlannedBody::Segments(segments),
    }
}
