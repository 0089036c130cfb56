//! Collects reports.

use std::fmt;
use std::future::Future;
use std::mem;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{self, Poll};

use http::StatusCode;
use pin_project_lite::pin_project;

use super::Captured;
use crate::context::{self, Collectors, Context};
use crate::facts::ApiError;
use crate::write::Omitted;

/// Calls `work`, and returns its value with the reports of all error responses that were made in it, in the order in
/// which they were made.
///
/// These are the reports that the observer gets: see [`on_error`](crate::on_error). The observer still gets them. A
/// capture needs no observer, and tests that run at the same time do not see each other's reports.
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use axum::response::IntoResponse;
/// use errorbook::ApiError;
/// use errorbook::testing::capture;
///
/// #[derive(Debug, ApiError)]
/// enum StoreError {
///     /// The store did not answer.
///     #[api_error(status = 503, code = "STORE_DOWN")]
///     Down(#[from] std::io::Error),
/// }
///
/// let cause = std::io::Error::other("password expired");
/// let (response, reports) = capture(|| StoreError::from(cause).into_response());
/// assert_eq!(response.status(), 503);
/// assert_eq!(reports.len(), 1);
/// assert_eq!(reports[0].code(), "STORE_DOWN");
/// assert_eq!(reports[0].variant_name(), "Down");
/// assert_eq!(reports[0].text(), "The store did not answer.");
/// assert_eq!(reports[0].sources(), ["password expired"]);
/// # }
/// ```
///
/// A capture inside a capture is seen by both. For asynchronous work there is [`capture_async`], and [`Capture`] for a
/// server. The [module](super) says which reports are not seen.
pub fn capture<T>(work: impl FnOnce() -> T) -> (T, Vec<Captured>) {
    let capture = Capture::new();
    let entered = capture.enter();
    let value = work();
    drop(entered);
    (value, capture.take())
}

/// Returns the value of `future` with the reports of all error responses that were made in it, as [`capture`] does.
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use axum::Router;
/// use axum::routing::get;
/// use errorbook::ApiError;
/// use errorbook::testing::{capture_async, collect};
/// use tower_service::Service;
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "CLAIM_NOT_FOUND", display = "no row {id}")]
/// struct ClaimNotFound {
///     id: u64,
/// }
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let mut app: Router = Router::new().route("/", get(async || ClaimNotFound { id: 7 }));
/// let request = http::Request::get("/").body(axum::body::Body::empty()).unwrap();
///
/// let (response, reports) = capture_async(app.call(request)).await;
/// assert_eq!(response.unwrap().status(), 404);
/// assert_eq!(reports[0].text(), "no row 7");
/// # });
/// # }
/// ```
pub fn capture_async<F: Future>(future: F) -> impl Future<Output = (F::Output, Vec<Captured>)> {
    let capture = Capture::new();
    async move {
        let value = capture.scope(future).await;
        (value, capture.take())
    }
}

/// Collects the reports of the error responses that are made where it is in place. Clones collect into one list.
///
/// ```
/// # #[cfg(feature = "axum")] {
/// use axum::response::IntoResponse;
/// use errorbook::ApiError;
/// use errorbook::testing::Capture;
///
/// /// The store did not answer.
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 503, code = "STORE_DOWN")]
/// struct StoreDown;
///
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
/// let capture = Capture::new();
/// // In a test with the attribute `#[tokio::test]`, the tasks that the test spawns, such as a server, run on its thread.
/// let _entered = capture.enter();
///
/// tokio::spawn(async { StoreDown.into_response() }).await.unwrap();
/// assert_eq!(capture.reports()[0].code(), "STORE_DOWN");
/// # });
/// # }
/// ```
#[derive(Clone, Default)]
pub struct Capture(Arc<Reports>);

#[derive(Default)]
struct Reports(Mutex<Vec<Captured>>);

impl Reports {
    fn lock(&self) -> MutexGuard<'_, Vec<Captured>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Capture {
    /// One that is in place nowhere.
    #[must_use]
    pub fn new() -> Self {
        Capture::default()
    }

    /// Puts it in place on this thread, until the returned value is dropped. So it sees everything that runs on this
    /// thread, and nothing else: with tokio's current-thread runtime, which is that of `#[tokio::test]`, also the
    /// tasks that are spawned.
    #[must_use = "the capture ends when this is dropped"]
    pub fn enter(&self) -> Entered {
        Entered {
            _entered: context::Entered::new(self.0.clone()),
        }
    }

    /// Puts it in place while `future` is polled, on whichever thread that happens.
    pub fn scope<F: Future>(&self, future: F) -> impl Future<Output = F::Output> + use<F> {
        CaptureFuture::new(future, self.clone())
    }

    /// The reports up to now, in the order in which the responses were made.
    #[must_use]
    pub fn reports(&self) -> Vec<Captured> {
        self.0.lock().clone()
    }

    /// Takes the reports up to now out of it.
    #[must_use = "to drop the reports, write `let _ = `"]
    pub fn take(&self) -> Vec<Captured> {
        mem::take(&mut *self.0.lock())
    }
}

impl fmt::Debug for Capture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Capture").field(&*self.0.lock()).finish()
    }
}

/// A [`Capture`] that is in place on this thread until this is dropped.
#[must_use = "the capture ends when this is dropped"]
pub struct Entered {
    _entered: context::Entered,
}

impl fmt::Debug for Entered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entered").finish_non_exhaustive()
    }
}

pin_project! {
    /// A future whose reports a [`Capture`] sees.
    #[derive(Debug)]
    pub struct CaptureFuture<F> {
        #[pin]
        future: F,
        capture: Capture,
    }
}

impl<F> CaptureFuture<F> {
    pub(super) fn new(future: F, capture: Capture) -> Self {
        CaptureFuture { future, capture }
    }
}

impl<F: Future> Future for CaptureFuture<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let _entered = this.capture.enter();
        this.future.poll(cx)
    }
}

/// Shows a report to each capture that is in place, or that the request's context has brought along.
pub(crate) fn report(
    error: &dyn ApiError,
    context: &Context,
    status: StatusCode,
    omitted: &[Omitted],
) {
    let mut captured = None;
    for collector in context.collectors().iter() {
        if let Some(reports) = collector.downcast_ref::<Reports>() {
            let captured =
                captured.get_or_insert_with(|| Captured::new(error, context, status, omitted));
            reports.lock().push(captured.clone());
        }
    }
}

/// The reports of all captures that are in place, for the message of a failed assertion. A capture inside another one
/// has none that the other one has not.
pub(super) fn present() -> Vec<Captured> {
    let collectors = Collectors::present();
    let outermost = collectors.iter().next();
    let reports = outermost.and_then(|collector| collector.downcast_ref::<Reports>());
    reports.map_or_else(Vec::new, |reports| reports.lock().clone())
}
