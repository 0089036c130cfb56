//! A capture around a service.

use std::task::{self, Poll};

use tower_layer::Layer;
use tower_service::Service;

use super::{Capture, CaptureFuture};

impl Capture {
    /// A layer whose service is seen by this capture, for requests that other threads work on: a server on a
    /// multi-thread runtime. It goes around all layers that make responses.
    ///
    /// ```
    /// # #[cfg(feature = "axum")] {
    /// use axum::Router;
    /// use axum::routing::get;
    /// use errorbook::testing::Capture;
    ///
    /// # fn app() -> Router { Router::new().route("/", get(async || "fine")) }
    /// let capture = Capture::new();
    /// let app: Router = app().layer(capture.layer());
    /// // Serve `app`, send a request to it, then look at `capture.take()`.
    /// # }
    /// ```
    #[must_use]
    pub fn layer(&self) -> CaptureLayer {
        CaptureLayer {
            capture: self.clone(),
        }
    }
}

/// The layer of a [`Capture`]: see [`Capture::layer`].
#[derive(Clone, Debug)]
pub struct CaptureLayer {
    capture: Capture,
}

impl<S> Layer<S> for CaptureLayer {
    type Service = CaptureService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        CaptureService {
            inner,
            capture: self.capture.clone(),
        }
    }
}

/// A service whose reports a [`Capture`] sees.
#[derive(Clone, Debug)]
pub struct CaptureService<S> {
    inner: S,
    capture: Capture,
}

impl<R, S: Service<R>> Service<R> for CaptureService<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = CaptureFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut task::Context<'_>) -> Poll<Result<(), Self::Error>> {
        let _entered = self.capture.enter();
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: R) -> Self::Future {
        let _entered = self.capture.enter();
        CaptureFuture::new(self.inner.call(request), self.capture.clone())
    }
}
