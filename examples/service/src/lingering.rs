//! Request bodies that nobody reads to their end.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::header::EXPECT;
use bytes::Bytes;
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use tokio::runtime::Handle;
use tokio::time::timeout;

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
