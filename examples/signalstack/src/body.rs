//! The body of a request: how large, of what type, and how much of it is read.

use std::borrow::Cow;
use std::error::Error;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_TYPE, EXPECT};
use bytes::{Bytes, BytesMut};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use serde_json::{Map, Value};
use tokio::runtime::Handle;
use tokio::time::timeout;

use crate::errors::BodyError;

/// Reads a JSON body of at most `max_bytes`.
///
/// # Errors
/// 413 if it is larger, by its `Content-Length` before anything of it is read; 400 if it is said to
/// be something else than JSON, or breaks off.
pub async fn read(
    headers: &HeaderMap,
    mut body: Body,
    max_bytes: usize,
) -> Result<Bytes, BodyError> {
    let too_large = || BodyError::TooLarge { max_bytes };
    let announced = HttpBody::size_hint(&body).lower();
    if usize::try_from(announced).map_or(true, |announced| announced > max_bytes) {
        return Err(too_large());
    }
    if !is_json(headers) {
        return Err(malformed(
            "The Content-Type must be application/json.",
            None,
        ));
    }

    let mut bytes = BytesMut::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| malformed("The body broke off.", Some(error.into())))?;
        // Trailers are of no interest.
        if let Ok(data) = frame.into_data() {
            if data.len() > max_bytes - bytes.len() {
                return Err(too_large());
            }
            bytes.extend_from_slice(&data);
        }
    }
    Ok(bytes.freeze())
}

/// Parses a body, whose root must be an object.
///
/// # Errors
/// 400 if it is something else.
pub fn parse(body: &[u8]) -> Result<Map<String, Value>, BodyError> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => Ok(members),
        Ok(_) => Err(malformed("The body is no JSON object.", None)),
        Err(error) => {
            let (line, column) = (error.line(), error.column());
            let reason = format!("The body is no JSON: see line {line}, column {column}.");
            Err(malformed(reason, Some(error.into())))
        }
    }
}

fn malformed(
    reason: impl Into<Cow<'static, str>>,
    cause: Option<Box<dyn Error + Send + Sync>>,
) -> BodyError {
    BodyError::Malformed {
        reason: reason.into(),
        cause,
    }
}

fn is_json(headers: &HeaderMap) -> bool {
    let content_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    content_type.is_some_and(|value| {
        let essence = value.split(';').next().unwrap_or_default();
        essence.trim().eq_ignore_ascii_case("application/json")
    })
}

/// A request body that goes on being read, and thrown away, when it is dropped before its end.
///
/// A server that answers early and closes the connection under a client that still sends resets it,
/// and the client never sees the answer. So what is left of the body is taken in for a while.
pub struct Lingering {
    body: Body,
    /// The client sends nothing before it is told to (RFC 9110, section 10.1.1).
    waits: bool,
    ended: bool,
}

impl Lingering {
    /// How long a client is listened to that has its answer.
    const PATIENCE: Duration = Duration::from_secs(10);

    /// Makes the body of a request a lingering one.
    #[must_use]
    pub fn wrap(request: Request) -> Request {
        let waits = request.headers().contains_key(EXPECT);
        request.map(|body| {
            Body::new(Lingering {
                body,
                waits,
                ended: false,
            })
        })
    }
}

impl HttpBody for Lingering {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        // Asking for the body tells the client to send it.
        self.waits = false;
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        self.ended |= matches!(frame, Poll::Ready(None | Some(Err(_))));
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        HttpBody::size_hint(&self.body)
    }
}

impl Drop for Lingering {
    fn drop(&mut self) {
        if self.waits || self.ended || self.body.is_end_stream() {
            return;
        }
        // Without a runtime there is no connection either.
        if let Ok(runtime) = Handle::try_current() {
            let mut rest = std::mem::take(&mut self.body);
            runtime.spawn(timeout(Self::PATIENCE, async move {
                while let Some(Ok(_)) = rest.frame().await {}
            }));
        }
    }
}
