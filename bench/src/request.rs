//! A successful request, with a context and without.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::{Poll, Waker};

use http::StatusCode;

/// A request that waits once, as most do.
pub async fn handle() -> StatusCode {
    let mut waited = false;
    poll_fn(|_| {
        if std::mem::replace(&mut waited, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
    StatusCode::OK
}

/// Polls until it is ready. Nothing here waits for anything else.
pub fn finish<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = std::task::Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
