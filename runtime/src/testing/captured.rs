//! A report that outlives its response.

use std::fmt;

use http::StatusCode;

use crate::context::Context;
use crate::facts::{ApiError, Code, ErrorSpec};
use crate::write::Omitted;

/// What the observer was told of one error response, as owned values: see [`capture`](super::capture).
///
/// `Display` is one line, `CLAIM_NOT_FOUND 404: the text for logs: its source`, and `Debug` shows everything.
#[derive(Clone)]
pub struct Captured {
    spec: &'static ErrorSpec,
    status: StatusCode,
    text: String,
    sources: Vec<String>,
    context: Context,
    omitted: Vec<Omitted>,
}

impl Captured {
    pub(super) fn new(
        error: &dyn ApiError,
        context: &Context,
        status: StatusCode,
        omitted: &[Omitted],
    ) -> Self {
        let mut sources = Vec::new();
        let mut source = error.source();
        while let Some(cause) = source {
            sources.push(cause.to_string());
            source = cause.source();
        }
        Captured {
            spec: error.spec(),
            status,
            text: error.to_string(),
            sources,
            context: context.without_collectors(),
            omitted: omitted.to_vec(),
        }
    }

    /// The code of the error.
    #[must_use]
    pub fn code(&self) -> Code {
        self.spec.code()
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The facts of the error, such as its type and variant.
    #[must_use]
    pub fn spec(&self) -> &'static ErrorSpec {
        self.spec
    }

    /// The name of the type that declares the error.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.spec.type_name()
    }

    /// The name of the error's variant, or of its type if it is a struct.
    #[must_use]
    pub fn variant_name(&self) -> &'static str {
        self.spec.variant_name()
    }

    /// The `Display` text of the error, which is for logs.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The `Display` texts of the error's sources, beginning with the nearest.
    #[must_use]
    pub fn sources(&self) -> &[String] {
        &self.sources
    }

    /// What was known of the request.
    #[must_use]
    pub fn context(&self) -> &Context {
        &self.context
    }

    /// The details and header values that could not be sent.
    #[must_use]
    pub fn omitted(&self) -> &[Omitted] {
        &self.omitted
    }
}

impl fmt::Display for Captured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}: {}", self.code(), self.status.as_u16(), self.text)?;
        for source in &self.sources {
            write!(f, ": {source}")?;
        }
        for omitted in &self.omitted {
            write!(f, "; omitted {omitted}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Captured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, variant) = (self.type_name(), self.variant_name());
        let error = if name == variant {
            name.to_owned()
        } else {
            format!("{name}::{variant}")
        };
        f.debug_struct("Captured")
            .field("error", &format_args!("{error}"))
            .field("code", &format_args!("{}", self.code()))
            .field("status", &self.status.as_u16())
            .field("text", &self.text)
            .field("sources", &self.sources)
            .field("context", &self.context)
            .field("omitted", &self.omitted)
            .finish_non_exhaustive()
    }
}
