//! The headers that depend on the occurrence.

use std::fmt::{Display, Write};
use std::ops::Range;
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, TRANSFER_ENCODING};
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
    /// `Content-Type`, `Content-Length`, `Transfer-Encoding` and `Connection` are not for errors to
    /// set; they are left out, as is a name that is none.
    pub fn set(&mut self, name: &str, value: impl Display) {
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else {
            return;
        };
        if is_managed(&name) {
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
    [CONTENT_TYPE, CONTENT_LENGTH, TRANSFER_ENCODING, CONNECTION].contains(name)
}

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
