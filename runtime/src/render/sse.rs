//! An error in a stream that has begun.

use crate::context::Context;
use crate::facts::{ApiError, Envelope, ErrorSet};

use super::respond;

/// The envelope of an error as one line, for the `data` field of a server-sent event.
///
/// Once the first event is sent, the status of the response cannot change any more. An error after that is an event of
/// its own, and ends the stream:
///
/// ```
/// use errorbook::{ApiError, Context, ErrorObject, sse_data};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 503, code = "OVERLOADED", envelope = ErrorObject)]
/// struct Overloaded;
///
/// # let context = Context::new().with_request_id("req_1");
/// let event = format!("event: error\ndata: {}\n\n", sse_data(&Overloaded, &context));
/// assert_eq!(
///     event,
///     "event: error\ndata: {\"error\":{\"code\":\"OVERLOADED\",\"message\":\"Service Unavailable\",\"request_id\":\"req_1\"}}\n\n"
/// );
/// ```
///
/// The body of a response is polled after the handler has returned, so [`Context::current`] is empty there: take the
/// context in the handler, and move it into the stream.
///
/// The observer is told of the error, as of one that a handler answers with. A template makes one line of JSON. In the
/// text of an envelope that is written by hand, each line break becomes a space: in JSON that changes nothing, because a
/// line break in a string is escaped. Bytes that are not UTF-8 become U+FFFD.
#[must_use]
pub fn sse_data<E: ApiError + ErrorSet>(error: &E, context: &Context) -> String {
    let body = respond(error, E::Envelope::SHAPE, context, true).into_body();
    let text = String::from_utf8_lossy(&body);
    let text = text.trim_end_matches(['\r', '\n']);
    text.replace("\r\n", " ").replace(['\r', '\n'], " ")
}
