//! Who is told of every error before its public part goes out.

use std::sync::OnceLock;

use crate::context::Context;
use crate::facts::ApiError;

type Observer = Box<dyn Fn(&dyn ApiError, &Context) + Send + Sync>;

static OBSERVER: OnceLock<Observer> = OnceLock::new();

/// Sets the service's observer, once, at start.
///
/// It is called once for every response that a framework adapter makes, ahead of rendering, with
/// the whole error: `Display`, the source chain, the facts. What the response hides is for it to
/// log. A panic in it does not keep the response from going out.
///
/// Returns whether this observer is now the one; `false` says that one was set before, which stays.
///
/// ```
/// use std::io;
/// use errorbook::{ApiError, Context};
///
/// /// What a client sent may be in an error's text: no line break of theirs shall begin a line of
/// /// the log.
/// fn line(error: &dyn ApiError, context: &Context) -> String {
///     let id = context.request_id().unwrap_or("-");
///     let mut line = format!("{id} {}: {error}", error.spec().code());
///     let mut source = error.source();
///     while let Some(cause) = source {
///         line = format!("{line}: {cause}");
///         source = cause.source();
///     }
///     line.escape_debug().to_string()
/// }
///
/// assert!(errorbook::on_error(|error, context| eprintln!("{}", line(error, context))));
/// assert!(!errorbook::on_error(|_, _| {}));
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
pub fn on_error(observer: impl Fn(&dyn ApiError, &Context) + Send + Sync + 'static) -> bool {
    OBSERVER.set(Box::new(observer)).is_ok()
}

/// Shows `error` to the observer, if there is one.
#[cfg(feature = "axum")]
pub(crate) fn notify(error: &dyn ApiError, context: &Context) {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    if let Some(observer) = OBSERVER.get() {
        // The panic hook has already reported a panic; the client still gets its answer.
        let _ = catch_unwind(AssertUnwindSafe(|| observer(error, context)));
    }
}
