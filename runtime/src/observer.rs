//! The observer, which is called after each error response is made.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use http::StatusCode;

use crate::context::Context;
use crate::facts::ApiError;
use crate::write::{Omissions, Omitted};

type Observer = Box<dyn Fn(&Report<'_>) + Send + Sync>;

static OBSERVER: OnceLock<Observer> = OnceLock::new();

/// What the observer gets for one error response: see [`on_error`].
#[derive(Clone, Copy)]
pub struct Report<'a> {
    error: &'a dyn ApiError,
    context: &'a Context,
    status: StatusCode,
    omitted: &'a [Omitted],
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

/// Sets the service's observer, once, at start.
///
/// The framework adapters call it once for each error response, after rendering. Its [`Report`] has the whole error
/// and what the response omits. Use it to log what clients must not see. If the observer panics, the response is still
/// sent.
///
/// Returns whether this observer is now set. `false` means that another one was set before and is kept.
///
/// ```
/// use std::fmt::Write;
/// use std::io;
/// use errorbook::{ApiError, Context, Report};
///
/// /// Escapes line breaks, so that client input cannot forge log entries.
/// fn line(error: &dyn ApiError, context: &Context) -> String {
///     let id = context.request_id().unwrap_or("-");
///     let mut line = format!("{id} {}: {error}", error.spec().code());
///     let mut source = error.source();
///     while let Some(cause) = source {
///         let _ = write!(line, ": {cause}");
///         source = cause.source();
///     }
///     line.escape_debug().to_string()
/// }
///
/// fn log(report: &Report<'_>) {
///     eprintln!("{}", line(report.error(), report.context()));
///     for omitted in report.omitted() {
///         eprintln!("omitted: {}", omitted.to_string().escape_debug());
///     }
/// }
///
/// assert!(errorbook::on_error(log));
/// assert!(!errorbook::on_error(|_| {}));
///
/// /// The store did not answer.
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 503, display = "{name} is lost")]
/// struct Lost {
///     name: &'static str,
///     source: io::Error,
/// }
///
/// let error = Lost { name: "a\nb", source: io::Error::other("no\nfile") };
/// assert_eq!(line(&error, &Context::new()), r"- LOST: a\nb is lost: no\nfile");
/// ```
pub fn on_error(observer: impl Fn(&Report<'_>) + Send + Sync + 'static) -> bool {
    OBSERVER.set(Box::new(observer)).is_ok()
}

/// Reports a response to the observer, if there is one.
pub(crate) fn notify(
    error: &dyn ApiError,
    context: &Context,
    status: StatusCode,
    omitted: Omissions,
) {
    if let Some(observer) = OBSERVER.get() {
        let report = &Report {
            error,
            context,
            status,
            omitted: &omitted.into_vec(),
        };
        // The panic hook has already reported a panic; the client still gets its answer.
        let _ = catch_unwind(AssertUnwindSafe(|| observer(report)));
    }
}
