//! What the layer costs: the same requests to the same axum service, without a layer and with several.

use std::convert::Infallible;

use axum::Router;
use axum::body::Body;
use axum::routing::get;
use bytes::Bytes;
use errorbook::{ApiError, ErrorLayer, FrameworkError};
use errorbook_bench::request::finish;
use errorbook_bench::subject::{Subject, Table};
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Collected};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_layer::{Layer, Stack};
use tower_service::Service;

/// What frameworks answer with.
#[derive(Debug, ApiError)]
pub enum HttpError {
    /// Nothing is at this path.
    #[api_error(status = 404, code = "NO_ROUTE")]
    NotFound,
    /// All else.
    #[api_error(status = 500, code = "INTERNAL")]
    Internal(#[source] FrameworkError),
}

impl From<FrameworkError> for HttpError {
    fn from(error: FrameworkError) -> Self {
        match error.status() {
            StatusCode::NOT_FOUND => HttpError::NotFound,
            _ => HttpError::Internal(error),
        }
    }
}

/// The way that the others are compared with.
pub const ROUTER: &str = "router alone";
/// The layer around the router.
pub const AROUND: &str = "around the router";
/// The layer in the router.
pub const INSIDE: &str = "in `Router::layer`";
/// What it replaces, around the router.
pub const REPLACED_AROUND: &str = "SetRequestId, PropagateRequestId, CatchPanic around the router";
/// What it replaces, in the router.
pub const REPLACED_INSIDE: &str = "SetRequestId, PropagateRequestId, CatchPanic in `Router::layer`";

/// What is asked of the service.
pub const WITHOUT: &str = "hello world, without ids";
/// What is asked of the service.
pub const GIVEN: &str = "hello world, id given";
/// What is asked of the service.
pub const MADE: &str = "hello world, id made";
/// What is asked of the service.
pub const UNKNOWN: &str = "unknown path, id made";

const LAYER: ErrorLayer<HttpError> = ErrorLayer::new();

fn router() -> Router {
    Router::new().route("/", get(async || "Hello, World!"))
}

/// Answers a request, to the end of the body.
fn answer<S, B>((mut service, request): (S, Request<Body>)) -> (StatusCode, Bytes)
where
    S: Service<Request<Body>, Response = Response<B>, Error = Infallible>,
    B: axum::body::HttpBody<Data = Bytes>,
{
    let response = match finish(service.call(request)) {
        Ok(response) => response,
        Err(never) => match never {},
    };
    let status = response.status();
    let body = finish(response.into_body().collect()).map_or(Bytes::new(), Collected::to_bytes);
    (status, body)
}

fn request(case: &'static str) -> Request<Body> {
    let mut request = Request::get(if case == UNKNOWN { "/v1/claims" } else { "/" });
    if case == GIVEN {
        request = request.header("x-request-id", errorbook_bench::cases::REQUEST_ID);
    }
    request.body(Body::empty()).expect("it is a request")
}

fn subject<S, B>(case: &'static str, way: &'static str, service: S) -> Subject
where
    S: Service<Request<Body>, Response = Response<B>, Error = Infallible> + Clone + 'static,
    B: axum::body::HttpBody<Data = Bytes> + 'static,
{
    let make = move || (service.clone(), request(case));
    Subject::new(Table::Layer, case, way, make, answer)
}

/// All that is measured: the loop, then for each case the router alone and the ways.
#[must_use]
pub fn subjects() -> Vec<Subject> {
    let mut subjects = vec![Subject::new(
        Table::Loop,
        "nothing",
        "the loop",
        || &(),
        |input| input,
    )];
    for case in [WITHOUT, GIVEN, MADE, UNKNOWN] {
        let layer = match case {
            WITHOUT => LAYER.without_request_ids(),
            _ => LAYER,
        };
        subjects.push(subject(case, ROUTER, router()));
        subjects.push(subject(case, AROUND, layer.layer(router())));
        subjects.push(subject(case, INSIDE, router().layer(layer)));
        if case == WITHOUT {
            subjects.push(subject(
                case,
                REPLACED_AROUND,
                CatchPanicLayer::new().layer(router()),
            ));
            let router = router().layer(CatchPanicLayer::new());
            subjects.push(subject(case, REPLACED_INSIDE, router));
        } else {
            subjects.push(subject(case, REPLACED_AROUND, replaced().layer(router())));
            subjects.push(subject(case, REPLACED_INSIDE, router().layer(replaced())));
        }
    }
    subjects
}

type Replaced<P> = Stack<P, Stack<PropagateRequestIdLayer, SetRequestIdLayer<MakeRequestUuid>>>;

/// The layers that it replaces: the id is set first, and panics are caught inside of all.
fn replaced() -> Replaced<CatchPanicLayer<tower_http::catch_panic::DefaultResponseForPanic>> {
    Stack::new(
        CatchPanicLayer::new(),
        Stack::new(
            PropagateRequestIdLayer::x_request_id(),
            SetRequestIdLayer::x_request_id(MakeRequestUuid),
        ),
    )
}
