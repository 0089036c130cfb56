//! A template filled with the facts of one error: what is left to do for each occurrence.

use std::sync::OnceLock;

use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::fill::{Fact, Known, Request, fact, fill};
use super::segment::Segment;
use crate::facts::ErrorSpec;
use crate::facts::template::Piece;
use crate::facts::{Body, Occurrence, Shape};
use crate::write::{HeaderPlace, PLACES, is_managed, is_sendable};

/// The plans of one error, one per envelope that it was rendered in. That is nearly always one; nested enums
/// may have others. An error without a status of its own has one per status, too.
struct Plans {
    shape: &'static Shape,
    plan: Plan,
    next: OnceLock<Box<Plans>>,
}

impl Plans {
    fn new(spec: &'static ErrorSpec, shape: &'static Shape, status: Option<StatusCode>) -> Self {
        Plans {
            shape,
            plan: Plan::new(spec, shape, status),
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
        _ => {
            let status = (!spec.has_any_status()).then_some(spec.status());
            find(spec, shape, status)
        }
    }
}

/// The plan of an error without a status of its own.
#[cold]
pub(crate) fn plan_for(
    spec: &'static ErrorSpec,
    shape: &'static Shape,
    status: StatusCode,
) -> &'static Plan {
    find(spec, shape, Some(status))
}

#[cold]
fn find(
    spec: &'static ErrorSpec,
    shape: &'static Shape,
    status: Option<StatusCode>,
) -> &'static Plan {
    let new = || Plans::new(spec, shape, status);
    let mut plans = spec.cache().get_or_init(new);
    while !plans.shape.is(shape) || plans.plan.status != status {
        plans = plans.next.get_or_init(|| Box::new(new()));
    }
    &plans.plan
}

/// A template filled with the facts of one error.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The status; `None` if it depends on the occurrence.
    pub(super) status: Option<StatusCode>,
    headers: PlannedHeaders,
    body: PlannedBody,
    /// The body of an occurrence outside of any request, or in one of which nothing is known.
    body_alone: PlannedBody,
}

/// What is known of the headers.
#[derive(Debug)]
pub(super) struct PlannedHeaders {
    /// One for each place, then those that are the same for every occurrence.
    pub(super) map: HeaderMap,
    pub(super) places: Vec<HeaderPlace>,
    /// The envelope's headers that depend on the occurrence.
    pub(super) bound: Vec<BoundLines>,
    /// Whether an occurrence may have headers that another lacks.
    pub(super) depend_on_occurrence: bool,
}

/// The lines of one of the envelope's headers.
#[derive(Debug)]
pub(super) struct BoundLines {
    pub(super) name: HeaderName,
    pub(super) lines: Vec<&'static [Piece]>,
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
    fn new(spec: &'static ErrorSpec, shape: &'static Shape, status: Option<StatusCode>) -> Self {
        let in_request = Known {
            spec,
            status: status.unwrap_or(spec.status()),
            request: Request::Known,
        };
        let alone = Known {
            request: Request::Unknown,
            ..in_request
        };
        Plan {
            status,
            headers: plan_headers(in_request, shape),
            body: plan_body(in_request, shape),
            body_alone: plan_body(alone, shape),
        }
    }

    pub(super) fn headers(&self) -> &PlannedHeaders {
        &self.headers
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
fn plan_headers(facts: Known, shape: &'static Shape) -> PlannedHeaders {
    let spec = facts.spec;
    let mut known = HeaderMap::new();
    // An error is about this request; nothing on the way shall answer the next one with it.
    known.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if let Some(media_type) = static_value(shape.media_type()) {
        known.insert(CONTENT_TYPE, media_type);
    }
    let constant = by_name(spec.headers().iter().copied());
    let mut bound = Vec::new();
    let of_envelope = by_name(
        shape
            .headers()
            .iter()
            .map(|header| (header.name, header.value)),
    );
    for (name, lines) in of_envelope {
        if constant.iter().any(|(other, _)| *other == name) {
            continue;
        }
        let texts: Vec<_> = lines.iter().map(|line| fixed_text(facts, line)).collect();
        let is_known = |text: &FixedText| match text {
            FixedText::Known(text) => is_sendable(text.as_bytes()),
            FixedText::Empty => true,
            FixedText::PerOccurrence => false,
        };
        if texts.iter().all(is_known) {
            // The plan stays for as long as the program runs, so nothing is lost by leaking.
            let texts = texts.into_iter().filter_map(|text| match text {
                FixedText::Known(text) => Some(&*text.leak()),
                FixedText::Empty | FixedText::PerOccurrence => None,
            });
            replace(&mut known, &name, texts);
        } else {
            // One that cannot be sent is among them, so that each response omits it.
            bound.push(BoundLines { name, lines });
        }
    }
    for (name, values) in constant {
        replace(&mut known, &name, values);
    }
    let sets = spec.written_headers().iter();
    let written = sets
        .flat_map(|headers| headers.names)
        .filter_map(|name| static_name(name))
        .filter(|name| !is_managed(name) && *name != RETRY_AFTER);
    let wait = match spec.retry_after() {
        _ if spec.own_wait().is_some() => Some(RETRY_AFTER),
        Some(wait) => {
            let seconds = wait.as_secs().to_string().leak();
            replace(&mut known, &RETRY_AFTER, [&*seconds]);
            None
        }
        None => None,
    };
    let depend_on_occurrence =
        !bound.is_empty() || !spec.written_headers().is_empty() || wait.is_some();
    let bound_names = bound.iter().map(|bound| bound.name.clone());
    let mut places: Vec<HeaderPlace> = Vec::new();
    let mut defaults = Vec::new();
    for name in written.chain(bound_names).chain(wait) {
        let is_place = places.iter().any(|place| place.name == name);
        // A place has one line. What is written of other headers finds its lines by name.
        let has_several = known.get_all(&name).iter().nth(1).is_some();
        if places.len() < PLACES && !is_place && !has_several {
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
    for (name, value) in &known {
        let _ = map.try_append(name, value.clone());
    }
    PlannedHeaders {
        map,
        places,
        bound,
        depend_on_occurrence,
    }
}

/// The lines of each header that errors and envelopes may set, in their order.
fn by_name<T>(lines: impl Iterator<Item = (&'static str, T)>) -> Vec<(HeaderName, Vec<T>)> {
    let mut found: Vec<(HeaderName, Vec<T>)> = Vec::new();
    for (name, line) in lines {
        let Some(name) = static_name(name).filter(|name| !is_managed(name)) else {
            continue;
        };
        match found.iter_mut().find(|(other, _)| *other == name) {
            Some((_, lines)) => lines.push(line),
            None => found.push((name, vec![line])),
        }
    }
    found
}

/// Sets a header to some lines, if there are any.
fn replace(
    headers: &mut HeaderMap,
    name: &HeaderName,
    lines: impl IntoIterator<Item = &'static str>,
) {
    for (index, value) in lines.into_iter().filter_map(static_value).enumerate() {
        // What does not fit into the map is omitted.
        let _ = match index {
            0 => headers.try_insert(name, value).is_ok(),
            _ => headers.try_append(name, value).is_ok(),
        };
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

/// A header's value, if it can be sent.
fn static_value(value: &'static str) -> Option<HeaderValue> {
    if !is_sendable(value.as_bytes()) {
        return None;
    }
    HeaderValue::from_maybe_shared(Bytes::from_static(value.as_bytes())).ok()
}

enum FixedText {
    Known(String),
    Empty,
    PerOccurrence,
}

/// The text of pieces put together, as far as the facts alone decide it.
fn fixed_text(facts: Known, pieces: &'static [Piece]) -> FixedText {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Literal(literal) => text.push_str(literal),
            Piece::Slot(slot) => match fact(facts, *slot) {
                Fact::Text(value) => text.push_str(&value),
                Fact::Json(value) => text.push_str(&value),
                Fact::Empty => return FixedText::Empty,
                Fact::PerOccurrence => return FixedText::PerOccurrence,
            },
        }
    }
    FixedText::Known(text)
}

fn plan_body(known: Known, shape: &'static Shape) -> PlannedBody {
    let template = match shape.body() {
        Body::Template(template) => template,
        Body::ByHand(write) => return PlannedBody::ByHand(*write),
    };
    let segments = fill(known, template);
    match segments.as_slice() {
        // The plan stays for as long as the program runs, so nothing is lost by leaking.
        [Segment::Bytes(bytes)] => PlannedBody::Fixed(bytes.clone().leak()),
        _ => PlannedBody::Segments(segments),
    }
}
