//! The mark of a response that errorbook made.

use std::fmt;

use http::HeaderName;

use super::plan::Plan;
use crate::facts::ErrorSpec;

/// The extension of every response that errorbook makes: middleware reads the facts of the error there.
///
/// ```
/// use errorbook::{ApiError, Context, Rendered, render};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "NOT_FOUND")]
/// struct NotFound;
///
/// let response = render(&NotFound, &Context::new());
/// let rendered = response.extensions().get::<Rendered>().unwrap();
/// assert_eq!(rendered.spec().code(), "NOT_FOUND");
/// ```
///
/// The extension is lost where middleware builds a new response from status, headers and body.
#[derive(Clone, Copy)]
pub struct Rendered {
    spec: &'static ErrorSpec,
    plan: &'static Plan,
}

impl Rendered {
    #[inline]
    pub(crate) fn new(spec: &'static ErrorSpec, plan: &'static Plan) -> Self {
        Rendered { spec, plan }
    }

    /// The facts of the error.
    #[must_use]
    pub fn spec(&self) -> &'static ErrorSpec {
        self.spec
    }

    /// Whether the error or its envelope can write a header.
    pub(crate) fn writes(&self, name: &HeaderName) -> bool {
        let headers = self.plan.headers();
        let mut sets = self.spec.written_headers().iter();
        headers.map.contains_key(name)
            || headers.bound.iter().any(|bound| bound.name == *name)
            || sets.any(|set| set.names.iter().any(|other| name == other))
    }
}

impl fmt::Debug for Rendered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Rendered").field(&self.spec).finish()
    }
}
