//! Details, header values and links of an error that could not be sent.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use http::Extensions;

/// A detail, a header value or a docs link that an error has and its response does not have.
///
/// The response is complete without it. The observer gets it in the report: see [`on_error`](crate::on_error).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Omitted {
    part: OmittedPart,
    name: Cow<'static, str>,
    reason: Cow<'static, str>,
}

/// What was omitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OmittedPart {
    /// A member of the details.
    Detail,
    /// The details as a whole, from a field marked `#[api_error(details)]`.
    Details,
    /// The value of a header.
    Header,
    /// A docs link, of a field or of the request, that is not a URI reference.
    Docs,
}

impl Omitted {
    /// What was omitted.
    #[must_use]
    pub fn part(&self) -> OmittedPart {
        self.part
    }

    /// The name of the detail or the header; `details` for the details as a whole, `docs` for a link.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Why it was omitted, for a log. The text can contain the message of the value's own `Serialize`.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// ``detail `ratio`: key must be a string``, for a log.
impl fmt::Display for Omitted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self.part {
            OmittedPart::Detail => "detail",
            OmittedPart::Details => return write!(f, "details: {}", self.reason),
            OmittedPart::Docs => return write!(f, "docs: {}", self.reason),
            OmittedPart::Header => "header",
        };
        write!(f, "{part} `{}`: {}", self.name, self.reason)
    }
}

/// Collects what one response omits: a pointer, as long as nothing is omitted.
#[derive(Default)]
pub(crate) struct Omissions(Cell<Option<Box<Noted>>>);

#[derive(Default)]
struct Noted {
    omitted: Vec<Omitted>,
    /// A template may have the details twice, and a hostile value may have very many names.
    known: HashSet<(OmittedPart, Cow<'static, str>)>,
}

impl Omissions {
    /// Notes a part once, however often the template has it.
    #[cold]
    pub(crate) fn add(&self, part: OmittedPart, name: &str, reason: impl Into<Cow<'static, str>>) {
        let name: Cow<'static, str> = Cow::Owned(name.to_owned());
        let mut noted = self.0.take().unwrap_or_default();
        if noted.known.insert((part, name.clone())) {
            noted.omitted.push(Omitted {
                part,
                name,
                reason: reason.into(),
            });
        }
        self.0.set(Some(noted));
    }

    /// Adds what others noted.
    #[inline]
    pub(crate) fn append(&self, others: Omissions) {
        if let Some(noted) = others.0.into_inner() {
            self.append_each(noted.omitted);
        }
    }

    #[cold]
    fn append_each(&self, others: Vec<Omitted>) {
        for Omitted { part, name, reason } in others {
            self.add(part, &name, reason);
        }
    }

    pub(crate) fn into_vec(self) -> Vec<Omitted> {
        self.0
            .into_inner()
            .map_or_else(Vec::new, |noted| noted.omitted)
    }

    /// Lets the response itself know what it omits, for a later report.
    #[inline]
    pub(crate) fn leave_in(self, extensions: &mut Extensions) {
        if let Some(noted) = self.0.into_inner() {
            extensions.insert(LeftIn(noted.omitted.into()));
        }
    }

    /// What a response knows that it omits.
    pub(crate) fn left_in(extensions: &Extensions) -> &[Omitted] {
        extensions.get().map_or(&[], |LeftIn(omitted)| omitted)
    }
}

/// What a response omits, in its extensions.
#[derive(Clone)]
struct LeftIn(Arc<[Omitted]>);

impl fmt::Debug for Omissions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Omissions")
    }
}
