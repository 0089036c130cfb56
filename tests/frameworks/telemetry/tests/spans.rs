//! What the span of a request learns of an error.

use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use errorbook_telemetry::seen::{Log, Seen};
use errorbook_telemetry::{LAYER, run, send, service};
use tracing::{Level, Span, field::Empty};

/// Handles a request inside a span.
async fn inside(span: Span, request: Request, next: Next) -> Response {
    use std::future::poll_fn;
    use std::pin::pin;

    let mut response = pin!(next.run(request));
    poll_fn(|cx| span.in_scope(|| response.as_mut().poll(cx))).await
}

async fn declaring(request: Request, next: Next) -> Response {
    let span = tracing::info_span!("request", error.type = Empty, request_id = Empty);
    inside(span, request, next).await
}

async fn bare(request: Request, next: Next) -> Response {
    inside(tracing::info_span!("request"), request, next).await
}

/// What the span records while a request is handled.
fn records(path: &str) -> Vec<String> {
    let mut seen = Seen::of(|| {
        let service = service().layer(LAYER.clone()).layer(from_fn(declaring));
        drop(run(send(service, "GET", path)));
    });
    seen.retain(|line| line.starts_with("span") && !line.contains("request_id"));
    seen
}

#[test]
fn a_server_error_is_recorded_once() {
    assert_eq!(records("/store"), [r#"span request: error.type="STORE""#]);
    assert_eq!(
        records("/numbered"),
        [r#"span request: error.type="50017""#]
    );
    assert_eq!(
        records("/bare"),
        [r#"span request: error.type="bad_gateway""#]
    );
    assert_eq!(
        records("/panic"),
        [r#"span request: error.type="internal_server_error""#]
    );
}

#[test]
fn a_clients_error_is_not_recorded() {
    for path in ["/claims/7", "/private", "/taken", "/nowhere", "/fine"] {
        assert_eq!(records(path), [""; 0], "{path}");
    }
}

#[test]
fn a_span_that_does_not_declare_the_field_stays_as_it_is() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .without_time()
        .with_max_level(Level::TRACE)
        .with_writer(log.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, || {
        for path in ["/numbered", "/fine"] {
            let service = service().layer(from_fn(bare));
            drop(run(send(service, "GET", path)));
        }
    });
    assert_eq!(
        log.text(),
        concat!(
            r#"{"level":"INFO","fields":{"message":"500 50017","error.type":"50017","http.response.status_code":500,"http.request.method":"GET","http.route":"/numbered","request_id":"req_1","exception.type":"ClaimError::Numbered","exception.message":"Internal Server Error"},"target":"errorbook","span":{"name":"request"},"spans":[{"name":"request"}]}"#,
            "\n",
        )
    );
}
