//! The template of the path that a request matched.

use std::borrow::Cow;

/// The template of a path, shared with the router where that is possible.
#[derive(Clone)]
pub(crate) enum Route {
    Text(Cow<'static, str>),
}

impl Route {
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Route::Text(text) => text,
        }
    }
}
