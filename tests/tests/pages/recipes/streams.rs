use super::declarations::{CATALOG, ClaimError};

// The page shows this.
use std::convert::Infallible;
use std::io;

use axum::body::Body;
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use errorbook::{Context, sse_data};
use futures_util::{Stream, StreamExt, stream};

/// Numbers, until the store fails.
fn numbers() -> impl Stream<Item = Result<u8, ClaimError>> {
    let error = io::Error::other("db-7: connection lost");
    stream::iter([Ok(1), Ok(2), Err(error.into())])
}

async fn events() -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let context = Context::current();
    Sse::new(numbers().map(move |number| {
        Ok(match number {
            Ok(number) => Event::default().data(number.to_string()),
            Err(error) => Event::default()
                .event("error")
                .data(sse_data(&error, &context)),
        })
    }))
}

async fn lines() -> Response {
    let context = Context::current();
    let lines = numbers().map(move |number| match number {
        Ok(number) => Ok::<_, Infallible>(format!("{number}\n")),
        Err(error) => Ok(format!("{}\n", sse_data(&error, &context))),
    });
    (
        [("content-type", "application/x-ndjson")],
        Body::from_stream(lines),
    )
        .into_response()
}

async fn plain() -> Body {
    Body::from_stream(numbers().map(|number| number.map(|number| number.to_string())))
}

fn app() -> Router {
    Router::new()
        .route("/events", get(events))
        .route("/lines", get(lines))
        .route("/plain", get(plain))
        .layer(CATALOG.layer::<ClaimError>())
}
// The page ends here.

#[tokio::test]
async fn a_stream_ends_with_its_error() {
    use tower::ServiceExt;

    let section = super::section("Streams", include_str!("streams.rs"));
    let requests = vec![super::get("/events"), super::get("/lines")];
    super::assert_answers(section, app(), requests).await;

    let response = app().oneshot(super::get("/plain")).await.unwrap();
    assert_eq!(response.status(), 200);
    let chunks: Vec<_> = response.into_body().into_data_stream().collect().await;
    assert_eq!(chunks.len(), 3);
    assert!(chunks[2].is_err());
}
