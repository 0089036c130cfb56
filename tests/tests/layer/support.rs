//! Services, requests, whole responses, and what the observer is told.

use std::convert::Infallible;
use std::future::{Future, Ready, ready};
use std::pin::pin;
use std::sync::Mutex;
use std::task::{self, Poll, Waker};

use bytes::Bytes;
use errorbook::{Report, on_error};
use http::{Request, Response, StatusCode};
use http_body::Body;
use http_body_util::{BodyExt, Full};
use tower_service::Service;

/// A service made of a function.
#[derive(Clone)]
pub struct Handler<F>(pub F);

impl<F, A, Fut, B> Service<Request<A>> for Handler<F>
where
    F: FnMut(Request<A>) -> Fut,
    Fut: Future<Output = Result<Response<B>, Infallible>>,
{
    type Response = Response<B>;
    type Error = Infallible;
    type Future = Fut;

    fn poll_ready(&mut self, _: &mut task::Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<A>) -> Fut {
        (self.0)(request)
    }
}

pub type Answer = Ready<Result<Response<Full<Bytes>>, Infallible>>;

/// A service that gives the same response to each request.
pub fn answering(
    make: impl Fn() -> Response<Full<Bytes>> + Clone,
) -> Handler<impl Fn(Request<()>) -> Answer + Clone> {
    Handler(move |_| ready(Ok(make())))
}

/// A response with a status, headers and a text.
pub fn response(status: u16, headers: &[(&str, &str)], text: &str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(text.to_owned()));
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    for (name, value) in headers {
        let name: http::HeaderName = name.parse().unwrap();
        response.headers_mut().append(name, value.parse().unwrap());
    }
    response
}

/// A `GET` with headers.
pub fn get(path: &str, headers: &[(&str, &str)]) -> Request<()> {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(()).unwrap()
}

/// Runs a future that is never pending.
pub fn now<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut cx = task::Context::from_waker(Waker::noop());
    for _ in 0..1000 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            return output;
        }
    }
    panic!("the future does not end");
}

/// The whole response to a request as text: status, headers by name, body.
pub fn whole<S, A, B>(service: &mut S, request: Request<A>) -> String
where
    S: Service<Request<A>, Response = Response<B>, Error = Infallible>,
    B: Body<Error: std::fmt::Debug>,
{
    let response = now(service.call(request)).unwrap();
    let (head, body) = response.into_parts();
    let body = now(body.collect()).unwrap().to_bytes();
    let mut lines: Vec<_> = head
        .headers
        .iter()
        .map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap()))
        .collect();
    lines.sort();
    format!(
        "{}\n{}\n{}",
        head.status.as_u16(),
        lines.concat(),
        String::from_utf8(body.to_vec()).unwrap()
    )
}

/// What panics when it is dropped.
pub struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            panic!("bomb");
        }
    }
}

static SEEN: Mutex<Vec<(String, String)>> = Mutex::new(Vec::new());

/// Keeps what the observer is told.
pub fn observe() {
    on_error(|report: &Report<'_>| {
        let context = report.context();
        let mut line = format!(
            "{} {} {} {}: {}",
            context.method().map_or("-", http::Method::as_str),
            context.route().unwrap_or("-"),
            report.status().as_u16(),
            report.error().spec().code(),
            report.error()
        );
        let mut source = report.error().source();
        while let Some(cause) = source {
            line = format!("{line} < {cause}");
            source = cause.source();
        }
        for omitted in report.omitted() {
            line = format!("{line} (omitted: {omitted})");
        }
        let id = context.request_id().unwrap_or("-").to_owned();
        let panics = id.starts_with("observer-panics");
        let has_bomb = id == "observer-panics-bomb";
        SEEN.lock().unwrap().push((id, line));
        if has_bomb {
            std::panic::panic_any(Bomb);
        }
        assert!(!panics, "the observer panics");
    });
}

/// What the observer was told of the request with this id.
pub fn seen(id: &str) -> Vec<String> {
    let seen = SEEN.lock().unwrap();
    let of_request = seen.iter().filter(|(other, _)| other == id);
    of_request.map(|(_, line)| line.clone()).collect()
}
