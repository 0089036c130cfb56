//! How the context of a request reaches what is called in it, without being passed on.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::task::{self, Poll};

use pin_project_lite::pin_project;

use super::Context;
use super::held::Held;

impl Context {
    /// The context of the request that this thread is working on: what [`scope`] holds at the moment,
    /// else an empty one.
    #[must_use]
    pub fn current() -> Self {
        #[cfg(feature = "testing")]
        return Context {
            collectors: super::Collectors::present(),
            ..with_current(Context::clone)
        };
        #[cfg(not(feature = "testing"))]
        with_current(Context::clone)
    }
}

thread_local! {
    /// The context of the request whose future is being polled on this thread.
    static CURRENT: RefCell<Option<Box<Context>>> = const { RefCell::new(None) };
}

/// Holds `context` for the length of `future`, usually the handling of one request.
///
/// Responses that are made while the future is polled carry the context's request id and path;
/// handlers do not pass it on. It needs no particular runtime: the context is put in place around
/// each poll, on whichever thread that happens. A scope inside a scope replaces it.
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
///
/// A task that the request spawns does not inherit the context, and neither does a response body that is polled after
/// the handler has returned. Take it along:
///
/// ```
/// use errorbook::{Context, scope};
///
/// # let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
/// # runtime.block_on(scope(Context::new().with_request_id("req_1"), async {
/// let alone = tokio::spawn(async { Context::current() });
/// let task = tokio::spawn(scope(Context::current(), async { Context::current() }));
///
/// assert_eq!(alone.await.unwrap().request_id(), None);
/// assert_eq!(task.await.unwrap().request_id(), Some("req_1"));
/// # }));
/// ```
pub fn scope<F: Future>(context: Context, future: F) -> impl Future<Output = F::Output> {
    Scope {
        future,
        context: Held::new(context),
    }
}

pin_project! {
    /// A future with the context in which it is polled.
    struct Scope<F> {
        #[pin]
        future: F,
        context: Held,
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
    static EMPTY: Context = Context::new();

    CURRENT
        .try_with(|current| {
            let current = current.try_borrow().ok();
            let current = current.as_ref().and_then(|current| current.as_deref());
            read(current.unwrap_or(&EMPTY))
        })
        .unwrap_or_else(|_| read(&EMPTY))
}

/// Whether no scope holds a context on this thread.
#[cfg(feature = "tower")]
#[inline]
pub(super) fn is_empty() -> bool {
    CURRENT
        .try_with(|current| current.try_borrow().is_ok_and(|current| current.is_none()))
        .unwrap_or(true)
}

/// Keeps a context in the thread-local until this is dropped, also by a panic.
pub(crate) struct InPlace<'a> {
    held: &'a mut Held,
    #[cfg(feature = "testing")]
    _collectors: Vec<super::Entered>,
}

impl<'a> InPlace<'a> {
    #[inline]
    pub(crate) fn enter(held: &'a mut Held) -> Self {
        #[cfg(feature = "testing")]
        let entered = held.get().map(|context| context.collectors.enter());
        swap(held);
        InPlace {
            held,
            #[cfg(feature = "testing")]
            _collectors: entered.unwrap_or_default(),
        }
    }
}

impl Drop for InPlace<'_> {
    #[inline]
    fn drop(&mut self) {
        swap(self.held);
    }
}

/// Swaps the held context with the one in place.
///
/// While a response is being rendered, the context in place is borrowed. Polling another request from
/// inside rendering (a `Serialize` that blocks on a future, say) runs it without its context.
#[inline]
fn swap(held: &mut Held) {
    let _ = CURRENT.try_with(|current| {
        if let Ok(mut current) = current.try_borrow_mut() {
            std::mem::swap(&mut *current, &mut held.0);
        }
    });
}
