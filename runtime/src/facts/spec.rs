//! The facts of one error: what is the same for each of its occurrences.

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::panic::Location;
use std::time::Duration;

use http::StatusCode;

use super::cache::{Cache, by_address};
use super::code::Code;
use super::deprecation::Deprecation;
use super::level::Level;
use super::parts::{Detail, Fact, Part, WrittenHeaders};
use super::status::reason_phrase;
use crate::write::MessageWriter;

/// The facts of one error: one row per declared variant (or struct).
///
/// ```
/// use errorbook::ApiError;
///
/// /// No claim has this id.
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "CLAIM_NOT_FOUND", category = "claims")]
/// struct ClaimNotFound;
///
/// let spec = ClaimNotFound.spec();
/// assert_eq!(spec.status(), http::StatusCode::NOT_FOUND);
/// assert_eq!(spec.code(), "CLAIM_NOT_FOUND");
/// assert_eq!(spec.title(), "Not Found");
/// assert_eq!(spec.summary(), Some("No claim has this id."));
/// assert_eq!(spec.category(), Some("claims"));
/// assert!(!spec.retryable());
/// ```
pub struct ErrorSpec {
    #[doc(hidden)]
    pub declaration: &'static Declaration,
    /// The position among the rows of its type.
    #[doc(hidden)]
    pub index: usize,
    #[doc(hidden)]
    pub status: StatusCode,
    #[doc(hidden)]
    pub retryable: bool,
    /// Empty if the code is an integer.
    #[doc(hidden)]
    pub code: &'static str,
    /// A hash of the code's text. Codes with different hashes are different codes.
    #[doc(hidden)]
    pub hash: u32,
    #[doc(hidden)]
    pub variant: &'static str,
    /// Empty if there is none.
    #[doc(hidden)]
    pub summary: &'static str,
    /// The public message, empty if it has placeholders.
    #[doc(hidden)]
    pub message: &'static str,
    /// What only some errors declare.
    #[doc(hidden)]
    pub more: &'static [Fact],
}

/// What the rows of one type have in common.
#[doc(hidden)]
#[derive(Debug)]
pub struct Declaration {
    pub module: &'static str,
    /// Where the type is declared: two functions of a module may each have one of that name.
    pub place: &'static Location<'static>,
    pub name: &'static str,
    /// A hash of the name and the errors, and of a number if the compiler has seen these already. Types with
    /// different hashes are different types.
    pub hash: u32,
    /// The docs link of every error, with `{code}` in it; empty if there is none.
    pub docs: &'static str,
    /// Where the prepared responses of the rows are kept, in the same order; none if the rows are in no `static`.
    pub caches: &'static [Cache],
}

impl Declaration {
    /// Of no type.
    pub(crate) const NONE: Declaration = Declaration {
        module: "",
        place: Location::caller(),
        name: "",
        hash: 0,
        docs: "",
        caches: &[],
    };
}

/// What tells an error from all others: the static of its type's declaration, which a generic type has
/// once, and the name of its variant. Names alone do not: a macro can make two types that share them all.
pub(crate) type Identity = (*const Declaration, &'static str);

/// Finds what only some errors declare.
macro_rules! declared {
    ($spec:expr, $pattern:pat => $value:expr) => {{
        let facts = $spec.more;
        let mut index = 0;
        loop {
            if index == facts.len() {
                break None;
            }
            if let $pattern = &facts[index] {
                break Some($value);
            }
            index += 1;
        }
    }};
}

impl ErrorSpec {
    /// What an occurrence adds as details, in order.
    pub(crate) fn details(&self) -> impl Iterator<Item = Detail> + use<> {
        self.more.iter().filter_map(Fact::detail)
    }

    /// Whether an occurrence may have details.
    pub(crate) fn has_details(&self) -> bool {
        self.details().next().is_some()
    }

    /// The parts of the public message in order, if it has placeholders.
    pub(crate) fn message_parts(&self) -> impl Iterator<Item = Part> + use<> {
        self.more.iter().filter_map(Fact::part)
    }

    /// The public message, if it is the same for every occurrence.
    pub(crate) const fn fixed_message(&self) -> Option<&'static str> {
        if self.message.is_empty() {
            None
        } else {
            Some(self.message)
        }
    }

    /// The headers that an occurrence writes.
    pub(crate) const fn written_headers(&self) -> &'static [WrittenHeaders] {
        match declared!(self, Fact::WrittenHeaders(headers) => *headers) {
            Some(headers) => headers,
            None => &[],
        }
    }

    /// The example of the wait that an occurrence can have, if it can.
    pub(crate) fn own_wait(&self) -> Option<fn() -> Option<Duration>> {
        declared!(self, Fact::OwnWait(example) => *example).flatten()
    }

    /// Whether every occurrence has a wait of its own.
    #[cfg(feature = "openapi")]
    pub(crate) fn always_waits(&self) -> bool {
        declared!(self, Fact::AlwaysWaits(always) => *always).unwrap_or(false)
    }

    /// The example of the docs link that an occurrence can have, if it can.
    pub(crate) const fn own_docs(&self) -> Option<fn() -> Option<Cow<'static, str>>> {
        declared!(self, Fact::OwnDocs(example) => *example)
    }

    /// Whether it is a row of `http_errors!`.
    pub(crate) const fn is_of_framework(&self) -> bool {
        declared!(self, Fact::OfFramework => ()).is_some()
    }

    /// Whether it is a row of `http_errors!` for all statuses of its class that have none.
    pub(crate) const fn has_any_status(&self) -> bool {
        declared!(self, Fact::AnyStatus => ()).is_some()
    }

    /// The message of a row of `http_errors!` that can show the text of a rejection.
    pub(crate) const fn rejection_text(&self) -> Option<&'static str> {
        declared!(self, Fact::RejectionText(message) => *message)
    }

    /// The HTTP status of the response, always 400 to 599.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The stable machine code that clients branch on.
    #[must_use]
    pub const fn code(&self) -> Code {
        if self.code.is_empty() {
            if let Some(number) = declared!(self, Fact::NumericCode(number, _) => *number) {
                return Code::Number(number);
            }
        }
        Code::Text(self.code)
    }

    /// The code as text, which is made once.
    #[cfg(any(feature = "metrics", feature = "tracing"))]
    pub(crate) const fn code_text(&self) -> &'static str {
        match declared!(self, Fact::NumericCode(_, text) => *text) {
            Some(text) if self.code.is_empty() => text,
            _ => self.code,
        }
    }

    /// A short text that is the same for every occurrence. The default is the reason phrase of the status.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        match declared!(self, Fact::Title(title) => *title) {
            Some(title) => title,
            None => reason_phrase(self.status),
        }
    }

    /// The first paragraph of the doc comment, its lines joined.
    #[must_use]
    pub const fn summary(&self) -> Option<&'static str> {
        if self.summary.is_empty() {
            None
        } else {
            Some(self.summary)
        }
    }

    /// The rest of the doc comment after its first paragraph, in Markdown, up to an `# Internal` heading.
    #[must_use]
    pub const fn explanation(&self) -> Option<&'static str> {
        declared!(self, Fact::Explanation(text) => *text)
    }

    /// The link to the documentation of this error, with its code in place of `{code}`.
    #[must_use]
    pub fn docs(&self) -> Option<Cow<'static, str>> {
        let template = declared!(self, Fact::Docs(link) => *link).unwrap_or(self.declaration.docs);
        if template.is_empty() {
            return None;
        }
        Some(if template.contains("{code}") {
            Cow::Owned(template.replace("{code}", &in_link(&self.code().to_string())))
        } else {
            Cow::Borrowed(template)
        })
    }

    /// The group of errors that this one belongs to.
    #[must_use]
    pub const fn category(&self) -> Option<&'static str> {
        declared!(self, Fact::Category(category) => *category)
    }

    /// Whether the same request may succeed later.
    #[must_use]
    pub const fn retryable(&self) -> bool {
        self.retryable
    }

    /// Whether the request was not carried out, so that a client can send it again even if it is not idempotent. True
    /// for errors that declare `not_applied`, and for 425 and 429, which reject a request before it is processed.
    ///
    /// ```
    /// use errorbook::ApiError;
    ///
    /// /// All workers are busy.
    /// #[derive(Debug, ApiError)]
    /// #[api_error(status = 503, not_applied)]
    /// struct Busy;
    ///
    /// assert!(Busy.spec().not_applied());
    /// ```
    #[must_use]
    pub const fn not_applied(&self) -> bool {
        match declared!(self, Fact::NotApplied(not_applied) => *not_applied) {
            Some(not_applied) => not_applied,
            None => matches!(self.status.as_u16(), 425 | 429),
        }
    }

    /// The declared wait before the next attempt. An occurrence can override it.
    // Each type's table of methods has a function that calls it.
    #[inline(never)]
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        declared!(self, Fact::RetryAfter(seconds) => Duration::from_secs(*seconds))
    }

    /// How many attempts make sense in total, if declared.
    #[must_use]
    pub const fn max_attempts(&self) -> Option<u32> {
        declared!(self, Fact::MaxAttempts(attempts) => *attempts)
    }

    /// The level in logs: that of `level = ".."`, else [`Level::Error`] for a 5xx and [`Level::Debug`] for a 4xx. The
    /// feature `tracing` logs error responses with it.
    #[must_use]
    pub const fn level(&self) -> Level {
        match self.more.first() {
            Some(Fact::Level(level)) => *level,
            _ if self.status.as_u16() >= 500 => Level::Error,
            _ => Level::Debug,
        }
    }

    /// Whether other errors can have the same code.
    #[must_use]
    pub const fn shared(&self) -> bool {
        declared!(self, Fact::Shared => ()).is_some()
    }

    /// Since when and why the error is deprecated, if it is.
    #[must_use]
    pub const fn deprecation(&self) -> Option<Deprecation> {
        declared!(self, Fact::Deprecated(deprecation) => *deprecation)
    }

    /// The constant headers, with names in lower case. A header with several lines appears once for each line.
    #[must_use]
    pub const fn headers(&self) -> &'static [(&'static str, &'static str)] {
        match declared!(self, Fact::Headers(headers) => *headers) {
            Some(headers) => headers,
            None => &[],
        }
    }

    /// The module path of the declaring type.
    #[must_use]
    pub const fn module_path(&self) -> &'static str {
        self.declaration.module
    }

    /// The name of the declaring type.
    #[must_use]
    pub const fn type_name(&self) -> &'static str {
        self.declaration.name
    }

    /// The name of the variant, or of the type if it is a struct.
    #[must_use]
    pub const fn variant_name(&self) -> &'static str {
        self.variant
    }

    /// The summary, if logs show it in place of the message. Clients do not see the doc comment of a 5xx: its message is
    /// the title, which says little.
    pub(crate) fn summary_for_logs(&self) -> Option<&'static str> {
        let says_little =
            self.status.is_server_error() && self.fixed_message() == Some(self.title());
        self.summary().filter(|_| says_little)
    }

    /// Writes the whole message; `fill` writes what belongs into a placeholder.
    pub(crate) fn write_message(
        &self,
        writer: &mut MessageWriter<'_>,
        mut fill: impl FnMut(usize, &mut MessageWriter<'_>),
    ) {
        if let Some(message) = self.fixed_message() {
            writer.push_str(message);
        }
        let mut hole = 0;
        for part in self.message_parts() {
            match part {
                Part::Text(text) => writer.push_str(text),
                Part::Hole(..) => {
                    fill(hole, writer);
                    hole += 1;
                }
            }
        }
    }

    /// What tells the error from all others.
    pub(crate) const fn identity(&self) -> Identity {
        (std::ptr::from_ref(self.declaration), self.variant)
    }

    /// Where the prepared responses of this error are kept.
    #[inline]
    pub(crate) fn cache(&'static self) -> &'static Cache {
        match self.declaration.caches.get(self.index) {
            Some(cache) => cache,
            None => by_address(std::ptr::from_ref(self).addr()),
        }
    }
}

impl fmt::Debug for ErrorSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorSpec")
            .field("type", &self.declaration.name)
            .field("variant", &self.variant)
            .field("status", &self.status.as_u16())
            .field("code", &self.code())
            .finish_non_exhaustive()
    }
}

/// A code in the form that is valid anywhere in a link (RFC 3986, section 2.3): other characters are
/// percent-encoded.
fn in_link(code: &str) -> String {
    let mut link = String::new();
    for byte in code.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                link.push(byte.into());
            }
            _ => {
                let _ = write!(link, "%{byte:02X}");
            }
        }
    }
    link
}
