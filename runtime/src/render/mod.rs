//! From an error value to a complete response.

mod body;
mod fill;
mod plan;
#[cfg(feature = "tower")]
mod rendered;
mod segment;
mod sse;

use bytes::Bytes;
use http::{HeaderMap, Response};

use crate::context::Context;
use crate::facts::{ApiError, ErrorSet, Occurrence};
use crate::facts::{Envelope, Shape};
use crate::observer;
use crate::write::{HeaderWriter, Omissions};

use plan::{BoundLines, Plan};
#[cfg(feature = "tower")]
pub use rendered::Rendered;
pub use sse::sse_data;

/// The response for an error, in the envelope of its type.
///
/// Status, headers and body are complete. You need no framework.
///
/// ```
/// use errorbook::{ApiError, Context, render};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "CLAIM_NOT_FOUND", message = "Claim {id} not found")]
/// struct ClaimNotFound {
///     id: u64,
/// }
///
/// let response = render(&ClaimNotFound { id: 7 }, &Context::new().with_instance("/v1/claims/7"));
/// assert_eq!(response.status(), 404);
/// assert_eq!(response.headers()["content-type"], "application/problem+json");
/// assert_eq!(response.headers()["cache-control"], "no-store");
/// assert_eq!(
///     response.body(),
///     r#"{"title":"Not Found","status":404,"detail":"Claim 7 not found","instance":"/v1/claims/7","code":"CLAIM_NOT_FOUND"}"#
/// );
/// ```
pub fn render<E: ApiError + ErrorSet>(error: &E, context: &Context) -> Response<Bytes> {
    respond(error, E::Envelope::SHAPE, context, false)
}

/// The response for an error in an envelope that you choose, also for a `dyn ApiError`.
///
/// ```
/// use errorbook::{ApiError, Context, ErrorObject, render_as};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 503, code = "DRAINING")]
/// struct Draining;
///
/// let error: Box<dyn ApiError> = Box::new(Draining);
/// let response = render_as::<ErrorObject>(&*error, &Context::new());
/// assert_eq!(
///     response.body(),
///     r#"{"error":{"code":"DRAINING","message":"Service Unavailable"}}"#
/// );
/// ```
pub fn render_as<V: Envelope>(error: &dyn ApiError, context: &Context) -> Response<Bytes> {
    respond(error, V::SHAPE, context, false)
}

/// Makes every response; all types share this code. `observed` tells whether to report it; if not, `notify` can.
pub(crate) fn respond(
    error: &dyn ApiError,
    shape: &'static Shape,
    context: &Context,
    observed: bool,
) -> Response<Bytes> {
    let omitted = Omissions::default();
    let mut response = compose(error, shape, context, &omitted);
    if observed {
        observer::tell(error, context, response.status(), omitted);
    } else {
        omitted.leave_in(response.extensions_mut());
    }
    response
}

/// The response, of which nobody is told.
#[inline]
pub(crate) fn compose(
    error: &dyn ApiError,
    shape: &'static Shape,
    context: &Context,
    omitted: &Omissions,
) -> Response<Bytes> {
    let occurrence = Occurrence::new(error, context, omitted);
    let spec = occurrence.spec();
    let mut plan = plan::plan(spec, shape);
    let status = plan.status.unwrap_or_else(|| {
        let status = occurrence.status();
        plan = plan::plan_for(spec, shape, status);
        status
    });

    let mut response = Response::new(body::render(plan, &occurrence));
    *response.status_mut() = status;
    *response.headers_mut() = headers(plan, &occurrence);
    #[cfg(feature = "tower")]
    response.extensions_mut().insert(Rendered::new(spec, plan));
    response
}

/// What the plan holds (the defaults, the envelope's, the constant ones), overridden by what this
/// occurrence writes. The envelope's that depend on the occurrence come last: they yield to both.
fn headers(plan: &'static Plan, occurrence: &Occurrence<'_>) -> HeaderMap {
    let headers = plan.headers();
    if !headers.depend_on_occurrence {
        return headers.map.clone();
    }
    let mut writer = HeaderWriter::new(&headers.places, headers.map.len());
    occurrence.error().write_headers(&mut writer);
    for BoundLines { name, lines } in &headers.bound {
        writer.bind(name, lines.iter().map(|line| occurrence.text_of(line)));
    }
    if let Some(seconds) = occurrence.retry_after() {
        writer.set_retry_after(seconds);
    }
    writer.finish(&headers.map, occurrence.omitted())
}
