//! Responses that others made: which of them are replaced, and what is known of them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::{Pin, pin};
use std::task::{self, Poll, Waker};

use bytes::Buf;
use http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use http::response::Parts;
use http_body::Body;

use super::panics;
use crate::framework::FrameworkError;
use crate::render::Rendered;

/// Which error responses a layer replaces that were not made with errorbook.
///
/// ```
/// # use errorbook::{ErrorLayer, ApiError, ErrorSet, FrameworkError};
/// # fn layer<E: ApiError + ErrorSet + From<FrameworkError>>() {
/// use errorbook::Replace;
///
/// let layer = ErrorLayer::<E>::new().replace(Replace::All);
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Replace {
    /// All, whatever their content type.
    All,
    /// Those that have no content type, or `text/plain`, or `text/html`.
    #[default]
    TextOnly,
    /// None. Panics are answered, and rejections of errorbook's extractors are in the envelope.
    Nothing,
}

/// The extension of a response that a layer keeps as it is.
///
/// ```
/// # #[cfg(feature = "axum")]
/// # fn handlers() {
/// use axum::Extension;
/// use axum::response::IntoResponse;
/// use errorbook::KeepResponse;
/// use http::StatusCode;
///
/// async fn health() -> impl IntoResponse {
///     (StatusCode::SERVICE_UNAVAILABLE, Extension(KeepResponse), "draining")
/// }
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct KeepResponse;

/// How much of the text of a response is for logs, in bytes.
const LONGEST_TEXT: usize = 4096;
/// How many parts of a body are read for it. A body can have empty ones without end.
const MOST_PARTS: usize = 256;

/// The error that replaces a response, or `None` if that stays. The body is dropped with the response.
pub(super) fn error_of(head: &mut Parts, replace: Replace) -> Option<Replacement> {
    let extensions = &mut head.extensions;
    if extensions.get::<Rendered>().is_some() || extensions.get::<KeepResponse>().is_some() {
        return None;
    }
    if let Some(error) = extensions.remove::<FrameworkError>() {
        return Some(Replacement::Known(error.with_status(head.status)));
    }
    let is_replaced = match replace {
        Replace::All => true,
        Replace::TextOnly => is_text(head),
        Replace::Nothing => false,
    };
    is_replaced.then_some(Replacement::Unknown)
}

/// What is known of the error in place of a response.
pub(super) enum Replacement {
    /// The response carries it.
    Known(FrameworkError),
    /// Only what the response itself says.
    Unknown,
}

fn is_text(head: &Parts) -> bool {
    let Some(value) = head.headers.get(CONTENT_TYPE) else {
        return true;
    };
    let Ok(value) = value.to_str() else {
        return false;
    };
    let essence = value.split(';').next().unwrap_or_default().trim();
    ["", "text/plain", "text/html"]
        .iter()
        .any(|text| essence.eq_ignore_ascii_case(text))
}

/// What the body of a response says, for logs: the first of its frames that are there at once. If the body panics, what
/// that panic says.
pub(super) fn text_of<B: Body>(head: &Parts, body: B) -> Option<String> {
    if head.headers.contains_key(CONTENT_ENCODING) {
        panics::drop(body);
        return None;
    }
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut body = pin!(body);
        // The body is dropped after the panic is caught: a second panic while the first unwinds ends the process.
        catch_unwind(AssertUnwindSafe(|| read(body.as_mut())))
    }));
    match read {
        Ok(Ok(text)) => text,
        Ok(Err(payload)) | Err(payload) => Some(panics::text(payload)),
    }
}

fn read<B: Body>(mut body: Pin<&mut B>) -> Option<String> {
    let mut cx = task::Context::from_waker(Waker::noop());
    let mut text = Vec::new();
    let mut is_cut = false;
    let mut parts = 0;
    while let Poll::Ready(Some(Ok(frame))) = body.as_mut().poll_frame(&mut cx) {
        let Ok(mut data) = frame.into_data() else {
            break;
        };
        while data.has_remaining() && !is_cut && parts < MOST_PARTS {
            let chunk = data.chunk();
            let length = chunk.len().min(LONGEST_TEXT - text.len());
            is_cut = length < chunk.len();
            text.extend_from_slice(&chunk[..length]);
            data.advance(length);
            parts += 1;
        }
        parts += 1;
        if is_cut || parts >= MOST_PARTS {
            break;
        }
    }
    if is_cut {
        // A character that is cut is not shown.
        while text.last().is_some_and(|byte| byte & 0xc0 == 0x80) {
            text.pop();
        }
        if text.last().is_some_and(|byte| *byte >= 0xc0) {
            text.pop();
        }
    }
    let mut text = String::from_utf8_lossy(&text).trim().to_owned();
    if is_cut {
        text.push('…');
    }
    (!text.is_empty()).then_some(text)
}
