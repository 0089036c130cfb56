//! The service around another: what happens to a request before it is handled.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::{self, Poll};

use http::{Method, Request, Response};
use http_body::Body;
use tower_service::Service;

use super::answer::{Asked, FromBytes, MakeBody};
use super::configuration::Configuration;
use super::future::ErrorFuture;
use super::panics::Payload;
use super::request_id;
use super::{ErrorLayer, LayerError};
use crate::context::{Context, Held};

/// The service that [`ErrorLayer`] puts around another.
#[derive(Debug)]
pub struct ErrorService<S, E, M = FromBytes> {
    inner: S,
    layer: ErrorLayer<E, M>,
}

impl<S, E, M> ErrorService<S, E, M> {
    pub(super) fn new(inner: S, layer: ErrorLayer<E, M>) -> Self {
        ErrorService { inner, layer }
    }
}

impl<S: Clone, E, M: Clone> Clone for ErrorService<S, E, M> {
    fn clone(&self) -> Self {
        ErrorService::new(self.inner.clone(), self.layer.clone())
    }
}

impl<S, E, M, A, B> Service<Request<A>> for ErrorService<S, E, M>
where
    S: Service<Request<A>, Response = Response<B>>,
    E: LayerError,
    M: MakeBody<B> + Clone,
    B: Body,
{
    type Response = Response<B>;
    type Error = S::Error;
    type Future = ErrorFuture<S::Future, E, M>;

    #[inline]
    fn poll_ready(&mut self, cx: &mut task::Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<A>) -> Self::Future {
        let layer = self.layer.clone();
        let configuration = layer.configuration();
        let mut context = Held::of_request(&request);
        let known = context.get_mut();
        let asked = Asked {
            for_head: request.method() == Method::HEAD,
            by_router: known.is_from_router(),
        };
        if configuration.request_ids || configuration.add_context.is_some() {
            if let Err(payload) = prepare(configuration, &mut request, known) {
                return ErrorFuture::panicked(payload, context, layer, asked);
            }
        }
        ErrorFuture::call(context, layer, asked, &mut self.inner, request)
    }
}

/// Does what the configuration asks for.
#[inline(never)]
fn prepare<A>(
    configuration: &Configuration,
    request: &mut Request<A>,
    context: &mut Context,
) -> Result<(), Payload> {
    if configuration.request_ids {
        set_request_id(configuration, request, context)?;
    }
    if configuration.add_context.is_some() {
        add_context(configuration, request, context)?;
    }
    Ok(())
}

/// Finds or makes the id, and puts it into the request and the context. There is one id, also where layers are in one
/// another.
fn set_request_id<A>(
    configuration: &Configuration,
    request: &mut Request<A>,
    context: &mut Context,
) -> Result<(), Payload> {
    let (mut panicked, mut known) = (None, context.request_id_value().cloned());
    if known
        .as_ref()
        .is_some_and(|id| !request_id::is_well_formed(id.as_bytes()))
    {
        known = None;
    }
    let id = match known {
        Some(id) => id,
        None => {
            let mut values = request.headers().get_all(&configuration.header).iter();
            let given = values
                .next()
                .filter(|id| request_id::is_well_formed(id.as_bytes()));
            if let (Some(id), None) = (given, values.next()) {
                context.set_request_id(id.clone());
                record(context);
                return Ok(());
            }
            match given {
                Some(id) => id.clone(),
                None => {
                    let made = match &configuration.make_id {
                        Some(make) => with_head(request, |head| make(head)),
                        None => Ok(None),
                    };
                    let made = made.unwrap_or_else(|payload| {
                        panicked = Some(payload);
                        None
                    });
                    match made.or_else(|| request_id::make(configuration.prefix)) {
                        Some(id) => id,
                        None => return Ok(()),
                    }
                }
            }
        }
    };
    // What does not fit into the headers is not set there.
    let headers = request.headers_mut();
    if headers.get(&configuration.header) != Some(&id)
        || headers.get_all(&configuration.header).iter().count() > 1
    {
        let _ = headers.try_insert(configuration.header.clone(), id.clone());
    }
    context.set_request_id(id);
    record(context);
    panicked.map_or(Ok(()), Err)
}

/// Records the id on the current span, if that declares it.
#[inline]
fn record(context: &Context) {
    // Where nothing is on, there is no span.
    #[cfg(feature = "tracing")]
    if tracing::level_filters::LevelFilter::current() != tracing::level_filters::LevelFilter::OFF {
        if let Some(id) = context.request_id() {
            tracing::Span::current().record("request_id", id);
        }
    }
    #[cfg(not(feature = "tracing"))]
    let _ = context;
}

/// Adds what the service knows. The id stays that of the header.
#[cold]
fn add_context<A>(
    configuration: &Configuration,
    request: &mut Request<A>,
    context: &mut Context,
) -> Result<(), Payload> {
    let Some(add) = &configuration.add_context else {
        return Ok(());
    };
    let id = context.request_id_value().cloned();
    let before = context.clone();
    *context = with_head(request, |head| add(head, before))?;
    if let (Some(id), true) = (id, configuration.request_ids) {
        context.set_request_id(id);
    }
    Ok(())
}

/// Calls a function of the service with the head of a request.
fn with_head<A, R>(
    request: &mut Request<A>,
    call: impl FnOnce(&http::request::Parts) -> R,
) -> Result<R, Payload> {
    let mut head = Request::new(()).into_parts().0;
    swap(&mut head, request);
    let returned = catch_unwind(AssertUnwindSafe(|| call(&head)));
    swap(&mut head, request);
    returned
}

fn swap<A>(head: &mut http::request::Parts, request: &mut Request<A>) {
    std::mem::swap(&mut head.method, request.method_mut());
    std::mem::swap(&mut head.uri, request.uri_mut());
    std::mem::swap(&mut head.version, request.version_mut());
    std::mem::swap(&mut head.headers, request.headers_mut());
    std::mem::swap(&mut head.extensions, request.extensions_mut());
}
