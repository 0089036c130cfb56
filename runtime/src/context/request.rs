//! What a layer knows of a request before it is handled.

use http::{HeaderValue, Request};

use super::held::Held;
use super::scope::is_empty;
use super::{Context, Route};

impl Held {
    /// The context of the layers and scopes around this one, with what the request says of itself. It shares the
    /// request's bytes.
    #[inline]
    pub(crate) fn of_request<B>(request: &Request<B>) -> Self {
        let mut held = Held::empty();
        let context = held.get_mut();
        if is_empty() {
            context.path = request.uri().path_and_query().cloned();
            context.method = Some(request.method().clone());
            context.route = Route::of_request(request.extensions());
            #[cfg(feature = "testing")]
            {
                context.collectors = super::Collectors::present();
            }
        } else {
            *context = Context::current();
            context.add_request(request);
        }
        held
    }
}

impl Context {
    /// Adds to the context of an outer layer or scope what this request says that is not known yet.
    #[cold]
    #[inline(never)]
    fn add_request<B>(&mut self, request: &Request<B>) {
        // A nested router cuts off a prefix, so the path that is known already is the whole one.
        if self.instance().is_none() {
            self.path = request.uri().path_and_query().cloned();
        }
        self.method = Some(request.method().clone());
        if let Some(route) = Route::of_request(request.extensions()) {
            self.route = Some(route);
        }
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
}
