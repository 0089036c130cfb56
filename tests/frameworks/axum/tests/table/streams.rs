//! Bodies that are sent piece by piece: what was begun is cut, never patched.

use std::convert::Infallible;
use std::io;
use std::task::Poll;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::sse::{Event, Sse};
use axum::routing::get as on_get;
use errorbook::Context;
use errorbook_frameworks_axum::ServiceError;
use exchange::{get, head};
use expect_test::expect;
use futures_util::Stream;
use futures_util::stream::poll_fn;

use crate::table::{case, only_with_layer};

/// One piece a poll, with a pause between them so that each is sent on its own.
pub fn pieces<T, E>(
    mut next: impl FnMut(usize) -> Option<Result<T, E>> + Send + 'static,
) -> impl Stream<Item = Result<T, E>> + Send {
    let mut count = 0;
    let mut pause = Box::pin(tokio::time::sleep(Duration::from_millis(5)));
    poll_fn(move |cx| {
        if count > 0 && pause.as_mut().poll(cx).is_pending() {
            return Poll::Pending;
        }
        pause.set(tokio::time::sleep(Duration::from_millis(5)));
        count += 1;
        Poll::Ready(next(count))
    })
}

/// Two pieces, then what `then` does.
pub fn body(mut then: impl FnMut() -> Option<io::Result<Bytes>> + Send + 'static) -> Body {
    Body::from_stream(pieces(move |count| match count {
        1 => Some(Ok(Bytes::from_static(b"one"))),
        2 => Some(Ok(Bytes::from_static(b"two"))),
        _ => then(),
    }))
}

pub fn failing() -> io::Result<Bytes> {
    Err(io::Error::other("secret"))
}

/// Events that end with one that has the envelope.
async fn told() -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    // The body is sent outside of the request's scope.
    let context = Context::current();
    Sse::new(pieces(move |count| match count {
        1 => Some(Ok(Event::default().data("one"))),
        2 => {
            let error = ServiceError::ClaimNotFound { claim: 7 };
            let data = errorbook::sse_data(&error, &context);
            Some(Ok(Event::default().event("error").data(data)))
        }
        _ => None,
    }))
}

fn app() -> Router {
    Router::new()
        .route("/whole", on_get(async || body(|| None)))
        .route("/fails", on_get(async || body(|| Some(failing()))))
        .route("/panics", on_get(async || body(|| panic!("secret"))))
        .route(
            "/at-once",
            on_get(async || Body::from_stream(poll_fn(|_| Poll::Ready(Some(failing()))))),
        )
        .route(
            "/events",
            on_get(async || {
                Sse::new(pieces(|count| match count {
                    1 => Some(Ok(Event::default().data("one"))),
                    _ => Some(Err(io::Error::other("secret"))),
                }))
            }),
        )
        .route("/told", on_get(told))
}

#[tokio::test]
async fn a_stream() {
    case(
        app(),
        get("/whole"),
        expect![[r#"

            — without the layer
            HTTP/1.1 200 OK
            transfer-encoding: chunked

            one
            two
            [last chunk]
            — with the layer
            HTTP/1.1 200 OK
            x-request-id: {id}
            transfer-encoding: chunked

            one
            two
            [last chunk]
        "#]],
    )
    .await;
}

#[tokio::test]
async fn head_of_a_stream() {
    case(
        app(),
        head("/whole"),
        expect![[r#"

            — without the layer
            HTTP/1.1 200 OK
            — with the layer
            HTTP/1.1 200 OK
            x-request-id: {id}
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_stream_that_fails_is_cut() {
    case(
        app(),
        get("/fails"),
        expect![[r#"

            — without the layer
            HTTP/1.1 200 OK
            transfer-encoding: chunked

            one
            two
            [cut]
            — with the layer
            HTTP/1.1 200 OK
            x-request-id: {id}
            transfer-encoding: chunked

            one
            two
            [cut]
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_stream_that_panics_is_cut() {
    case(
        app(),
        get("/panics"),
        expect![[r#"

            — without the layer
            HTTP/1.1 200 OK
            transfer-encoding: chunked

            one
            two
            [cut]
            — with the layer
            HTTP/1.1 200 OK
            x-request-id: {id}
            transfer-encoding: chunked

            one
            two
            [cut]
        "#]],
    )
    .await;
}

#[tokio::test]
async fn a_stream_that_fails_before_anything_is_sent() {
    case(
        app(),
        get("/at-once"),
        expect![[r#"

        — without the layer
        [closed]
        — with the layer
        [closed]
    "#]],
    )
    .await;
}

#[tokio::test]
async fn events_that_fail_are_cut() {
    case(
        app(),
        get("/events"),
        expect![[r#"

            — without the layer
            HTTP/1.1 200 OK
            content-type: text/event-stream
            cache-control: no-cache
            transfer-encoding: chunked

            data: one
            [cut]
            — with the layer
            HTTP/1.1 200 OK
            content-type: text/event-stream
            cache-control: no-cache
            x-request-id: {id}
            transfer-encoding: chunked

            data: one
            [cut]
        "#]],
    )
    .await;
}

#[tokio::test]
async fn events_end_with_an_error_of_the_service() {
    only_with_layer(
        app(),
        get("/told").header("x-request-id", "given-1"),
        expect![[r#"

            — with the layer
            HTTP/1.1 200 OK
            content-type: text/event-stream
            cache-control: no-cache
            x-request-id: given-1
            transfer-encoding: chunked

            data: one
            event: error
            data: {"error":{"code":"claim_not_found","message":"There is no such claim.","details":{"claim":7},"request_id":"given-1"}}
            [last chunk]
            told: claim_not_found 404 given-1: There is no such claim.
        "#]],
    )
    .await;
}
