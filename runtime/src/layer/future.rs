//! The future of a response.

use std::future::Future;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{self, Poll};

use http::{Request, Response};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_service::Service;

use super::answer::{self, Asked, Found, FromBytes, MakeBody};
use super::configuration::Configuration;
use super::expose;
use super::panics::{self, Payload};
use super::{ErrorLayer, LayerError};
use crate::context::{Context, Held, InPlace};

pin_project! {
    /// The future of [`ErrorService`](crate::ErrorService).
    pub struct ErrorFuture<F, E, M = FromBytes> {
        #[pin]
        state: State<F>,
        context: Held,
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
    // The request and the future have some hundred bytes each, so both are moved as seldom as can be: the request by
    // way of a place outside of what may panic, the future straight into this one.
    #[inline]
    pub(super) fn call<S, A>(
        context: Held,
        layer: ErrorLayer<E, M>,
        asked: Asked,
        service: &mut S,
        request: Request<A>,
    ) -> Self
    where
        S: Service<Request<A>, Future = F>,
    {
        let mut this = ErrorFuture {
            state: State::Panicked { payload: None },
            context,
            layer,
            asked,
        };
        let mut request = Some(request);
        let called = {
            let _in_place = InPlace::enter(&mut this.context);
            let state = &mut this.state;
            catch_unwind(AssertUnwindSafe(|| {
                if let Some(request) = request.take() {
                    let future = service.call(request);
                    fill(state, State::Running { future });
                }
            }))
        };
        if let Err(payload) = called {
            this.state = State::Panicked {
                payload: Some(payload),
            };
        }
        this
    }

    #[cold]
    pub(super) fn panicked(
        payload: Payload,
        context: Held,
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
    E: LayerError,
    M: MakeBody<B>,
    B: Body,
{
    type Output = Result<Response<B>, R>;

    #[inline]
    fn poll(self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let mut polled = Poll::Pending;
        let caught = match this.state.as_mut().project() {
            Projected::Running { future } => {
                let _in_place = InPlace::enter(this.context);
                catch_unwind(AssertUnwindSafe(|| fill(&mut polled, future.poll(cx))))
            }
            Projected::Panicked { payload } => Err(payload.take().unwrap_or_else(|| Box::new(()))),
        };
        if caught.is_ok() {
            match &mut polled {
                Poll::Ready(Ok(response)) if is_error(response) => {}
                Poll::Ready(Ok(response)) => {
                    let configuration = this.layer.configuration();
                    if configuration.request_ids || configuration.expose_headers {
                        finish(response, this.context, configuration);
                    }
                    return polled;
                }
                _ => return polled,
            }
        }
        let found = match (caught, polled) {
            (Ok(()), Poll::Ready(Ok(response))) => Found::Response(response),
            (Ok(()), other) => return other,
            (Err(payload), _) => {
                drop_state(this.state, this.context);
                Found::Panic(payload)
            }
        };
        let mut response = answer::answer::<E, M, B>(found, this.context, this.layer, *this.asked);
        finish(&mut response, this.context, this.layer.configuration());
        Poll::Ready(Ok(response))
    }
}

/// Fills a place that has nothing to drop, which the compiler does not see.
#[inline]
fn fill<T>(place: &mut T, value: T) {
    mem::forget(mem::replace(place, value));
}

/// Drops what a panic left behind, which may panic once more.
#[cold]
#[inline(never)]
fn drop_state<F>(mut state: Pin<&mut State<F>>, context: &mut Held) {
    let _in_place = InPlace::enter(context);
    let dropped = State::Panicked { payload: None };
    if let Err(payload) = catch_unwind(AssertUnwindSafe(|| state.set(dropped))) {
        panics::drop(payload);
    }
}

/// Writes what every response has.
fn finish<B>(response: &mut Response<B>, context: &Held, configuration: &Configuration) {
    if configuration.request_ids {
        if let Some(id) = context.get().and_then(Context::request_id_value) {
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
