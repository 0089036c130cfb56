//! An error response that the service's own code did not make.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, StatusCode, header};

use crate::write::FieldErrors;

/// An error response that the service's own code did not make: a framework's, a middleware's or a panic's.
///
/// Its `Display` text and its source are for logs, and say everything that is known. Clients see nothing but the
/// status, [`text`](Self::text) and [`fields`](Self::fields).
///
/// ```
/// use errorbook::{FrameworkError, FrameworkErrorKind};
/// use http::StatusCode;
///
/// let error = FrameworkError::new(StatusCode::SERVICE_UNAVAILABLE)
///     .with_source(std::io::Error::other("250 requests are waiting"));
/// assert_eq!(error.status(), 503);
/// assert_eq!(error.kind(), FrameworkErrorKind::Response);
/// assert_eq!(error.text(), None);
/// assert_eq!(error.to_string(), "503 Service Unavailable");
/// ```
#[derive(Clone)]
pub struct FrameworkError(Arc<Known>);

/// What is known of it. One pointer, as each of the service's errors can have one inside.
#[derive(Clone)]
struct Known {
    status: StatusCode,
    kind: FrameworkErrorKind,
    text: Option<Cow<'static, str>>,
    fields: FieldErrors,
    /// Of the response that it is about, beyond those that describe its body.
    headers: HeaderMap,
    /// For logs, beside status and source.
    log: Option<Cow<'static, str>>,
    source: Option<Arc<dyn Error + Send + Sync>>,
}

/// Where a [`FrameworkError`] comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FrameworkErrorKind {
    /// A response that a framework, a middleware or a service behind this one made.
    Response,
    /// An extractor that refused the request.
    Rejection,
    /// A panic.
    Panic,
    /// A limit of time.
    Timeout,
}

impl FrameworkError {
    /// An error response with this status, of which nothing more is known. A status that is not 400 to 599 becomes 500.
    #[must_use]
    pub fn new(status: StatusCode) -> Self {
        let is_error = status.is_client_error() || status.is_server_error();
        let status = if is_error {
            status
        } else {
            StatusCode::INTERNAL_SERVER_ERROR
        };
        FrameworkError(Arc::new(Known {
            status,
            kind: FrameworkErrorKind::Response,
            text: None,
            fields: FieldErrors::new(),
            headers: HeaderMap::new(),
            log: None,
            source: None,
        }))
    }

    /// Sets where the error comes from.
    #[must_use]
    pub fn with_kind(mut self, kind: FrameworkErrorKind) -> Self {
        self.known().kind = kind;
        self
    }

    /// Sets the cause, for logs.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.known().source = Some(source.into().into());
        self
    }

    /// The status of the response, 400 to 599.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// Where the error comes from.
    #[must_use]
    pub fn kind(&self) -> FrameworkErrorKind {
        self.0.kind
    }

    /// What clients may read of it, if the error is a rejection whose type is known: one line, without a value of the
    /// request and without the name of a Rust type.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }

    /// The fields of the request that were refused, if the error is a rejection whose type is known.
    #[must_use]
    pub fn fields(&self) -> &FieldErrors {
        &self.0.fields
    }

    fn known(&mut self) -> &mut Known {
        Arc::make_mut(&mut self.0)
    }
}

#[allow(dead_code, reason = "who sets and reads them is behind features")]
impl FrameworkError {
    /// Sets the status, if it is 400 to 599: that of a response whose status was changed.
    #[must_use]
    pub(crate) fn with_status(mut self, status: StatusCode) -> Self {
        if status != self.0.status && (status.is_client_error() || status.is_server_error()) {
            self.known().status = status;
        }
        self
    }

    /// Sets what clients may read.
    #[must_use]
    pub(crate) fn with_text(mut self, text: impl Into<Cow<'static, str>>) -> Self {
        self.known().text = Some(text.into());
        self
    }

    /// Sets the fields that were refused, which are public.
    #[must_use]
    pub(crate) fn with_fields(mut self, fields: impl Into<FieldErrors>) -> Self {
        self.known().fields = fields.into();
        self
    }

    /// Sets what `Display` says after the status, for logs.
    #[must_use]
    pub(crate) fn with_log(mut self, log: impl Into<Cow<'static, str>>) -> Self {
        self.known().log = Some(log.into());
        self
    }

    /// Sets the headers of the response that it is about. Those that describe a body are dropped.
    #[must_use]
    pub(crate) fn with_headers(mut self, mut headers: HeaderMap) -> Self {
        for name in [
            header::CONTENT_TYPE,
            header::CONTENT_LENGTH,
            header::CONTENT_ENCODING,
            header::CONTENT_LANGUAGE,
            header::TRANSFER_ENCODING,
            header::ETAG,
            header::LAST_MODIFIED,
        ] {
            headers.remove(name);
        }
        self.known().headers = headers;
        self
    }

    /// The headers of the response that it is about, such as `Allow`.
    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }
}

/// The status, then all that is known, for logs.
impl fmt::Display for FrameworkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.status)?;
        match &self.0.log {
            Some(log) => write!(f, ": {log}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for FrameworkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FrameworkError")
            .field("status", &self.0.status)
            .field("kind", &self.0.kind)
            .field("text", &self.0.text)
            .field("fields", &self.0.fields)
            .field("log", &self.0.log)
            .field("source", &self.0.source)
            .finish()
    }
}

impl Error for FrameworkError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}
