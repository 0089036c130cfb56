//! Whether a public field has the form that its place requires: text in a message, JSON in the details.
//!
//! Each method returns the start of the chain for the field's example.

use std::fmt::Display;

use serde::Serialize;

use super::chain;
use super::example::HasOne;
use crate::write::DirectText;

chain! {
    /// Is it text or a number? Is it optional?
    FitText -> FitOptional -> Fit
}

/// Never implemented: an `Option` has no text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot appear in a message: `None` has no text",
    label = "this field is optional",
    note = "declare a variant for each of the two messages, or keep the text itself in the field"
)]
pub trait HasText {}

/// Never implemented: a text or a number has no members.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the whole details, which are an object or an array",
    label = "this field is a single value",
    note = "make it a member of the details: `#[api_error(detail)]`"
)]
pub trait HasMembers {}

/// Names for what a public field must implement. Their messages say what is missing, where those of `Display` and
/// `Serialize` list the types that implement them.
macro_rules! asked_of_fields {
    ($($(#[$attribute:meta])* $name:ident: $bound:path;)*) => {$(
        $(#[$attribute])*
        pub trait $name: $bound {}

        #[diagnostic::do_not_recommend]
        impl<T: $bound + ?Sized> $name for T {}
    )*};
}

asked_of_fields! {
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot appear in a message: it does not implement `Display`",
        label = "this field has no text",
        note = "implement `Display` for the type, or remove the field from the message"
    )]
    InMessage: Display;
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be a header: it does not implement `Display`",
        label = "this field has no text",
        note = "implement `Display` for the type, or implement `errorbook::HeaderSet` and write `#[api_error(headers)]`"
    )]
    InHeader: Display;
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be a detail: it does not implement `Serialize`",
        label = "this field cannot be written as JSON",
        note = "write `#[derive(serde::Serialize)]` on the type, or remove the key from the field"
    )]
    InDetails: Serialize;
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be a docs link: it does not implement `AsRef<str>`",
        label = "`#[api_error(docs)]` requires text",
        note = "make the field a `String`, a `&'static str`, or an `Option` of one"
    )]
    IsLink: AsRef<str>;
}

impl<T: DirectText> FitText<T> {
    pub fn details(&self) -> HasOne<T>
    where
        T: HasMembers,
    {
        HasOne::START
    }
}

impl<T: DirectText> FitText<Option<T>> {
    pub fn details(&self) -> HasOne<Option<T>>
    where
        T: HasMembers,
    {
        HasOne::START
    }
}

/// `None` is omitted, except from a message.
impl<T> FitOptional<Option<T>> {
    pub fn message(&self) -> HasOne<Option<T>>
    where
        Option<T>: HasText,
    {
        HasOne::START
    }

    pub fn formatted(&self) -> HasOne<Option<T>>
    where
        Option<T>: HasText,
    {
        HasOne::START
    }

    pub fn detail(&self) -> HasOne<Option<T>>
    where
        T: InDetails,
    {
        HasOne::START
    }

    pub fn details(&self) -> HasOne<Option<T>>
    where
        T: InDetails,
    {
        HasOne::START
    }

    pub fn header(&self) -> HasOne<Option<T>>
    where
        T: InHeader,
    {
        HasOne::START
    }

    pub fn link(&self) -> HasOne<Option<T>>
    where
        T: IsLink,
    {
        HasOne::START
    }
}

/// Any other type.
impl<T> Fit<T> {
    pub fn message(&self) -> HasOne<T>
    where
        T: InMessage,
    {
        HasOne::START
    }

    /// In a message with a format of its own, which asks for a trait of its own.
    pub fn formatted(&self) -> HasOne<T> {
        HasOne::START
    }

    pub fn detail(&self) -> HasOne<T>
    where
        T: InDetails,
    {
        HasOne::START
    }

    pub fn details(&self) -> HasOne<T>
    where
        T: InDetails,
    {
        HasOne::START
    }

    pub fn header(&self) -> HasOne<T>
    where
        T: InHeader,
    {
        HasOne::START
    }

    pub fn link(&self) -> HasOne<T>
    where
        T: IsLink,
    {
        HasOne::START
    }
}
