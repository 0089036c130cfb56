//! The web frameworks: each is a feature of this crate, and one file here that turns a response
//! into the framework's own.
//!
//! The derive knows none of them. It calls [`impl_adapters!`](crate::__impl_adapters!), which calls
//! one macro per framework, and that expands to the impl or, without the feature, to nothing.

#[cfg(feature = "axum")]
pub mod axum;

/// Implements the response traits of all frameworks whose features are on, for one type.
///
/// Generics, type and where-clause come in braces of their own.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_adapters {
    ($generics:tt $type:tt $where:tt) => {
        $crate::__impl_axum! { $generics $type $where }
    };
}

/// Implements `From` for each type of rejection of the frameworks whose features are on, for one type that implements
/// `From<FrameworkError>`.
///
/// Generics, type and where-clause come in braces of their own.
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_rejections {
    ($generics:tt $type:tt $where:tt) => {
        $crate::__impl_axum_rejections! { $generics $type $where }
    };
}

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_axum {
    ($generics:tt $type:tt $where:tt) => {};
}

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __impl_axum_rejections {
    ($generics:tt $type:tt $where:tt) => {};
}
