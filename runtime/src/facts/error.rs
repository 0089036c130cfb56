//! What an API error is.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use super::spec::ErrorSpec;
use crate::write::{DetailsWriter, HeaderWriter, MessageWriter};

/// An error that an HTTP API answers with.
///
/// `#[derive(ApiError)]` implements it: see [its documentation](derive@crate::ApiError). The derive makes sure that the
/// facts and the occurrence match, which the trait alone cannot.
///
/// [`spec`](Self::spec) has what all occurrences share. The other methods return what only this value knows. They are
/// object-safe and write into buffers that the renderer owns.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an API error",
    label = "this type does not implement `ApiError`",
    note = "write `#[derive(Debug, errorbook::ApiError)]` on it, and `#[api_error(status = 500)]` for its status"
)]
// The compiler shows the lines of the bound where an impl of `Error` is missing.
pub trait ApiError:
    // With `manual(error)` you implement it, and with `#[error(..)]` you derive `thiserror::Error`.
    std::error::Error
{
    /// The facts of this value's error.
    fn spec(&self) -> &'static ErrorSpec;

    /// The public text of this occurrence.
    ///
    /// `Display` is the text for logs, which can say more. For example, a 5xx without `display` and `message` shows the
    /// first paragraph of its doc comment in logs, and the title to clients.
    fn message(&self) -> Cow<'_, str> {
        message(self.spec(), &mut |hole, writer| {
            self.write_hole(hole, writer);
        })
    }

    /// How long to wait before the next attempt: the wait of this occurrence, else the declared one.
    fn retry_after(&self) -> Option<Duration> {
        match self.transparent() {
            Some(inner) => inner.retry_after(),
            None => self.spec().retry_after(),
        }
    }

    /// The link to the documentation: that of this occurrence, else the declared one.
    fn docs(&self) -> Option<Cow<'_, str>> {
        match self.transparent() {
            Some(inner) => inner.docs(),
            None => self.spec().docs(),
        }
    }

    /// The error inside a `transparent` variant. Its facts and everything that it writes are those of this error.
    #[doc(hidden)]
    fn transparent(&self) -> Option<&dyn ApiError> {
        None
    }

    /// Writes the value of the message's placeholder with this index, counted from 0 from left to right.
    #[doc(hidden)]
    fn write_hole(&self, hole: usize, writer: &mut MessageWriter<'_>) {
        if let Some(inner) = self.transparent() {
            inner.write_hole(hole, writer);
        }
    }

    /// Writes the details.
    #[doc(hidden)]
    fn write_details(&self, writer: &mut DetailsWriter<'_>) {
        if let Some(inner) = self.transparent() {
            inner.write_details(writer);
        }
    }

    /// Writes the headers that depend on the occurrence.
    #[doc(hidden)]
    fn write_headers(&self, writer: &mut HeaderWriter) {
        if let Some(inner) = self.transparent() {
            inner.write_headers(writer);
        }
    }
}

/// The public text of an occurrence. Not generic, as each type's table of methods has its own `message`.
fn message(
    spec: &'static ErrorSpec,
    fill: &mut dyn FnMut(usize, &mut MessageWriter<'_>),
) -> Cow<'static, str> {
    if let Some(message) = spec.fixed_message() {
        return Cow::Borrowed(message);
    }
    let mut text = String::new();
    spec.write_message(&mut MessageWriter::plain(&mut text), fill);
    Cow::Owned(text)
}

/// Implements the trait for a pointer to an error.
macro_rules! impl_for_pointer {
    ($($pointer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<E: ApiError> ApiError for $pointer {
            fn spec(&self) -> &'static ErrorSpec {
                (**self).spec()
            }

            fn message(&self) -> Cow<'_, str> {
                (**self).message()
            }

            fn retry_after(&self) -> Option<Duration> {
                (**self).retry_after()
            }

            fn docs(&self) -> Option<Cow<'_, str>> {
                (**self).docs()
            }

            fn transparent(&self) -> Option<&dyn ApiError> {
                (**self).transparent()
            }

            fn write_hole(&self, hole: usize, writer: &mut MessageWriter<'_>) {
                (**self).write_hole(hole, writer);
            }

            fn write_details(&self, writer: &mut DetailsWriter<'_>) {
                (**self).write_details(writer);
            }

            fn write_headers(&self, writer: &mut HeaderWriter) {
                (**self).write_headers(writer);
            }
        }
    )*};
}

impl_for_pointer!(&E, Box<E>, Arc<E>);
