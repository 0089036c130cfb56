//! axum 0.8: `IntoResponse` for every type that derives `ApiError`.

mod path;
mod rejections;

pub(crate) use path::watched as watched_path;
pub(crate) use rejections::Rejection;

use axum_core::body::Body;
use axum_core::response::Response;

use crate::context::with_current;
use crate::facts::{ApiError, Shape};
use crate::render;
use crate::write::{HeaderSet, HeaderWriter};

/// The `Allow` of a 405 that axum's `Router::method_not_allowed_fallback` answers with; a
/// [`HeaderSet`] for a field marked `#[api_error(headers)]`.
///
/// It writes nothing: only the router knows which methods a path takes, and it adds the header (RFC
/// 9110, section 15.5.6) to the fallback's response by itself.
///
/// ```
/// use errorbook::{ApiError, RouterAllow};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 405, code = "METHOD_NOT_ALLOWED")]
/// struct MethodNotAllowed(#[api_error(headers)] RouterAllow);
/// ```
///
/// The router then has `.method_not_allowed_fallback(async || MethodNotAllowed(RouterAllow))`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RouterAllow;

#[diagnostic::do_not_recommend]
impl HeaderSet for RouterAllow {
    const NAMES: &'static [&'static str] = &["allow"];
    // The router does.
    const ALWAYS: &'static [&'static str] = Self::NAMES;
    const CAN_WAIT: bool = false;

    fn write(&self, _: &mut HeaderWriter) {}
}

/// The response for an error in the request that this thread is working on. The observer is told of it. Called by
/// generated code.
pub fn respond(error: &dyn ApiError, shape: &'static Shape) -> Response {
    with_current(|context| render::respond(error, shape, context, true).map(Body::from))
}

#[doc(hidden)]
#[macro_export]
macro_rules! __impl_axum {
    ({$($generics:tt)*} {$type:ty} {$($where:tt)*}) => {
        #[automatically_derived]
        impl $($generics)* $crate::__private::axum_core::response::IntoResponse for $type $($where)* {
            fn into_response(self) -> $crate::__private::axum_core::response::Response {
                $crate::__private::respond(
                    &self,
                    <Self as $crate::ErrorSet>::ERRORS.shape,
                )
            }
        }

        #[automatically_derived]
        impl $($generics)* $crate::__private::axum_core::response::IntoResponse
            for $crate::__private::Box<$type>
        $($where)*
        {
            #[inline]
            fn into_response(self) -> $crate::__private::axum_core::response::Response {
                $crate::__private::respond(
                    &*self,
                    <$type as $crate::ErrorSet>::ERRORS.shape,
                )
            }
        }
    };
}
