//! The answer to what went wrong.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use bytes::Bytes;
use http::header::{self, CACHE_CONTROL, CONTENT_LENGTH};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use http_body::Body;

use super::foreign::{self, Replacement};
use super::panics::{self, Payload};
use super::{ErrorLayer, LayerError};
use crate::context::{Held, InPlace, with_current};
use crate::facts::{ApiError, Envelope, Shape};
use crate::framework::{FrameworkError, FrameworkErrorKind};
use crate::observer;
use crate::render;
use crate::write::{Omissions, OmittedPart};

/// How the bodies of errors are made.
pub trait MakeBody<B> {
    #[doc(hidden)]
    fn make(&self, body: Bytes) -> B;
}

/// By `From<Bytes>`.
#[derive(Clone, Copy, Debug)]
pub struct FromBytes;

impl<B: From<Bytes>> MakeBody<B> for FromBytes {
    fn make(&self, body: Bytes) -> B {
        body.into()
    }
}

/// By a function of the service.
#[derive(Clone, Copy, Debug)]
pub struct MapBody<F>(pub(super) F);

impl<B, F: Fn(Bytes) -> B> MakeBody<B> for MapBody<F> {
    fn make(&self, body: Bytes) -> B {
        (self.0)(body)
    }
}

/// What the answer depends on, besides the context.
#[derive(Clone, Copy)]
pub(super) struct Asked {
    /// The answer to `HEAD` has no body.
    pub(super) for_head: bool,
    /// axum's router adds `Allow` to the answer.
    pub(super) by_router: bool,
}

/// What went wrong.
pub(super) enum Found<B> {
    Response(Response<B>),
    Panic(Payload),
}

/// The response to send: the one that was found if it stays, else that of the service's error.
#[cold]
#[inline(never)]
pub(super) fn answer<E, M, B>(
    found: Found<B>,
    context: &mut Held,
    layer: &ErrorLayer<E, M>,
    asked: Asked,
) -> Response<B>
where
    E: LayerError,
    M: MakeBody<B>,
    B: Body,
{
    let _in_place = InPlace::enter(context);
    let (error, head) = match found {
        Found::Panic(payload) => (panic_error(payload), None),
        Found::Response(response) => {
            let (mut head, body) = response.into_parts();
            let replace = layer.configuration().replace;
            let error = match foreign::error_of(&mut head, replace) {
                None => return Response::from_parts(head, body),
                Some(Replacement::Known(error)) => {
                    panics::drop(body);
                    error
                }
                Some(Replacement::Unknown) => {
                    let error = FrameworkError::new(head.status);
                    match foreign::text_of(&head, body) {
                        Some(text) => error.with_log(text),
                        None => error,
                    }
                }
            };
            (error, Some(head))
        }
    };
    let head = head.unwrap_or_else(|| Response::new(()).into_parts().0);
    let status = error.status();
    let made = catch_unwind(AssertUnwindSafe(|| {
        render_all(&E::from(error), E::Envelope::SHAPE, &head.headers, asked)
    }));
    let made = match made {
        Ok(response) => Ok(response),
        // The conversion of the service panicked. That of a panic may work.
        Err(payload) => catch_unwind(AssertUnwindSafe(|| {
            let error = panic_error(payload);
            render_all(&E::from(error), E::Envelope::SHAPE, &head.headers, asked)
        })),
    };
    let (status, headers, body, extensions) = match made {
        Ok(response) => {
            let (parts, body) = response.into_parts();
            (parts.status, parts.headers, body, parts.extensions)
        }
        Err(payload) => {
            panics::drop(payload);
            let no_store = (CACHE_CONTROL, HeaderValue::from_static("no-store"));
            let headers = HeaderMap::from_iter([no_store]);
            (status, headers, Bytes::new(), http::Extensions::new())
        }
    };
    let body = match catch_unwind(AssertUnwindSafe(|| layer.make_body.make(body))) {
        Ok(body) => body,
        // There is no body, so there is no response.
        Err(payload) => resume_unwind(payload),
    };
    let mut response = Response::from_parts(head, body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response.extensions_mut().extend(extensions);
    response
}

/// Renders an error in place of a response that had these headers, and tells the observer.
fn render_all(
    error: &dyn ApiError,
    shape: &'static Shape,
    theirs: &HeaderMap,
    asked: Asked,
) -> Response<Bytes> {
    with_current(|context| {
        let omitted = Omissions::default();
        let mut response = render::compose(error, shape, context, &omitted);
        merge(response.headers_mut(), theirs);
        note_missing(&response, asked, &omitted);
        if asked.for_head {
            let length = HeaderValue::from(response.body().len());
            response.headers_mut().insert(CONTENT_LENGTH, length);
            response.body_mut().clear();
        }
        observer::tell(error, context, response.status(), omitted);
        response
    })
}

/// Adds the headers of the response that was replaced. They win, because who made it knew the request.
fn merge(ours: &mut HeaderMap, theirs: &HeaderMap) {
    for name in theirs.keys() {
        if OF_BODY.contains(&name.as_str()) || *name == CACHE_CONTROL {
            continue;
        }
        for (index, value) in theirs.get_all(name).iter().enumerate() {
            // What does not fit into the map is not sent.
            let _ = match index {
                0 => ours.try_insert(name.clone(), value.clone()).is_ok(),
                _ => ours.try_append(name.clone(), value.clone()).is_ok(),
            };
        }
    }
}

/// The headers that describe the body of a response, or what was to be sent in it.
const OF_BODY: [&str; 15] = [
    "accept-ranges",
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-md5",
    "content-type",
    "digest",
    "etag",
    "last-modified",
    "repr-digest",
    "trailer",
    "transfer-encoding",
];

/// Notes a header that the status requires (RFC 9110, section 15.5) and the response does not have.
fn note_missing(response: &Response<Bytes>, asked: Asked, omitted: &Omissions) {
    let name: HeaderName = match response.status() {
        StatusCode::UNAUTHORIZED => header::WWW_AUTHENTICATE,
        StatusCode::PROXY_AUTHENTICATION_REQUIRED => header::PROXY_AUTHENTICATE,
        StatusCode::UPGRADE_REQUIRED => header::UPGRADE,
        StatusCode::METHOD_NOT_ALLOWED if !asked.by_router => header::ALLOW,
        _ => return,
    };
    if !response.headers().contains_key(&name) {
        let reason = "the status requires it, and the response that was replaced does not have it";
        omitted.add(OmittedPart::Header, name.as_str(), reason);
    }
}

fn panic_error(payload: Payload) -> FrameworkError {
    FrameworkError::new(StatusCode::INTERNAL_SERVER_ERROR)
        .with_kind(FrameworkErrorKind::Panic)
        .with_log(panics::text(payload))
}
