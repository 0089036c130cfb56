//! axum 0.8: `IntoResponse` for every type that derives `ApiError`.

use axum_core::body::Body;
use axum_core::response::Response;

use crate::context::with_current;
use crate::envelope::Shape;
use crate::error::ApiError;
use crate::observer;
use crate::render;

/// The response for an error in the request that this thread is working on, shown to the observer
/// first. Called by generated code.
pub fn respond(error: &dyn ApiError, shape: &'static Shape) -> Response {
    with_current(|context| {
        observer::notify(error, context);
        render::respond(error, shape, context).map(Body::from)
    })
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
    };
}
