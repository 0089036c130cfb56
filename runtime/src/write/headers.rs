//! The headers that depend on the occurrence.

use std::fmt::{self, Display, Write};
use std::ops::Range;
use std::time::Duration;

use bytes::Bytes;
use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::{Direct, DirectText};

/// Takes response headers.
///
/// A value that HTTP forbids (CR, LF, NUL and whatever else `HeaderValue` refuses) is left out.
#[derive(Debug, Default)]
pub struct HeaderWriter {
    places: &'static [HeaderPlace],
    /// All the values, one behind the other: one allocation serves them all.
    values: Vec<u8>,
    /// Where in them the value of each place is.
    written: [Option<Range<usize>>; PLACES],
    /// The place behind the one that was written last.
    next: usize,
    /// What was written that no place is prepared for.
    others: Vec<(HeaderName, Range<usize>)>,
}

/// How many headers an error may write before they need room of their own.
pub(crate) const PLACES: usize = 8;

/// Room for the values of a few headers. That of most is a number.
const VALUES: usize = 80;

/// A header that an error may write. Its place in the response's headers is prepared.
#[derive(Debug)]
pub(crate) struct HeaderPlace {
    pub name: HeaderName,
    /// Whether a value stands there that goes out if none is written.
    pub has_default: bool,
}

/// The values as something to format into. `io::Write` would panic where a `Display` gives up.
struct Values<'a>(&'a mut Vec<u8>);

impl fmt::Write for Values<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.extend_from_slice(text.as_bytes());
        Ok(())
    }
}

impl HeaderWriter {
    /// A writer for an error that may write these.
    pub(crate) fn new(places: &'static [HeaderPlace]) -> Self {
        HeaderWriter {
            places,
            values: Vec::with_capacity(VALUES),
            ..HeaderWriter::default()
        }
    }

    /// Sets a header to the `Display` text of a value, in place of an earlier one of that name.
    ///
    /// What follows from the body or belongs to the connection (`Content-Type`, `Content-Length`,
    /// `Connection` and their kind) is not for errors to set; it is left out, as is a name that is
    /// none, and `Retry-After`, for which there is [`HeaderSet::retry_after`].
    pub fn set(&mut self, name: &str, value: impl Display) {
        let start = self.values.len();
        if write!(Values(&mut self.values), "{value}").is_ok() {
            self.note_text(name, start);
        } else {
            self.values.truncate(start);
        }
    }

    /// Sets a header to a value whose text is at hand: it needs no formatting.
    pub(crate) fn set_direct(&mut self, name: &str, value: &(impl DirectText + ?Sized)) {
        let start = self.push(value);
        self.note_text(name, start);
    }

    /// Sets a header that it is not for errors to set.
    pub(crate) fn set_named(&mut self, name: &HeaderName, value: &(impl DirectText + ?Sized)) {
        let start = self.push(value);
        match self.places.iter().position(|place| place.name == *name) {
            Some(index) => self.note(index, start),
            None => self.note_other(name.clone(), start),
        }
    }

    /// Makes a response's headers: the prepared ones, in which the places stand first, with what was
    /// written.
    pub(crate) fn finish(self, prepared: &HeaderMap) -> HeaderMap {
        let mut headers = prepared.clone();
        let values = Bytes::from(self.values);
        let value = |range: Range<usize>| HeaderValue::from_maybe_shared(values.slice(range)).ok();
        let places = || self.places.iter().zip(self.written.iter().cloned());
        let mut is_complete = true;
        for (slot, (place, written)) in headers.values_mut().zip(places()) {
            match written.and_then(value) {
                Some(value) => *slot = value,
                None => is_complete &= place.has_default,
            }
        }
        if !is_complete {
            for (place, written) in places() {
                if !place.has_default && written.and_then(value).is_none() {
                    headers.remove(&place.name);
                }
            }
        }
        for (name, range) in self.others {
            if let Some(value) = value(range) {
                headers.insert(name, value);
            }
        }
        headers
    }

    /// Adds a value, and returns where it starts.
    fn push(&mut self, value: &(impl DirectText + ?Sized)) -> usize {
        let start = self.values.len();
        value.with_text(|direct| {
            self.values.extend_from_slice(match direct {
                Direct::Text(text) => text.as_bytes(),
                Direct::Bare(bytes) => bytes,
            });
        });
        start
    }

    /// Takes what was written from `start` on for the value of a header that an error sets, if it is for
    /// errors to set.
    fn note_text(&mut self, name: &str, start: usize) {
        let is_named = |place: &HeaderPlace| place.name.as_str() == name;
        // Most are written in the order in which they are declared.
        let (before, next) = self.places.split_at(self.next);
        let index = match next.iter().position(is_named) {
            Some(index) => Some(self.next + index),
            None => before.iter().position(is_named),
        };
        // `Retry-After` goes out with what the body says of it: see `HeaderSet::retry_after`.
        match index {
            Some(index) if self.places[index].name == RETRY_AFTER => self.values.truncate(start),
            Some(index) => self.note(index, start),
            None => match HeaderName::from_bytes(name.as_bytes()) {
                Ok(name) if name != RETRY_AFTER && !is_managed(&name) => {
                    match self.places.iter().position(|place| place.name == name) {
                        Some(index) => self.note(index, start),
                        None => self.note_other(name, start),
                    }
                }
                _ => self.values.truncate(start),
            },
        }
    }

    /// Takes what was written from `start` on for the value of the header in a place.
    fn note(&mut self, index: usize, start: usize) {
        let written = &mut self.written[index];
        // A value that HTTP forbids is left out: the one before stays.
        if written.is_none() || HeaderValue::from_bytes(&self.values[start..]).is_ok() {
            *written = Some(start..self.values.len());
        }
        self.next = index + 1;
    }

    fn note_other(&mut self, name: HeaderName, start: usize) {
        self.others.push((name, start..self.values.len()));
    }
}

/// Whether a header is not for errors to set: it follows from the body, the envelope or the
/// connection.
pub(crate) fn is_managed(name: &HeaderName) -> bool {
    MANAGED_HEADERS.contains(&name.as_str())
}

/// The headers that are not for errors to set, in lower case.
pub(crate) const MANAGED_HEADERS: [&str; 9] = [
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "keep-alive",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
];

/// A value that writes several response headers, for a field marked `#[api_error(headers)]`.
///
/// ```
/// use errorbook::{ApiError, Context, HeaderSet, HeaderWriter, render};
///
/// #[derive(Debug, Default)]
/// struct Quota {
///     used: u32,
///     plan: &'static str,
/// }
///
/// impl HeaderSet for Quota {
///     const NAMES: &'static [&'static str] = &["x-quota-used", "x-plan"];
///     // For the OpenAPI description, where it can say more than that the headers may be there:
///     const ALWAYS: &'static [&'static str] = &["x-quota-used"];
///     const CAN_WAIT: bool = false;
///
///     fn write(&self, headers: &mut HeaderWriter) {
///         headers.set("x-quota-used", self.used);
///         headers.set("x-plan", self.plan);
///     }
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 402, code = "QUOTA_SPENT")]
/// struct QuotaSpent(#[api_error(headers)] Quota);
///
/// let response = render(&QuotaSpent(Quota { used: 7, plan: "free" }), &Context::new());
/// assert_eq!(response.headers()["x-quota-used"], "7");
/// assert_eq!(response.headers()["x-plan"], "free");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of headers",
    label = "`#[api_error(headers)]` requires a type that implements `HeaderSet`",
    note = "use `errorbook::RateLimit`, implement `errorbook::HeaderSet`, or write `#[api_error(header = \"Name\")]` for a single header"
)]
pub trait HeaderSet {
    /// The names of all headers that a value may write, in lower case.
    const NAMES: &'static [&'static str];

    /// The names of those headers that every value writes. The OpenAPI description has them as
    /// required. A value that HTTP forbids is left out, so a header is one of these only where that
    /// cannot be.
    ///
    /// `retry-after` among them says that [`retry_after`](Self::retry_after) is never `None`.
    ///
    /// ```
    /// use errorbook::{ApiError, HeaderSet, HeaderWriter};
    ///
    /// #[derive(Debug, Default)]
    /// struct Region {
    ///     id: u16,
    ///     nearest: Option<u16>,
    /// }
    ///
    /// impl HeaderSet for Region {
    ///     const NAMES: &'static [&'static str] = &["x-region", "x-nearest-region"];
    ///     const ALWAYS: &'static [&'static str] = &["x-region"];
    ///     const CAN_WAIT: bool = false;
    ///
    ///     fn write(&self, headers: &mut HeaderWriter) {
    ///         headers.set("x-region", self.id);
    ///         if let Some(nearest) = self.nearest {
    ///             headers.set("x-nearest-region", nearest);
    ///         }
    ///     }
    /// }
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api_error(status = 421, code = "MISDIRECTED")]
    /// struct Misdirected(#[api_error(headers)] Region);
    ///
    /// # #[cfg(feature = "openapi")] {
    /// use errorbook::openapi::{OpenApi, responses};
    /// use serde_json::json;
    ///
    /// assert_eq!(
    ///     responses::<Misdirected>(OpenApi::V3_1)["421"]["headers"],
    ///     json!({
    ///         "x-region": {"required": true, "schema": {"type": "string"}},
    ///         "x-nearest-region": {"schema": {"type": "string"}},
    ///     }),
    /// );
    /// # }
    /// ```
    const ALWAYS: &'static [&'static str] = &[];

    /// Whether a value may have a wait. `false` promises that [`retry_after`](Self::retry_after) is
    /// `None` for every value; then the OpenAPI description says nothing of `Retry-After`.
    const CAN_WAIT: bool = true;

    /// Writes the headers of this value; one that it does not set is left out.
    fn write(&self, headers: &mut HeaderWriter);

    /// The wait that goes out as `Retry-After` and fills the slot `retry_after`. Give it here, not
    /// in [`write`](Self::write), so that header and body agree.
    fn retry_after(&self) -> Option<Duration> {
        None
    }
}

#[diagnostic::do_not_recommend]
impl<T: HeaderSet> HeaderSet for Option<T> {
    const NAMES: &'static [&'static str] = T::NAMES;
    const CAN_WAIT: bool = T::CAN_WAIT;

    fn write(&self, headers: &mut HeaderWriter) {
        if let Some(set) = self {
            set.write(headers);
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        self.as_ref().and_then(HeaderSet::retry_after)
    }
}

#[diagnostic::do_not_recommend]
impl<T: HeaderSet> HeaderSet for &T {
    const NAMES: &'static [&'static str] = T::NAMES;
    const ALWAYS: &'static [&'static str] = T::ALWAYS;
    const CAN_WAIT: bool = T::CAN_WAIT;

    fn write(&self, headers: &mut HeaderWriter) {
        (**self).write(headers);
    }

    fn retry_after(&self) -> Option<Duration> {
        (**self).retry_after()
    }
}
