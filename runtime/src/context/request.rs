//! What a layer knows of a request before it is handled.

use http::{HeaderValue, Request};

use super::scope::is_empty;
use super::{Context, Route};

impl Context {
    /// The context of the layers and scopes around this one, with what the request says of itself. It shares the
    /// request's bytes.
    #[inline]
    pub(crate) fn of_request<B>(request: &Request<B>) -> Self {
        if is_empty() {
            return Context {
                request_id: None,
                path: request.uri().path_and_query().cloned(),
                method: Some(request.method().clone()),
                route: Route::of_request(request.extensions()),
                more: None,
                #[cfg(feature = "testing")]
                collectors: super::Collectors::present(),
            };
        }
        Context::current().and_request(request)
    }

    /// The context of an outer layer or scope, with what this request says that is not known yet.
    #[cold]
    #[inline(never)]
    fn and_request<B>(mut self, request: &Request<B>) -> Self {
        // A nested router cuts off a prefix, so the path that is known already is the whole one.
        if self.instance().is_none() {
            self.path = request.uri().path_and_query().cloned();
        }
        self.method = Some(request.method().clone());
        if let Some(route) = Route::of_request(request.extensions()) {
            self.route = Some(route);
        }
        self
    }

    /// Sets the id of the request by the value of its header, which is visible ASCII.
    pub(crate) fn set_request_id(&mut self, value: HeaderValue) {
        self.request_id = Some(value);
    }

    /// The id of the request as a header's value, if it can be one.
    pub(crate) fn request_id_value(&self) -> Option<&HeaderValue> {
        self.request_id.as_ref()
    }

    /// Whether axum's router has matched the request already, so that it adds `Allow` to a response with status 405.
    pub(crate) fn is_from_router(&self) -> bool {
        self.route.as_ref().is_some_and(Route::is_from_router)
    }

    /// Whether nothing at all is known.
    pub(super) fn is_empty(&self) -> bool {
        self.request_id.is_none()
            && self.path.is_none()
            && self.method.is_none()
            && self.route.is_none()
            && self.more.is_none()
    }
}
