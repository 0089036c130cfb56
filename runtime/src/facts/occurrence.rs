//! One error in one request: what the slots of a template are filled with.

use std::borrow::Cow;
use std::fmt::{self, Write};

use http::StatusCode;
use serde_json::value::RawValue;

use super::code::Code;
use super::error::ApiError;
use super::framework::status_of;
use super::spec::ErrorSpec;
use super::template::{Piece, Slot};
use crate::context::Context;
use crate::write::{
    DetailsWriter, FieldStyle, MessageWriter, Omissions, OmittedPart, Place, is_uri_reference,
    rfc3339,
};

/// One error in one request: what the slots of an envelope are filled with.
///
/// Hand-written envelopes read it: see [`Envelope`](crate::Envelope).
pub struct Occurrence<'a> {
    error: &'a dyn ApiError,
    spec: &'static ErrorSpec,
    context: &'a Context,
    omitted: &'a Omissions,
}

impl<'a> Occurrence<'a> {
    pub(crate) fn new(
        error: &'a dyn ApiError,
        context: &'a Context,
        omitted: &'a Omissions,
    ) -> Self {
        Occurrence {
            error,
            spec: error.spec(),
            context,
            omitted,
        }
    }

    /// Whether nothing is known of the request.
    pub(crate) fn is_alone(&self) -> bool {
        self.context.is_alone()
    }

    pub(crate) fn error(&self) -> &'a dyn ApiError {
        self.error
    }

    /// Where what the response omits is noted.
    pub(crate) fn omitted(&self) -> &'a Omissions {
        self.omitted
    }

    /// The facts of the error.
    #[must_use]
    pub fn spec(&self) -> &'static ErrorSpec {
        self.spec
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        status_of(self.error, self.spec)
    }

    /// The stable machine code.
    #[must_use]
    pub fn code(&self) -> Code {
        self.spec.code()
    }

    /// The public text.
    #[must_use]
    pub fn message(&self) -> Cow<'a, str> {
        self.error.message()
    }

    /// The details as JSON, without what does not serialize; `None` if nothing remains.
    #[must_use]
    pub fn details(&self) -> Option<Box<RawValue>> {
        let mut json = Vec::new();
        let mut writer =
            DetailsWriter::new(&mut json, Place::Value, FieldStyle::DEFAULT, self.omitted);
        self.error.write_details(&mut writer);
        if !writer.finish() {
            return None;
        }
        RawValue::from_string(String::from_utf8(json).ok()?).ok()
    }

    /// The link to the documentation: that of the occurrence, else the declared one, else that of the
    /// request's endpoint. A text that is not a URI reference (RFC 3986) is not a link.
    #[must_use]
    pub fn docs(&self) -> Option<Cow<'a, str>> {
        let declared = match self.spec.own_docs() {
            // It is checked where it is declared.
            None => self.error.docs(),
            Some(_) => {
                let own = self.error.docs().and_then(|text| self.link(text));
                own.or_else(|| self.spec.docs())
            }
        };
        declared.or_else(|| self.link(self.context.docs()?.into()))
    }

    /// A text that is a link.
    fn link<'b>(&self, text: Cow<'b, str>) -> Option<Cow<'b, str>> {
        if is_uri_reference(&text) {
            return Some(text);
        }
        let reason = "it is not a URI reference";
        self.omitted.add(OmittedPart::Docs, "docs", reason);
        None
    }

    /// The id of the request.
    #[must_use]
    pub fn request_id(&self) -> Option<&'a str> {
        self.context.request_id()
    }

    /// The path of the request, without its query.
    #[must_use]
    pub fn instance(&self) -> Option<&'a str> {
        self.context.instance()
    }

    /// The value of the service's own that the [`Context`] has by this name.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&'a str> {
        self.context.value(name)
    }

    /// The whole seconds to wait before the next attempt, rounded up.
    #[must_use]
    pub fn retry_after(&self) -> Option<u64> {
        // RFC 9110, section 10.2.3, has whole seconds only, and a client that comes back too early
        // is rejected again.
        self.error.retry_after().map(|wait| {
            wait.as_secs()
                .saturating_add(u64::from(wait.subsec_nanos() > 0))
        })
    }

    /// The time of the response in RFC 3339.
    #[must_use]
    pub fn timestamp(&self) -> String {
        rfc3339(self.context.timestamp())
    }

    /// The text of pieces put together, for a header; `None` when a slot in them is empty.
    pub(crate) fn text_of(&self, pieces: &[Piece]) -> Option<String> {
        let mut text = String::new();
        for piece in pieces {
            let present = match piece {
                Piece::Literal(literal) => {
                    text.push_str(literal);
                    true
                }
                Piece::Slot(slot) => {
                    let mut writer = MessageWriter::plain(&mut text);
                    self.write_text(*slot, &mut writer)
                }
            };
            if !present {
                return None;
            }
        }
        Some(text)
    }

    /// Whether a slot that depends on the occurrence is empty, as far as that is seen at a glance.
    pub(crate) fn lacks(&self, slot: Slot) -> bool {
        match slot {
            Slot::RequestId => self.request_id().is_none(),
            Slot::Instance => self.instance().is_none(),
            Slot::Context(name) => self.value(name).is_none(),
            // A declared link does not depend on the occurrence.
            Slot::Docs => self.spec.own_docs().is_none() && self.context.docs().is_none(),
            _ => false,
        }
    }

    /// Writes the text of a slot. Returns whether the slot holds any; if not, nothing was written.
    pub(crate) fn write_text(&self, slot: Slot, writer: &mut MessageWriter<'_>) -> bool {
        let mut push = |text: Option<&str>| text.inspect(|text| writer.push_str(text)).is_some();
        match slot {
            Slot::Title => push(Some(self.spec.title())),
            Slot::Summary => push(self.spec.summary()),
            Slot::Category => push(self.spec.category()),
            Slot::Type => push(self.spec.docs().as_deref()),
            Slot::Docs => push(self.docs().as_deref()),
            Slot::RequestId => push(self.request_id()),
            Slot::Instance => push(self.instance()),
            Slot::Context(name) => push(self.value(name)),
            Slot::Timestamp => push(Some(&self.timestamp())),
            Slot::Message => {
                self.spec.write_message(writer, |hole, writer| {
                    self.error.write_hole(hole, writer);
                });
                true
            }
            // Writing into a `MessageWriter` does not fail.
            Slot::Status => write!(writer, "{}", self.status().as_u16()).is_ok(),
            Slot::Code => write!(writer, "{}", self.code()).is_ok(),
            Slot::Retryable => write!(writer, "{}", self.spec.retryable()).is_ok(),
            Slot::RetryAfter => self
                .retry_after()
                .is_some_and(|seconds| write!(writer, "{seconds}").is_ok()),
            // `envelope!` takes details nowhere but as a value.
            Slot::Details => false,
        }
    }
}

impl fmt::Debug for Occurrence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Occurrence")
            .field("error", &self.error)
            .field("context", &self.context)
            .finish_non_exhaustive()
    }
}
