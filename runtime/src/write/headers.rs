//! The headers that depend on the occurrence.

use std::fmt::{Display, Write};
use std::ops::Range;
use std::time::Duration;

use bytes::Bytes;
use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderName, HeaderValue};

/// Takes response headers.
///
/// A value that HTTP forbids (CR, LF, NUL and whatever else `HeaderValue` refuses) is left out.
#[derive(Debug, Default)]
pub struct HeaderWriter {
    /// All the values, one behind the other: one allocation serves them all.
    values: String,
    written: Vec<(HeaderName, Range<usize>)>,
}

impl HeaderWriter {
    pub(crate) fn new() -> Self {
        HeaderWriter::default()
    }

    /// Sets a header to the `Display` text of a value, in place of an earlier one of that name.
    ///
    /// What follows from the body or belongs to the connection (`Content-Type`, `Content-Length`,
    /// `Connection` and their kind) is not for errors to set; it is left out, as is a name that is
    /// none, and `Retry-After`, for which there is [`HeaderSet::retry_after`].
    pub fn set(&mut self, name: &str, value: impl Display) {
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else {
            return;
        };
        // `Retry-After` goes out with what the body says of it: see `HeaderSet::retry_after`.
        if is_managed(&name) || name == RETRY_AFTER {
            return;
        }
        let start = self.values.len();
        if write!(self.values, "{value}").is_err() {
            self.values.truncate(start);
            return;
        }
        self.written.push((name, start..self.values.len()));
    }

    /// Sets a header to a text that needs no formatting.
    pub(crate) fn set_text(&mut self, name: HeaderName, value: &str) {
        let start = self.values.len();
        self.values.push_str(value);
        self.written.push((name, start..self.values.len()));
    }

    /// Puts what was written into a response's headers.
    pub(crate) fn finish(self, headers: &mut HeaderMap) {
        let values = Bytes::from(self.values);
        for (name, range) in self.written {
            if let Ok(value) = HeaderValue::from_maybe_shared(values.slice(range)) {
                headers.insert(name, value);
            }
        }
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
    message = "`{Self}` is no set of headers",
    label = "`#[api_error(headers)]` needs a type that implements `HeaderSet`",
    note = "use `errorbook::RateLimit`, implement `errorbook::HeaderSet`, or write `#[api_error(header = \"Name\")]` for a single header"
)]
pub trait HeaderSet {
    /// The names of all headers that a value may write, in lower case.
    const NAMES: &'static [&'static str];

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

    fn write(&self, headers: &mut HeaderWriter) {
        (**self).write(headers);
    }

    fn retry_after(&self) -> Option<Duration> {
        (**self).retry_after()
    }
}
