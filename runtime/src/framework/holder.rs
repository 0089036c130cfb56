//! The types that hold a framework's errors.

use super::error::FrameworkError;

/// What a `framework` variant requires of the type in it. A name for `From<FrameworkError>`, whose message says what to
/// write.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `From<FrameworkError>`",
    label = "a `framework` variant requires a type that is made of a `FrameworkError`",
    note = "declare the type with `errorbook::http_errors! {{ pub HttpError }}`, write `framework` on one of its variants, or implement `From<errorbook::FrameworkError>` for it"
)]
pub trait HoldsFramework {
    /// The error that holds it.
    fn hold(error: FrameworkError) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: From<FrameworkError>> HoldsFramework for T {
    #[inline]
    fn hold(error: FrameworkError) -> Self {
        error.into()
    }
}
