//! Everybody who is told of an error response: the service's observer, and behind features the logs and the metrics.
//!
//! Each report goes through one function here, [`report`], once.

mod chain;
#[cfg(feature = "metrics")]
mod counter;
#[cfg(feature = "tracing")]
mod event;
mod panics;
mod report;

use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use http::{Response, StatusCode};

use crate::context::Context;
use crate::facts::ApiError;
use crate::write::Omissions;

pub use chain::chain;
pub use panics::install_panic_hook;
pub use report::Report;

type Observer = Box<dyn Fn(&Report<'_>) + Send + Sync>;

static OBSERVER: OnceLock<Observer> = OnceLock::new();

/// Sets the service's observer, once, at start.
///
/// The framework adapters call it once for each error response, after rendering. Its [`Report`] has the whole error
/// and what the response omits. Use it to log what clients must not see. If the observer panics, the response is still
/// sent.
///
/// Returns whether this observer is now set. `false` means that another one was set before and is kept.
///
/// ```
/// use errorbook::{ApiError, Report, chain};
///
/// fn log(report: &Report<'_>) {
///     let id = report.context().request_id().unwrap_or("-");
///     let code = report.error().spec().code();
///     eprintln!("{id} {code}: {}", chain(report.error()));
///     for omitted in report.omitted() {
///         eprintln!("{id} omitted {}", omitted.to_string().escape_debug());
///     }
/// }
///
/// assert!(errorbook::on_error(log));
/// assert!(!errorbook::on_error(|_| {}));
/// ```
///
/// The features `tracing` and `metrics` log and count error responses without an observer. All of them are told of
/// each response.
pub fn on_error(observer: impl Fn(&Report<'_>) + Send + Sync + 'static) -> bool {
    OBSERVER.set(Box::new(observer)).is_ok()
}

/// Reports a response that you made with [`render`](crate::render) or [`render_as`](crate::render_as), as the framework
/// adapters report theirs: to the observer, and with the features `tracing` and `metrics` to these.
///
/// Call it once for each response. Pass the response as errorbook made it, before you convert it: it knows which
/// details and header values of the error it omits, and the report lists these.
///
/// ```
/// use errorbook::{ApiError, Context, notify, on_error, render};
/// use std::sync::Mutex;
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "CLAIM_NOT_FOUND", message = "Claim {id} not found")]
/// struct ClaimNotFound {
///     id: u64,
///     #[api_error(header = "X-Owner")]
///     owner: &'static str,
/// }
///
/// static LOG: Mutex<String> = Mutex::new(String::new());
/// on_error(|report| {
///     let omitted = report.omitted().first().expect("a header that HTTP forbids");
///     *LOG.lock().unwrap() = format!("{} {}: {omitted}", report.status(), report.error());
/// });
///
/// let error = ClaimNotFound { id: 7, owner: "a\nb" };
/// let context = Context::new();
/// let response = render(&error, &context);
/// notify(&error, &context, &response);
/// assert_eq!(
///     *LOG.lock().unwrap(),
///     "404 Not Found Claim 7 not found: header `x-owner`: its value is not visible ASCII, spaces and tabs, or its `Display` failed"
/// );
/// ```
pub fn notify<B>(error: &dyn ApiError, context: &Context, response: &Response<B>) {
    report(&Report {
        error,
        context,
        status: response.status(),
        omitted: Omissions::left_in(response.extensions()),
    });
}

/// Tells everybody of an error response that was just made.
pub(crate) fn tell(
    error: &dyn ApiError,
    context: &Context,
    status: StatusCode,
    omitted: Omissions,
) {
    report(&Report {
        error,
        context,
        status,
        omitted: &omitted.into_vec(),
    });
}

/// Each report goes through here, once.
fn report(report: &Report<'_>) {
    #[cfg(feature = "testing")]
    listen(|| {
        crate::testing::report(report.error, report.context, report.status, report.omitted);
    });
    if let Some(observer) = OBSERVER.get() {
        listen(|| observer(report));
    }
    // One look while there is no subscriber.
    #[cfg(feature = "tracing")]
    if tracing::dispatcher::has_been_set() {
        listen(|| event::emit(report));
    }
    #[cfg(feature = "metrics")]
    listen(|| counter::count(report));
}

/// Calls one of those who are told. The panic hook has already reported a panic: the others are told, too, and the
/// client still gets its answer.
fn listen(listener: impl FnOnce()) {
    if let Err(payload) = catch_unwind(AssertUnwindSafe(listener)) {
        // It may be of a type whose drop panics, with another of its kind.
        if let Err(payload) = catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            mem::forget(payload);
        }
    }
}
