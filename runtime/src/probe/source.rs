//! The error behind a field that is a source.

use std::error::Error;
use std::ops::Deref;
use std::panic::UnwindSafe;

use super::chain;

chain! {
    /// Is it an error, and how far behind?
    SourceIsError -> SourceDerefs -> SourceDerefsTwice -> SourceIsNone
}

/// The start of the chain for a source.
#[must_use]
pub fn source<T: ?Sized>(_: &T) -> SourceIsError<T> {
    SourceIsError::START
}

impl<T: AsDynError<'static> + ?Sized> SourceIsError<T> {
    pub fn of<'a>(&self, value: &'a T) -> &'a (dyn Error + 'static) {
        value.as_dyn_error()
    }
}

impl<T: Deref<Target: AsDynError<'static>> + ?Sized> SourceDerefs<T> {
    pub fn of<'a>(&self, value: &'a T) -> &'a (dyn Error + 'static) {
        (**value).as_dyn_error()
    }
}

impl<T: Deref<Target: Deref<Target: AsDynError<'static>>> + ?Sized> SourceDerefsTwice<T> {
    pub fn of<'a>(&self, value: &'a T) -> &'a (dyn Error + 'static) {
        (***value).as_dyn_error()
    }
}

/// Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error, so it cannot be a source",
    label = "this type does not implement `Error`",
    note = "remove `#[source]` or `#[from]`; a field named `source` is also a source unless a key makes it public: rename it"
)]
pub trait IsSource {}

impl<T: ?Sized> SourceIsNone<T> {
    pub fn of<'a>(&self, _: &'a T) -> &'a (dyn Error + 'static)
    where
        T: IsSource,
    {
        unreachable!("no type has this trait")
    }
}

/// The error behind a field marked as source, also where it is boxed.
pub trait AsDynError<'a> {
    /// The error.
    fn as_dyn_error(&self) -> &(dyn Error + 'a);
}

impl<'a, T: Error + 'a> AsDynError<'a> for T {
    fn as_dyn_error(&self) -> &(dyn Error + 'a) {
        self
    }
}

macro_rules! as_dyn_error {
    ($($type:ty),*) => {$(
        impl<'a> AsDynError<'a> for $type {
            fn as_dyn_error(&self) -> &(dyn Error + 'a) {
                self
            }
        }
    )*};
}

as_dyn_error!(
    dyn Error + 'a,
    dyn Error + Send + 'a,
    dyn Error + Send + Sync + 'a,
    dyn Error + Send + Sync + UnwindSafe + 'a
);
