//! Which types a generic error may show.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// Types whose values may reach a client.
///
/// A generic error that shows a value of a type parameter (in its message, a header or its details)
/// has to bound the parameter by this trait. Else an error type could be put in its place, and what
/// an error says is not for clients.
///
/// Strings, numbers and their kind have it. Implement it for your own types that are meant to be
/// seen, never for an error:
///
/// ```
/// use errorbook::{ApiError, PublicText};
///
/// #[derive(Debug)]
/// struct ClaimId(u64);
///
/// impl std::fmt::Display for ClaimId {
///     fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
///         write!(f, "clm_{}", self.0)
///     }
/// }
///
/// impl PublicText for ClaimId {}
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 404, code = "NOT_FOUND", message = "{id} not found")]
/// struct NotFound<T: PublicText> {
///     id: T,
/// }
///
/// assert_eq!(NotFound { id: ClaimId(7) }.message(), "clm_7 not found");
/// assert_eq!(NotFound { id: "the claim" }.message(), "the claim not found");
/// ```
#[diagnostic::on_unimplemented(
    message = "values of `{Self}` are not marked as fit for clients",
    label = "this type does not implement `PublicText`",
    note = "write `impl errorbook::PublicText for {Self} {{}}` if clients may see every value of it; never for an error"
)]
pub trait PublicText {}

macro_rules! public {
    ($($type:ty),* $(,)?) => {$(
        #[diagnostic::do_not_recommend]
        impl PublicText for $type {}
    )*};
}

public! {
    str, String, Cow<'_, str>, bool, char, Duration,
    u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64,
    std::num::NonZeroU8, std::num::NonZeroU16, std::num::NonZeroU32, std::num::NonZeroU64,
    std::num::NonZeroU128, std::num::NonZeroUsize, std::num::NonZeroI8, std::num::NonZeroI16,
    std::num::NonZeroI32, std::num::NonZeroI64, std::num::NonZeroI128, std::num::NonZeroIsize,
    std::net::IpAddr, std::net::Ipv4Addr, std::net::Ipv6Addr,
    http::Method, http::StatusCode,
    serde_json::Value, serde_json::Number,
    crate::write::FieldError, crate::write::FieldErrors, crate::write::FieldPath,
}

#[diagnostic::do_not_recommend]
impl<T: PublicText + ?Sized> PublicText for &T {}
#[diagnostic::do_not_recommend]
impl<T: PublicText + ?Sized> PublicText for Box<T> {}
#[diagnostic::do_not_recommend]
impl<T: PublicText + ?Sized> PublicText for Rc<T> {}
#[diagnostic::do_not_recommend]
impl<T: PublicText + ?Sized> PublicText for Arc<T> {}
#[diagnostic::do_not_recommend]
impl<T: PublicText> PublicText for Option<T> {}
#[diagnostic::do_not_recommend]
impl<T: PublicText> PublicText for Vec<T> {}
#[diagnostic::do_not_recommend]
impl<T: PublicText> PublicText for [T] {}
#[diagnostic::do_not_recommend]
impl<T: PublicText, const N: usize> PublicText for [T; N] {}

/// A type parameter is marked as public.
pub const fn check_public_text<T: PublicText + ?Sized>() {}
