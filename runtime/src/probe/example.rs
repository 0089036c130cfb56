//! The example of a type.

use super::chain;
use super::samples::HasExample;

chain! {
    /// What can serve as an example?
    HasOne -> HasOptionalDefault -> HasDefault -> HasNone
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

/// A type that an example of text can stand for.
#[diagnostic::on_unimplemented(
    message = "an example of `{Self}` cannot be text: the type does not implement `From<&str>`",
    label = "this is not a value of the field's type",
    note = "write a value of that type: `example = ..`"
)]
pub trait FromText {
    /// The value of this text.
    fn from_text(text: &'static str) -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: From<&'static str>> FromText for T {
    fn from_text(text: &'static str) -> Self {
        text.into()
    }
}

/// The value of an example that is text.
#[must_use]
pub fn text<T: FromText>(text: &'static str) -> T {
    T::from_text(text)
}

/// A value that can be the example of a field of type `T`. `Kind` tells the impls apart.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an example of `{T}`",
    label = "this is not a value of the field's type",
    note = "write a value of that type, or text for a type that implements `From<&str>`"
)]
pub trait ExampleOf<T, Kind> {
    /// The value.
    fn into_value(self) -> T;
}

/// A value of the type.
pub struct Exact;

/// Text for a type that is made of it.
pub struct Text;

#[diagnostic::do_not_recommend]
impl<T> ExampleOf<T, Exact> for T {
    fn into_value(self) -> T {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: From<&'static str>> ExampleOf<T, Text> for &'static str {
    fn into_value(self) -> T {
        self.into()
    }
}

/// The value of an example that is a constant.
pub fn constant<T, Kind>(constant: impl ExampleOf<T, Kind>) -> T {
    constant.into_value()
}

/// Stands for an example that is not an expression.
#[must_use]
pub fn any_value<T>() -> T {
    unreachable!("the declaration does not compile")
}
