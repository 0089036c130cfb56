//! The future of a response.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{self, Poll};

use http::Response;
use http_body::Body;
use pin_project_lite::pin_project;

use super::ErrorLayer;
use super::answer::{self, Asked, Found, FromBytes, MakeBody};
use super::configuration::Configuration;
use super::expose;
use super::panics::{self, Payload};
use crate::context::{Context, InPlace};
use crate::facts::{ApiError, ErrorSet};
use crate::framework::FrameworkError;

pin_project! {
    /// The future of [`ErrorService`](crate::ErrorService).
    pub struct ErrorFuture<F, E, M = FromBytes> {
        #[pin]
        state: State<F>,
        context: Context,
        layer: ErrorLayer<E, M>,
        asked: Asked,
    }
}

pin_project! {
    #[project = Projected]
    enum State<F> {
        Running {
            #[pin]
            future: F,
        },
        Panicked {
            payload: Option<Payload>,
        },
    }
}

impl<F, E, M> ErrorFuture<F, E, M> {
    /// Calls a service in the context of its request.
    #[inline]
    pub(super) fn call(
        context: Context,
        layer: ErrorLayer<E, M>,
        asked: Asked,
        call: impl FnOnce() -> F,
    ) -> Self {
        let mut context = context;
        let called = {
            let _in_place = InPlace::enter(&mut context);
            catch_unwind(AssertUnwindSafe(call))
        };
        match called {
            Ok(future) => ErrorFuture {
                state: State::Running { future },
                context,
                layer,
                asked,
            },
            Err(payload) => ErrorFuture::panicked(payload, context, layer, asked),
        }
    }

    #[cold]
    pub(super) fn panicked(
        payload: Payload,
        context: Context,
        layer: ErrorLayer<E, M>,
        asked: Asked,
    ) -> Self {
        ErrorFuture {
            state: State::Panicked {
                payload: Some(payload),
            },
            context,
            layer,
            asked,
        }
    }
}

impl<F, E, M, B, R> Future for ErrorFuture<F, E, M>
where
    F: Future<Output = Result<Response<B>, R>>,
    E: ApiError + ErrorSet + From<FrameworkError>,
    M: MakeBody<B>,
    B: Body,
{
    type Output = Result<Response<B>, R>;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let polled = match this.state.as_mut().project() {
            Projected::Running { future } => {
                let _in_place = InPlace::enter(this.context);
                catch_unwind(AssertUnwindSafe(|| future.poll(cx)))
            }
            Projected::Panicked { payload } => Err(payload.take().unwrap_or_else(|| Box::new(()))),
        };
        let found = match polled {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(Ok(response))) if is_error(&response) => Found::Response(response),
            Ok(Poll::Ready(Ok(mut response))) => {
                finish(&mut response, this.context, this.layer.configuration());
                return Poll::Ready(Ok(response));
            }
            Ok(Poll::Ready(Err(error))) => return Poll::Ready(Err(error)),
            Err(payload) => {
                drop_state(this.state, this.context);
                Found::Panic(payload)
            }
        };
        let mut response = answer::answer::<E, M, B>(found, this.context, this.layer, *this.asked);
        finish(&mut response, this.context, this.layer.configuration());
        Poll::Ready(Ok(response))
    }
}

/// Drops what a panic left behind, which may panic once more.
#[cold]
#[inline(never)]
fn drop_state<F>(mut state: Pin<&mut State<F>>, context: &mut Context) {
    let _in_place = InPlace::enter(context);
    let dropped = State::Panicked { payload: None };
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| state.set(dropped))) {
        panics::drop(payload);
    }
}

/// Writes what every response has.
#[inline]
fn finish<B>(response: &mut Response<B>, context: &Context, configuration: &Configuration) {
    if configuration.request_ids {
        if let Some(id) = context.request_id_value() {
            // What does not fit into the headers is not sent.
            let headers = response.headers_mut();
            let _ = headers.try_insert(configuration.header.clone(), id.clone());
        }
    }
    if configuration.expose_headers {
        expose::expose(response, configuration);
    }
}

#[inline]
fn is_error<B>(response: &Response<B>) -> bool {
    matches!(response.status().as_u16(), 400..=599)
}
