//! What a body may say of the request that failed, and how it gets there without being passed on.

use std::borrow::Cow;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::task::{self, Poll};
use std::time::SystemTime;

use pin_project_lite::pin_project;

/// What is known of the request: its id, its path, the page that documents its endpoint.
///
/// ```
/// use errorbook::{ApiError, Context, ErrorObject, render};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "NOT_FOUND", envelope = ErrorObject)]
/// struct NotFound;
///
/// let response = render(&NotFound, &Context::new().with_request_id("req_1"));
/// assert_eq!(
///     response.body(),
///     r#"{"error":{"code":"NOT_FOUND","message":"Not Found","request_id":"req_1"}}"#
/// );
/// ```
#[derive(Clone, Debug, Default)]
pub struct Context {
    request_id: Option<Cow<'static, str>>,
    instance: Option<Cow<'static, str>>,
    docs: Option<Cow<'static, str>>,
    timestamp: Option<SystemTime>,
}

impl Context {
    /// A context that knows nothing.
    #[must_use]
    pub const fn new() -> Self {
        Context {
            request_id: None,
            instance: None,
            docs: None,
            timestamp: None,
        }
    }

    /// Sets the id of the request, for the slot `request_id`.
    #[must_use]
    pub fn with_request_id(mut self, request_id: impl Into<Cow<'static, str>>) -> Self {
        self.request_id = Some(request_id.into());
        self
    }

    /// Sets the path of the request, for the slot `instance`. A query is cut off: it may hold secrets.
    #[must_use]
    pub fn with_instance(mut self, path: impl Into<Cow<'static, str>>) -> Self {
        let path = path.into();
        self.instance = Some(match path.find(['?', '#']) {
            Some(end) => Cow::Owned(path[..end].to_owned()),
            None => path,
        });
        self
    }

    /// Sets the page that documents the endpoint: the docs link of errors that declare none. A text that is
    /// not a URI reference (RFC 3986) is not sent.
    #[must_use]
    pub fn with_docs(mut self, link: impl Into<Cow<'static, str>>) -> Self {
        self.docs = Some(link.into());
        self
    }

    /// Sets the time of the response if it is not set.
    #[cfg(feature = "openapi")]
    pub(crate) fn or_timestamp(mut self, timestamp: SystemTime) -> Self {
        self.timestamp.get_or_insert(timestamp);
        self
    }

    /// Sets the time of the response, for the slot `timestamp`. The default is the time of rendering.
    ///
    /// RFC 3339 has four digits for a year: an earlier time than 1970 is sent as `1970-01-01T00:00:00.000Z`, a later
    /// one than 9999 as `9999-12-31T23:59:59.999Z`.
    #[must_use]
    pub fn with_timestamp(mut self, timestamp: SystemTime) -> Self {
        self.timestamp = Some(timestamp);
        self
    }

    /// The context of the request that this thread is working on: what [`scope`] holds at the moment,
    /// else an empty one.
    #[must_use]
    pub fn current() -> Self {
        with_current(Context::clone)
    }

    /// The id of the request, for a log.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.request_id.as_deref()
    }

    /// The path of the request, without its query.
    #[must_use]
    pub fn instance(&self) -> Option<&str> {
        self.instance.as_deref()
    }

    /// The page that documents the endpoint.
    #[must_use]
    pub fn docs(&self) -> Option<&str> {
        self.docs.as_deref()
    }

    /// Whether nothing is known that a body could say of the request, its time aside.
    pub(crate) fn is_alone(&self) -> bool {
        self.request_id.is_none() && self.instance.is_none() && self.docs.is_none()
    }

    /// The time of the response, or the present time if none is set.
    #[must_use]
    pub fn timestamp(&self) -> SystemTime {
        self.timestamp.unwrap_or_else(SystemTime::now)
    }
}

thread_local! {
    /// The context of the request whose future is being polled on this thread.
    static CURRENT: RefCell<Context> = const { RefCell::new(Context::new()) };
}

/// Holds `context` for the length of `future`, usually the handling of one request.
///
/// Responses that are made while the future is polled carry the context's request id and path;
/// handlers do not pass it on. It needs no particular runtime: the context is put in place around
/// each poll, on whichever thread that happens. Work that is spawned off the request does not
/// inherit it; a scope inside a scope replaces it.
///
/// ```
/// # #[derive(Debug, errorbook::ApiError)]
/// # #[api_error(status = 404, code = "NOT_FOUND", envelope = errorbook::ErrorObject)]
/// # struct NotFound;
/// # fn main() {
/// # let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
/// # runtime.block_on(async {
/// use errorbook::{Context, scope};
///
/// let body = scope(Context::new().with_request_id("req_1"), async {
///     errorbook::render(&NotFound, &Context::current()).into_body()
/// })
/// .await;
/// assert_eq!(
///     body,
///     r#"{"error":{"code":"NOT_FOUND","message":"Not Found","request_id":"req_1"}}"#
/// );
/// # });
/// # }
/// ```
pub fn scope<F: Future>(context: Context, future: F) -> impl Future<Output = F::Output> {
    Scope { future, context }
}

pin_project! {
    /// A future with the context in which it is polled. It is no larger than both.
    struct Scope<F> {
        #[pin]
        future: F,
        context: Context,
    }
}

impl<F: Future> Future for Scope<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let _in_place = InPlace::enter(this.context);
        this.future.poll(cx)
    }
}

/// Calls `read` with the context of the request that is being worked on; with an empty one where the
/// thread is ending and has none any more.
pub(crate) fn with_current<R>(read: impl Fn(&Context) -> R) -> R {
    CURRENT
        .try_with(|current| match current.try_borrow() {
            Ok(current) => read(&current),
            Err(_) => read(&Context::new()),
        })
        .unwrap_or_else(|_| read(&Context::new()))
}

/// A context that stands in the thread-local until this is dropped, also by a panic.
struct InPlace<'a> {
    held: &'a mut Context,
}

impl<'a> InPlace<'a> {
    fn enter(held: &'a mut Context) -> Self {
        swap(held);
        InPlace { held }
    }
}

impl Drop for InPlace<'_> {
    fn drop(&mut self) {
        swap(self.held);
    }
}

/// Swaps the held context with the one in place.
///
/// While a response is being rendered the one in place is borrowed. Whoever polls another request
/// from inside of that (a `Serialize` that blocks on a future, say) does without its context, both
/// ways, rather than panic.
///
/// Out of line, as a copy in each of its two callers takes a sixth more instructions.
#[inline(never)]
fn swap(held: &mut Context) {
    let _ = CURRENT.try_with(|current| {
        if let Ok(mut current) = current.try_borrow_mut() {
            std::mem::swap(&mut *current, held);
        }
    });
}
