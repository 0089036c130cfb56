//! What a layer knows of a request before it is handled.

use http::{HeaderValue, Request};

use super::{Context, Route, with_current};

impl Context {
    /// The context of the layers and scopes around this one, with what the request says of itself. It shares the
    /// request's bytes.
    #[inline]
    pub(crate) fn of_request<B>(request: &Request<B>) -> Self {
        let mut context = with_current(|outer| {
            if outer.is_empty() {
                Context::new()
            } else {
                outer.clone()
            }
        });
        // A nested router cuts off a prefix, so the path that is known already is the whole one.
        if context.instance().is_none() {
            context.path = request.uri().path_and_query().cloned();
        }
        context.method = Some(request.method().clone());
        if let Some(route) = Route::of_request(request.extensions()) {
            context.route = Some(route);
        }
        context
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

    fn is_empty(&self) -> bool {
        self.request_id.is_none()
            && self.path.is_none()
            && self.method.is_none()
            && self.more.is_none()
    }
}
