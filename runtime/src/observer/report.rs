//! What everybody learns of an error response.

use std::fmt;

use http::StatusCode;

use crate::context::Context;
use crate::facts::ApiError;
use crate::write::Omitted;

/// What the observer gets for one error response: see [`on_error`](crate::on_error).
#[derive(Clone, Copy)]
pub struct Report<'a> {
    pub(crate) error: &'a dyn ApiError,
    pub(crate) context: &'a Context,
    pub(crate) status: StatusCode,
    pub(crate) omitted: &'a [Omitted],
}

impl<'a> Report<'a> {
    /// The whole error: `Display`, the source chain, the facts.
    #[must_use]
    pub fn error(&self) -> &'a dyn ApiError {
        self.error
    }

    /// What is known of the request.
    #[must_use]
    pub fn context(&self) -> &'a Context {
        self.context
    }

    /// The status of the response.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The details and header values of the error that could not be sent: a detail that does not serialize or whose name
    /// another member has, a header value that HTTP forbids.
    #[must_use]
    pub fn omitted(&self) -> &'a [Omitted] {
        self.omitted
    }
}

impl fmt::Debug for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report")
            .field("error", &self.error)
            .field("context", &self.context)
            .field("status", &self.status)
            .field("omitted", &self.omitted)
            .finish()
    }
}
