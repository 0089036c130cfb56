//! What is known of a request before its handler runs: its id, the page that documents it, and of what
//! type its body is said to be.

use axum::Router;
use axum::extract::{MatchedPath, Request};
use axum::http::header::{CONTENT_TYPE, HeaderName};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use errorbook::Context;
use uuid::Uuid;

use crate::lingering::Lingering;

/// The header that a response bears its request's id in.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request: a prefix and 12 hexadecimal digits.
#[derive(Clone, Debug)]
pub struct RequestId(String);

impl RequestId {
    fn new(prefix: &str) -> Self {
        // The first 48 bits of a random UUID are all random.
        let digits = Uuid::new_v4().simple().to_string();
        RequestId(format!("{prefix}{}", &digits[..12]))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A response with the id in its headers, unless one is there already.
    #[must_use]
    pub fn marked(&self, response: impl IntoResponse) -> Response {
        let mut response = response.into_response();
        if let Ok(id) = HeaderValue::from_str(&self.0) {
            response.headers_mut().entry(REQUEST_ID).or_insert(id);
        }
        response
    }
}

/// How the requests of a service are told apart.
#[derive(Clone, Copy, Debug)]
pub struct Requests {
    /// What their ids begin with, where they have any: then every response bears the id of its request,
    /// as `X-Request-Id`, and the log has the same one.
    pub prefix: Option<&'static str>,
    /// The page that documents a route.
    pub docs: fn(route: &str) -> Option<&'static str>,
}

impl Requests {
    /// Gives each request on these routes the context in which its errors are rendered, and its id, if
    /// it has one, which handlers get as an `Extension<RequestId>`.
    pub fn of(self, routes: Router) -> Router {
        routes.layer(from_fn(move |request, next| self.handle(request, next)))
    }

    async fn handle(self, mut request: Request, next: Next) -> Response {
        let id = self.prefix.map(RequestId::new);
        let mut context = Context::new().with_instance(request.uri().path().to_owned());
        let route = request.extensions().get::<MatchedPath>();
        if let Some(page) = route.and_then(|route| (self.docs)(route.as_str())) {
            context = context.with_docs(page);
        }
        if let Some(id) = &id {
            context = context.with_request_id(id.as_str().to_owned());
            request.extensions_mut().insert(id.clone());
        }
        let request = Lingering::wrap(request);

        let response = errorbook::scope(context, next.run(request)).await;
        match id {
            // An error has the header already, and so has a response that is replayed.
            Some(id) => id.marked(response),
            None => response,
        }
    }
}

/// Whether the body of a request is said to be JSON; `application/problem+json` and the like are not.
#[must_use]
pub fn is_json(headers: &HeaderMap) -> bool {
    let content_type = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    content_type.is_some_and(|value| {
        let essence = value.split(';').next().unwrap_or_default();
        essence.trim().eq_ignore_ascii_case("application/json")
    })
}
