//! What is known of a request before its handler runs: its id and the page that documents it.

use axum::extract::{MatchedPath, Request};
use axum::http::HeaderValue;
use axum::http::header::HeaderName;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use errorbook::Context;
use uuid::Uuid;

use crate::body::Lingering;

/// The header that every response bears its request's id in.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The id of a request, and of the verification that comes of it: `vrf_` and 12 hexadecimal digits.
#[derive(Clone, Debug)]
pub struct RequestId(String);

impl RequestId {
    /// The form of an id, as a regular expression.
    pub const PATTERN: &str = "^vrf_[0-9a-f]{12}$";

    fn new() -> Self {
        // The first 48 bits of a random UUID are all random.
        let digits = Uuid::new_v4().simple().to_string();
        RequestId(format!("vrf_{}", &digits[..12]))
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

/// Handles each request in a context of its own, in which its errors are rendered.
pub async fn in_context(mut request: Request, next: Next) -> Response {
    let id = RequestId::new();
    let mut context = Context::new()
        .request_id(id.as_str().to_owned())
        .instance(request.uri().path().to_owned());
    if let Some(page) = request
        .extensions()
        .get::<MatchedPath>()
        .and_then(|route| docs_page(route.as_str()))
    {
        context = context.docs(page);
    }
    request.extensions_mut().insert(id.clone());
    let request = Lingering::wrap(request);

    let response = errorbook::scope(context, next.run(request)).await;
    // An error has the header already, and so has a replayed response: that of the first request.
    id.marked(response)
}

/// The page of the API reference that describes an endpoint.
pub(crate) fn docs_page(route: &str) -> Option<&'static str> {
    Some(match route {
        "/v1/verify/claim" => "https://signal-stack-ten.vercel.app/docs/api-reference/verify-claim",
        "/v1/verify/media" => "https://signal-stack-ten.vercel.app/docs/api-reference/verify-media",
        "/v1/verify/{id}" => {
            "https://signal-stack-ten.vercel.app/docs/api-reference/get-verification"
        }
        _ => return None,
    })
}
