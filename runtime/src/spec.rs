//! The facts of one error: what is the same for each of its occurrences.

use std::borrow::Cow;
use std::fmt::{self, Write};
use std::time::Duration;

use http::StatusCode;
use serde::{Serialize, Serializer};

use crate::example::Example;
use crate::facts::{Detail, MoreFacts, Part};
use crate::render::PlanCell;
use crate::row::Row;

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
    pub(crate) declaration: &'static Declaration,
    status: StatusCode,
    retryable: bool,
    code: Code,
    variant: &'static str,
    title: &'static str,
    summary: &'static str,
    /// The public message, if it is the same for every occurrence; else its parts.
    message: Result<&'static str, Box<[Part]>>,
    details: Box<[Detail]>,
    more: &'static MoreFacts,
    plans: PlanCell,
}

/// A code as it can stand anywhere in a link (RFC 3986, section 2.3): other characters are
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

/// What tells an error from all others: the static of its type's declaration, which a generic type has
/// once, and the name of its variant. Names do not: a macro can make two types that share them all.
pub(crate) type Identity = (*const Declaration, &'static str);

/// The stable machine code of an error: text, or an integer as some APIs have it.
///
/// It compares with both, so that a test reads `assert_eq!(error.spec().code(), "NOT_FOUND")`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A code such as `"VALIDATION_ERROR"`.
    Text(&'static str),
    /// A code such as `20404`.
    Number(i64),
}

/// Since when and why an error is no longer made, from `#[deprecated(since, note)]` on its variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deprecation {
    since: Option<&'static str>,
    note: Option<&'static str>,
}

impl ErrorSpec {
    pub(crate) fn of(row: &Row) -> Self {
        let mut details = row.details();
        ErrorSpec {
            declaration: row.declaration,
            status: StatusCode::from_u16(row.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            retryable: row.retryable,
            code: row.code(),
            variant: row.variant(),
            title: row.title(),
            summary: row.summary(),
            message: row.message(),
            details: std::iter::from_fn(|| details.next()).collect(),
            more: row.more,
            plans: PlanCell::new(),
        }
    }

    /// What an occurrence adds as details, in order.
    pub(crate) fn details(&self) -> &[Detail] {
        &self.details
    }

    /// The parts of the public message in order, where it has holes.
    pub(crate) fn message_parts(&self) -> &[Part] {
        match &self.message {
            Ok(_) => &[],
            Err(parts) => parts,
        }
    }

    /// The public message, if it is the same for every occurrence.
    pub(crate) fn fixed_message(&self) -> Option<&'static str> {
        self.message.as_ref().ok().copied()
    }

    /// What few errors declare.
    pub(crate) const fn more(&self) -> &'static MoreFacts {
        self.more
    }

    /// The HTTP status of the response, always 400 to 599.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        self.status
    }

    /// The stable machine code that clients branch on.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.code
    }

    /// A short text that is the same for every occurrence; the status' reason phrase unless declared.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
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

    /// What the doc comment says behind its first paragraph, in Markdown, up to `# Internal`.
    #[must_use]
    pub const fn explanation(&self) -> Option<&'static str> {
        self.more().explanation
    }

    /// The link to the documentation of this error, `{code}` filled in.
    #[must_use]
    pub fn docs(&self) -> Option<Cow<'static, str>> {
        let template = self.more().docs.or(self.declaration.docs)?;
        Some(if template.contains("{code}") {
            Cow::Owned(template.replace("{code}", &in_link(&self.code().to_string())))
        } else {
            Cow::Borrowed(template)
        })
    }

    /// The group of errors that this one belongs to.
    #[must_use]
    pub const fn category(&self) -> Option<&'static str> {
        self.more().category
    }

    /// Whether the same request may succeed later.
    #[must_use]
    pub const fn retryable(&self) -> bool {
        self.retryable
    }

    /// The declared wait before the next attempt, which an occurrence may override.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.more().retry_after.map(Duration::from_secs)
    }

    /// How many attempts make sense in all, where the declaration says so.
    #[must_use]
    pub const fn max_attempts(&self) -> Option<u32> {
        self.more().max_attempts
    }

    /// Whether other errors may carry the same code.
    #[must_use]
    pub const fn shared(&self) -> bool {
        self.more().shared
    }

    /// Since when and why the error is deprecated, if it is.
    #[must_use]
    pub const fn deprecation(&self) -> Option<Deprecation> {
        self.more().deprecation
    }

    /// The constant headers, names in lower case.
    #[must_use]
    pub const fn headers(&self) -> &'static [(&'static str, &'static str)] {
        self.more().headers
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

    /// The name of the variant; of the type, if that is a struct.
    #[must_use]
    pub const fn variant_name(&self) -> &'static str {
        self.variant
    }

    /// A sample occurrence, made of the fields' examples. It renders like any other error.
    ///
    /// ```
    /// use errorbook::{ApiError, Context, Problem, render_as};
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api_error(status = 400, code = "MISSING", message = "The '{field}' field is required")]
    /// struct Missing {
    ///     #[api_error(example = "claim")]
    ///     field: &'static str,
    /// }
    ///
    /// let example = Missing { field: "url" }.spec().example();
    /// assert_eq!(example.message(), "The 'claim' field is required");
    /// assert_eq!(render_as::<Problem>(&example, &Context::new()).status(), 400);
    /// ```
    #[must_use]
    pub const fn example(&'static self) -> Example {
        Example::new(self)
    }

    /// What tells the error from all others.
    pub(crate) const fn identity(&self) -> Identity {
        (std::ptr::from_ref(self.declaration), self.variant)
    }

    /// Where the prepared response of this error is kept.
    pub(crate) fn plans(&self) -> &PlanCell {
        &self.plans
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

impl Code {
    /// The code, where it is text.
    #[must_use]
    pub const fn as_str(&self) -> Option<&'static str> {
        match self {
            Code::Text(text) => Some(text),
            Code::Number(_) => None,
        }
    }

    /// The code, where it is an integer.
    #[must_use]
    pub const fn as_number(&self) -> Option<i64> {
        match self {
            Code::Text(_) => None,
            Code::Number(number) => Some(*number),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Code::Text(text) => f.pad(text),
            Code::Number(number) => fmt::Display::fmt(number, f),
        }
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Code::Text(text) => serializer.serialize_str(text),
            Code::Number(number) => serializer.serialize_i64(*number),
        }
    }
}

impl PartialEq<str> for Code {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<&str> for Code {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl PartialEq<i64> for Code {
    fn eq(&self, other: &i64) -> bool {
        self.as_number() == Some(*other)
    }
}

impl Deprecation {
    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn new(since: Option<&'static str>, note: Option<&'static str>) -> Self {
        Deprecation { since, note }
    }

    /// The version since which the error is deprecated.
    #[must_use]
    pub const fn since(&self) -> Option<&'static str> {
        self.since
    }

    /// What to expect instead.
    #[must_use]
    pub const fn note(&self) -> Option<&'static str> {
        self.note
    }
}

/// What the rows of one type have in common.
#[doc(hidden)]
#[derive(Debug)]
pub struct Declaration {
    pub module: &'static str,
    /// Where the type is declared: two functions of a module may each have one of that name.
    pub place: &'static str,
    pub name: &'static str,
    pub docs: Option<&'static str>,
}

impl Declaration {
    /// Of no type.
    pub(crate) const NONE: Declaration = Declaration {
        module: "",
        place: "",
        name: "",
        docs: None,
    };
}
