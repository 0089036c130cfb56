//! The example of a type.

use std::error::Error;
use std::ops::Deref;

use super::chain;
use super::samples::HasExample;

chain! {
    /// What may serve as an example?
    HasOne -> HasOptionalDefault -> HasDefault
        -> ErrorHasNone -> Deref1ToErrorHasNone -> Deref2ToErrorHasNone -> Deref3ToErrorHasNone
        -> Deref4ToErrorHasNone -> HasNone
}

/// The start of the chain for a type's example.
#[must_use]
pub const fn example<T>() -> HasOne<T> {
    HasOne::START
}

impl<T: HasExample> HasOne<T> {
    pub fn of(&self, field: &'static str) -> T {
        T::example(field)
    }

    pub fn if_any(&self, field: &'static str) -> Option<T> {
        Some(T::example(field))
    }
}

impl<T: Default> HasOptionalDefault<Option<T>> {
    pub fn of(&self, _: &'static str) -> Option<T> {
        Some(T::default())
    }

    pub fn if_any(&self, _: &'static str) -> Option<Option<T>> {
        Some(Some(T::default()))
    }
}

impl<T: Default> HasDefault<T> {
    pub fn of(&self, _: &'static str) -> T {
        T::default()
    }

    pub fn if_any(&self, _: &'static str) -> Option<T> {
        Some(T::default())
    }
}

/// An error has no example: it does not get as far as to be shown, and its user shall read of that.
macro_rules! errors_have_none {
    ($($link:ident: $bound:path;)*) => {$(
        impl<T: $bound> $link<T> {
            pub fn of(&self, _: &'static str) -> T {
                unreachable!("an error is not public")
            }

            pub fn if_any(&self, _: &'static str) -> Option<T> {
                None
            }
        }
    )*};
}

errors_have_none! {
    ErrorHasNone: Error;
    Deref1ToErrorHasNone: Deref<Target: Error>;
    Deref2ToErrorHasNone: Deref<Target: Deref<Target: Error>>;
    Deref3ToErrorHasNone: Deref<Target: Deref<Target: Deref<Target: Error>>>;
    Deref4ToErrorHasNone: Deref<Target: Deref<Target: Deref<Target: Deref<Target: Error>>>>;
}

/// Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no value to show as an example",
    label = "this field needs an example",
    note = "write `#[api_error(example = ..)]` on the field, or implement `Default` for the type"
)]
pub trait HasSample {}

impl<T> HasNone<T> {
    pub fn of(&self, _: &'static str) -> T
    where
        T: HasSample,
    {
        unreachable!("no type has this trait")
    }

    pub fn if_any(&self, _: &'static str) -> Option<T> {
        None
    }
}
