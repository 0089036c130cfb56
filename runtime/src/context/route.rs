//! The template of the path that a request matched.

use std::borrow::Cow;

#[cfg(all(feature = "axum", feature = "tower"))]
use axum::extract::MatchedPath;

/// The template of a path.
#[derive(Clone)]
pub(crate) enum Route {
    Text(Cow<'static, str>),
    /// The router's own, which is shared.
    #[cfg(all(feature = "axum", feature = "tower"))]
    Matched(MatchedPath),
}

impl Route {
    /// What a router left in the extensions of a request.
    #[cfg(feature = "tower")]
    #[inline]
    pub(crate) fn of_request(extensions: &http::Extensions) -> Option<Self> {
        #[cfg(feature = "axum")]
        return extensions.get::<MatchedPath>().cloned().map(Route::Matched);
        #[cfg(not(feature = "axum"))]
        {
            let _ = extensions;
            None
        }
    }

    #[cfg(feature = "tower")]
    pub(crate) fn is_from_router(&self) -> bool {
        !matches!(self, Route::Text(_))
    }

    pub(crate) fn as_str(&self) -> &str {
        match self {
            Route::Text(text) => text,
            #[cfg(all(feature = "axum", feature = "tower"))]
            Route::Matched(path) => path.as_str(),
        }
    }
}
