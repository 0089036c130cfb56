//! The future of a response.

use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{self, Poll};

use http::Response;
use http_body::Body;
use pin_project_lite::pin_project;

use super::ErrorLayer;
use super::answer::{self, Asked, Found, FromBytes, MakeBody, Payload};
use super::expose;
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
    #[inline]
    pub(super) fn running(
        future: F,
        context: Context,
        layer: ErrorLayer<E, M>,
        asked: Asked,
    ) -> Self {
        ErrorFuture {
            state: State::Running { future },
            context,
            layer,
            asked,
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

    fn poll(self: Pin<&mut Self>, cx: &mut task::Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let polled = match this.state.as_mut().project() {
            Projected::Running { future } => {
                let _in_place = InPlace::enter(this.context);
                catch_unwind(AssertUnwindSafe(|| future.poll(cx)))
            }
            Projected::Panicked { payload } => Err(payload.take().unwrap_or_else(|| Box::new(()))),
        };
        let mut response = match polled {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(Err(error))) => return Poll::Ready(Err(error)),
            Ok(Poll::Ready(Ok(response))) => {
                if is_error(&response) {
                    let found = Found::Response(response);
                    answer::answer::<E, M, B>(found, this.context, this.layer, *this.asked)
                } else {
                    response
                }
            }
            Err(payload) => {
                {
                    // What the future holds may panic once more while it is dropped.
                    let _in_place = InPlace::enter(this.context);
                    let state = State::Panicked { payload: None };
                    let _ = catch_unwind(AssertUnwindSafe(|| this.state.set(state)));
                }
                let found = Found::Panic(payload);
                answer::answer::<E, M, B>(found, this.context, this.layer, *this.asked)
            }
        };
        let configuration = this.layer.configuration();
        if let Some(id) = configuration.id_of(this.context) {
            // What does not fit into the headers is not sent.
            let headers = response.headers_mut();
            let _ = headers.try_insert(configuration.header.clone(), id);
        }
        if configuration.expose_headers {
            expose::expose(&mut response, configuration);
        }
        Poll::Ready(Ok(response))
    }
}

#[inline]
fn is_error<B>(response: &Response<B>) -> bool {
    matches!(response.status().as_u16(), 400..=599)
}
