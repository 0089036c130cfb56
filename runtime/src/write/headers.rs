//! The headers that depend on the occurrence.

use std::fmt::{self, Display, Write};
use std::ops::Range;

use bytes::Bytes;
use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderName, HeaderValue};

use super::omitted::{Omissions, OmittedPart};
use super::{Direct, DirectText};

/// Writes response headers.
///
/// A value that is not visible ASCII, spaces and tabs is omitted: HTTP forbids control characters, and
/// clients read other letters as Latin-1 (RFC 9110, section 5.5). Header lines beyond 24,000 are omitted, too.
///
/// A header that is written here overrides all lines of the same name that a variant, its type or the envelope
/// sets.
#[derive(Debug, Default)]
pub struct HeaderWriter {
    places: &'static [HeaderPlace],
    /// All the values, one behind the other: one allocation serves them all.
    values: Vec<u8>,
    /// Where in them the value of each place is.
    written: [Option<Range<usize>>; PLACES],
    /// The place behind the one that was written last.
    next: usize,
    /// Where the lines are that no place is prepared for, and in a place the second line and those
    /// behind it. Most errors have none of these, so they take no room until there is one.
    others: Option<Box<HeaderMap<Range<usize>>>>,
    /// How many lines the response has without `others`.
    prepared: usize,
    /// Whether each value is a line of its own, also if it is given to `set`.
    adds: bool,
    omitted: Omissions,
}

/// How many headers an error may write before they need room of their own.
pub(crate) const PLACES: usize = 8;

/// Room for the values of a few headers. That of most is a number.
const VALUES: usize = 80;

/// How many lines a response has at most. A `HeaderMap` panics at 24,577, and middleware adds some.
const MOST_LINES: usize = 24_000;

/// A header that an error may write. Its place in the response's headers is prepared.
#[derive(Debug)]
pub(crate) struct HeaderPlace {
    pub name: HeaderName,
    /// Whether the prepared headers have a value that is sent if none is written.
    pub has_default: bool,
}

/// What becomes of the lines of a name that are written already.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Replaced,
    Kept,
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
    /// A writer for an error that may write these, in a response that has as many lines without them.
    pub(crate) fn new(places: &'static [HeaderPlace], prepared: usize) -> Self {
        HeaderWriter {
            places,
            values: Vec::with_capacity(VALUES),
            prepared,
            ..HeaderWriter::default()
        }
    }

    /// Sets a header to the `Display` text of a value, and replaces every earlier line of that name.
    ///
    /// Errors cannot set headers that follow from the body or belong to the connection (`Content-Type`,
    /// `Content-Length`, `Connection` and similar ones). These are omitted, and so are invalid names. For `Retry-After`,
    /// use [`HeaderSet::retry_after`](crate::HeaderSet::retry_after).
    pub fn set(&mut self, name: &str, value: impl Display) {
        self.write(name, &value, Before::Replaced);
    }

    /// Adds a line to a header: the `Display` text of a value. Earlier lines of that name stay.
    ///
    /// Use it for headers whose value is a list, such as `Link` or `WWW-Authenticate`, and for
    /// `Set-Cookie`, whose values cannot be joined (RFC 9110, section 5.3). For a header with a single
    /// value by definition, such as `Location` or `ETag`, it does the same as [`set`](Self::set). It omits what
    /// `set` omits.
    ///
    /// ```
    /// use errorbook::{ApiError, Context, HeaderSet, HeaderWriter, render};
    ///
    /// /// Ends a session.
    /// #[derive(Debug, Default)]
    /// struct Forget;
    ///
    /// impl HeaderSet for Forget {
    ///     const NAMES: &'static [&'static str] = &["set-cookie"];
    ///     const CAN_WAIT: bool = false;
    ///
    ///     fn write(&self, headers: &mut HeaderWriter) {
    ///         for cookie in ["session", "refresh"] {
    ///             headers.append("set-cookie", format_args!("{cookie}=; Max-Age=0"));
    ///         }
    ///     }
    /// }
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api_error(status = 403, code = "LOGGED_OUT")]
    /// struct LoggedOut(#[api_error(headers)] Forget);
    ///
    /// let response = render(&LoggedOut(Forget), &Context::new());
    /// let cookies: Vec<_> = response.headers().get_all("set-cookie").iter().collect();
    /// assert_eq!(cookies, ["session=; Max-Age=0", "refresh=; Max-Age=0"]);
    /// ```
    pub fn append(&mut self, name: &str, value: impl Display) {
        self.write(name, &value, Before::Kept);
    }

    /// Lets each value that a field sets be a line of its own: for fields with a header that may
    /// repeat. Called by generated code.
    #[doc(hidden)]
    pub fn adding(&mut self, write: impl FnOnce(&mut Self)) {
        self.adds = true;
        write(self);
        self.adds = false;
    }

    /// Sets a header to a value whose text is at hand: it needs no formatting.
    pub(crate) fn set_direct(&mut self, name: &str, value: &(impl DirectText + ?Sized)) {
        let start = self.values.len();
        let is_sendable = value.with_text(|direct| {
            let (bytes, is_sendable) = match direct {
                Direct::Text(text) => (text.as_bytes(), is_sendable(text.as_bytes())),
                Direct::Bare(bytes) => (bytes, true),
            };
            self.values.extend_from_slice(bytes);
            is_sendable
        });
        self.note(name, start, is_sendable, Before::Replaced);
    }

    /// Sets the lines of one of the envelope's headers, unless the error has written it.
    pub(crate) fn bind(&mut self, name: &HeaderName, lines: impl Iterator<Item = Option<String>>) {
        let index = self.places.iter().position(|place| place.name == *name);
        let is_written = index.is_some_and(|index| self.written[index].is_some());
        if is_written
            || self
                .others
                .as_ref()
                .is_some_and(|others| others.contains_key(name))
        {
            return;
        }
        for line in lines.flatten() {
            let start = self.values.len();
            self.values.extend_from_slice(line.as_bytes());
            match index {
                _ if !is_sendable(line.as_bytes()) => self.omit(name.as_str(), start, NOT_SENDABLE),
                Some(index) => self.note_place(index, start, Before::Kept),
                None => self.note_other(name, start, Before::Kept),
            }
        }
    }

    /// Sets `Retry-After`, in whole seconds.
    pub(crate) fn set_retry_after(&mut self, seconds: u64) {
        let start = self.values.len();
        seconds.with_text(|direct| {
            if let Direct::Bare(digits) = direct {
                self.values.extend_from_slice(digits);
            }
        });
        self.note_named(&RETRY_AFTER, start, Before::Replaced);
    }

    /// Makes a response's headers: the prepared ones, in which the places come first, with what was
    /// written. What is omitted is noted.
    pub(crate) fn finish(self, prepared: &HeaderMap, omitted: &Omissions) -> HeaderMap {
        omitted.append(self.omitted);
        let mut headers = prepared.clone();
        let values = Bytes::from(self.values);
        let value = |range: Range<usize>| HeaderValue::from_maybe_shared(values.slice(range)).ok();
        let places = || self.places.iter().zip(&self.written);
        let mut is_complete = true;
        for (slot, (place, written)) in headers.values_mut().zip(places()) {
            match written.clone().and_then(value) {
                Some(value) => *slot = value,
                None => is_complete &= place.has_default,
            }
        }
        if !is_complete {
            for (place, written) in places() {
                if !place.has_default && written.is_none() {
                    headers.remove(&place.name);
                }
            }
        }
        let Some(others) = self.others else {
            return headers;
        };
        let is_written = |name: &HeaderName| {
            places().any(|(place, written)| written.is_some() && place.name == *name)
        };
        let mut line_of = None;
        for (name, range) in *others {
            if let Some(name) = name {
                // Its prepared lines are overridden, but the first line of a place is this writer's.
                if !is_written(&name) {
                    headers.remove(&name);
                }
                line_of = Some(name);
            }
            if let (Some(name), Some(value)) = (&line_of, value(range)) {
                // There is room: `note_other` has counted.
                let _ = headers.try_append(name, value);
            }
        }
        headers
    }

    fn write(&mut self, name: &str, value: &dyn Display, before: Before) {
        let start = self.values.len();
        let is_sendable = write!(Values(&mut self.values), "{value}").is_ok()
            && is_sendable(&self.values[start..]);
        self.note(name, start, is_sendable, before);
    }

    /// Takes what was written from `start` on for the value of a header that an error sets, if it can be
    /// sent and the header is for errors to set.
    fn note(&mut self, name: &str, start: usize, is_sendable: bool, before: Before) {
        // An earlier value stays if this one cannot be sent.
        if !is_sendable {
            return self.omit(name, start, NOT_SENDABLE);
        }
        let before = if self.adds { Before::Kept } else { before };
        let is_named = |place: &HeaderPlace| place.name.as_str() == name;
        // Most are written in the order in which they are declared.
        let (behind, ahead) = self.places.split_at(self.next);
        let index = match ahead.iter().position(is_named) {
            Some(index) => Some(self.next + index),
            None => behind.iter().position(is_named),
        };
        // `Retry-After` is sent with what the body says of it: see `HeaderSet::retry_after`.
        match index {
            Some(index) if self.places[index].name == RETRY_AFTER => {
                self.omit(name, start, NOT_FOR_ERRORS);
            }
            Some(index) => self.note_place(index, start, before),
            None => match HeaderName::from_bytes(name.as_bytes()) {
                Ok(parsed) if parsed != RETRY_AFTER && !is_managed(&parsed) => {
                    self.note_named(&parsed, start, before);
                }
                _ => self.omit(name, start, NOT_FOR_ERRORS),
            },
        }
    }

    fn note_named(&mut self, name: &HeaderName, start: usize, before: Before) {
        match self.places.iter().position(|place| place.name == *name) {
            Some(index) => self.note_place(index, start, before),
            None => self.note_other(name, start, before),
        }
    }

    /// Takes what was written from `start` on for a line of the header in a place.
    fn note_place(&mut self, index: usize, start: usize, before: Before) {
        self.next = index + 1;
        let range = start..self.values.len();
        let place = &self.places[index];
        if self.written[index].is_none() {
            self.written[index] = Some(range);
        } else if before == Before::Kept && !has_one_value(&place.name) {
            self.note_other(&place.name, start, before);
        } else {
            self.written[index] = Some(range);
            if let Some(others) = &mut self.others {
                others.remove(&place.name);
            }
        }
    }

    /// The same for a header that no place is prepared for, or for a further line of one.
    fn note_other(&mut self, name: &HeaderName, start: usize, before: Before) {
        let range = start..self.values.len();
        let others = self.others.get_or_insert_default();
        let has_room = self.prepared + others.len() < MOST_LINES;
        let is_noted = if before == Before::Kept && !has_one_value(name) {
            has_room && others.try_append(name, range).is_ok()
        } else {
            (has_room || others.contains_key(name)) && others.try_insert(name, range).is_ok()
        };
        if !is_noted {
            self.omit(name.as_str(), start, TOO_MANY);
        }
    }

    /// Drops what was written from `start` on: it cannot be sent as this header. Every value that is
    /// omitted ends here.
    fn omit(&mut self, name: &str, start: usize, reason: &'static str) {
        self.values.truncate(start);
        self.omitted.add(OmittedPart::Header, name, reason);
    }
}

const NOT_SENDABLE: &str =
    "its value is not visible ASCII, spaces and tabs, or its `Display` failed";
const NOT_FOR_ERRORS: &str = "it is not a header that an error can set";
const TOO_MANY: &str = "the response has too many headers";

/// Whether a text can be sent as a header's value (RFC 9110, section 5.5): the derive asks the same of
/// a constant.
pub(crate) fn is_sendable(text: &[u8]) -> bool {
    text.iter().all(|byte| matches!(byte, b'\t' | b' '..=b'~'))
}

/// Whether a header has a single value by its definition, so that a second line of it is never valid.
fn has_one_value(name: &HeaderName) -> bool {
    SINGLE_HEADERS.contains(&name.as_str())
}

/// The headers of responses that have a single value, in lower case.
const SINGLE_HEADERS: [&str; 17] = [
    "access-control-allow-credentials",
    "access-control-allow-origin",
    "access-control-max-age",
    "age",
    "content-disposition",
    "content-location",
    "content-range",
    "date",
    "deprecation",
    "etag",
    "expires",
    "last-modified",
    "location",
    "refresh",
    "server",
    "strict-transport-security",
    "sunset",
];

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
