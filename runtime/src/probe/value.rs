//! What a value may be used for: in a message, as a detail, as a header, as a link; and that an error is
//! used for none of these.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{Display, Write};
use std::ops::Deref;

use serde::Serialize;

use super::chain;
use super::std_types::{StdDetail, StdText};
use crate::write::{DetailsWriter, DirectText, HeaderWriter, MessageWriter};

chain! {
    /// Is it of a common type? Is it an error? Is it optional? Is its text at hand?
    IsCommon -> IsError -> Derefs1ToError -> Derefs2ToError -> Derefs3ToError -> Derefs4ToError
        -> Derefs5ToError
        -> IsOptionalError -> Derefs1ToOptionalError -> Derefs2ToOptionalError
        -> Derefs3ToOptionalError -> Derefs4ToOptionalError
        -> IsOptional -> IsDirect -> IsPlain
}

/// The start of the chain for a value's type.
#[must_use]
pub fn probe<T: ?Sized>(_: &T) -> IsCommon<T> {
    IsCommon::START
}

/// The start of the chain for an example that is given: it may be optional, but nobody asks whether it
/// is an error.
#[must_use]
pub fn probe_example<T: ?Sized>(_: &T) -> IsOptional<T> {
    IsOptional::START
}

/// Never implemented: where it is asked for, the message below is what a user reads.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is an error or leads to one, and what an error says must not reach a client",
    label = "this field is for logs only",
    note = "mark it with `#[source]` and take it out of what clients see: logs still have it, by the source chain and by `display = \"..\"`",
    note = "if clients need to know something of it, give them a field of its own: a code, a name, a number"
)]
pub trait MayBePublic {}

/// Never implemented: an `Option` has no text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a message: it has no text for `None`",
    label = "this field is optional",
    note = "declare a variant for each of the two messages, or keep the text itself in the field"
)]
pub trait HasText {}

/// Never implemented: a text or a number has no members.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the whole of the details: these are an object or an array",
    label = "this field is a single value",
    note = "make it a member of the details with `#[api_error(detail)]`"
)]
pub trait HasMembers {}

/// Names for what a public field has to have. They say what is missing where `Display` or `Serialize`
/// themselves would list the types that have them.
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
        message = "`{Self}` cannot stand in a message: it does not implement `Display`",
        label = "this field has no text to show",
        note = "implement `Display` for the type, or take the field out of the message"
    )]
    InMessage: Display;
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be a header: it does not implement `Display`",
        label = "this field has no text to send",
        note = "implement `Display` for the type, or implement `errorbook::HeaderSet` and write `#[api_error(headers)]`"
    )]
    InHeader: Display;
    #[diagnostic::on_unimplemented(
        message = "`{Self}` cannot be in the details: it does not implement `Serialize`",
        label = "this field cannot be written as JSON",
        note = "write `#[derive(serde::Serialize)]` on the type, or take the key away from the field"
    )]
    InDetails: Serialize;
    #[diagnostic::on_unimplemented(
        message = "`{Self}` is no link: it does not implement `AsRef<str>`",
        label = "`#[api_error(docs)]` needs a text",
        note = "make the field a `String`, a `&'static str`, or an `Option` of one"
    )]
    IsLink: AsRef<str>;
}

/// Methods that the runtime has compiled. Where one is missing, or may not be used, is for the next links
/// to see.
impl<T: StdText> IsCommon<T> {
    pub fn message(&self, value: &T, writer: &mut MessageWriter<'_>) {
        value.write_to(writer);
    }
}

impl<T: StdDetail> IsCommon<T> {
    pub fn detail(&self, name: &'static str, value: &T, writer: &mut DetailsWriter<'_>) {
        value.add_to(name, writer);
    }
}

/// The methods of a link that found an error: each asks for what no type has.
macro_rules! hidden {
    ($link:ident, $parameter:ident: ($($bound:tt)*), $found:ty) => {
        impl<$parameter: $($bound)*> $link<$found> {
            pub fn message(&self, _: &$found, _: &mut MessageWriter<'_>)
            where
                $found: MayBePublic,
            {
            }

            pub fn check(&self)
            where
                $found: MayBePublic,
            {
            }

            pub fn detail(&self, _: &'static str, _: &$found, _: &mut DetailsWriter<'_>)
            where
                $found: MayBePublic,
            {
            }

            pub fn details(&self, _: &$found, _: &mut DetailsWriter<'_>)
            where
                $found: MayBePublic,
            {
            }

            pub fn header(&self, _: &'static str, _: &$found, _: &mut HeaderWriter)
            where
                $found: MayBePublic,
            {
            }

            pub fn link<'a>(&self, _: &'a $found) -> Option<Cow<'a, str>>
            where
                $found: MayBePublic,
            {
                None
            }
        }
    };
}

// Through as many pointers as anyone stacks: `&'static Arc<Box<anyhow::Error>>` has four.
hidden!(IsError, T: (Error + ?Sized), T);
hidden!(Derefs1ToError, T: (Deref<Target: Error> + ?Sized), T);
hidden!(Derefs2ToError, T: (Deref<Target: Deref<Target: Error>> + ?Sized), T);
hidden!(Derefs3ToError, T: (Deref<Target: Deref<Target: Deref<Target: Error>>> + ?Sized), T);
hidden!(
    Derefs4ToError,
    T: (Deref<Target: Deref<Target: Deref<Target: Deref<Target: Error>>>> + ?Sized),
    T
);
hidden!(
    Derefs5ToError,
    T: (Deref<Target: Deref<Target: Deref<Target: Deref<Target: Deref<Target: Error>>>>> + ?Sized),
    T
);
hidden!(IsOptionalError, T: (Error), Option<T>);
hidden!(Derefs1ToOptionalError, T: (Deref<Target: Error>), Option<T>);
hidden!(Derefs2ToOptionalError, T: (Deref<Target: Deref<Target: Error>>), Option<T>);
hidden!(
    Derefs3ToOptionalError,
    T: (Deref<Target: Deref<Target: Deref<Target: Error>>>),
    Option<T>
);
hidden!(
    Derefs4ToOptionalError,
    T: (Deref<Target: Deref<Target: Deref<Target: Deref<Target: Error>>>>),
    Option<T>
);

/// `None` is left out.
impl<T> IsOptional<Option<T>> {
    pub fn message(&self, _: &Option<T>, _: &mut MessageWriter<'_>)
    where
        Option<T>: HasText,
    {
    }

    pub fn check(&self)
    where
        Option<T>: HasText,
    {
    }

    pub fn detail(&self, name: &'static str, value: &Option<T>, writer: &mut DetailsWriter<'_>)
    where
        T: InDetails,
    {
        if let Some(value) = value {
            writer.member(name, value);
        }
    }

    pub fn details(&self, value: &Option<T>, writer: &mut DetailsWriter<'_>)
    where
        T: InDetails,
    {
        if let Some(value) = value {
            writer.whole(value);
        }
    }

    pub fn header(&self, name: &'static str, value: &Option<T>, writer: &mut HeaderWriter)
    where
        T: InHeader,
    {
        if let Some(value) = value {
            writer.set(name, value);
        }
    }

    pub fn link<'a>(&self, value: &'a Option<T>) -> Option<Cow<'a, str>>
    where
        T: IsLink,
    {
        value.as_ref().map(|link| Cow::Borrowed(link.as_ref()))
    }
}

/// Types whose text is at hand. What is not about their text is left to the next link.
impl<T: DirectText + ?Sized> IsDirect<T> {
    pub fn message(&self, value: &T, writer: &mut MessageWriter<'_>) {
        writer.push(value);
    }

    pub fn header(&self, name: &'static str, value: &T, writer: &mut HeaderWriter) {
        writer.set_direct(name, value);
    }

    pub fn detail(&self, name: &'static str, value: &T, writer: &mut DetailsWriter<'_>)
    where
        T: InDetails,
    {
        writer.direct_member(name, value);
    }

    pub fn details(&self, _: &T, _: &mut DetailsWriter<'_>)
    where
        T: HasMembers,
    {
    }
}

/// Any other type.
impl<T: ?Sized> IsPlain<T> {
    pub fn message(&self, value: &T, writer: &mut MessageWriter<'_>)
    where
        T: InMessage,
    {
        // Where a `Display` gives up, its text ends.
        let _ = write!(writer, "{value}");
    }

    pub fn check(&self) {}

    pub fn detail(&self, name: &'static str, value: &T, writer: &mut DetailsWriter<'_>)
    where
        T: InDetails,
    {
        writer.member(name, value);
    }

    pub fn details(&self, value: &T, writer: &mut DetailsWriter<'_>)
    where
        T: InDetails,
    {
        writer.whole(value);
    }

    pub fn header(&self, name: &'static str, value: &T, writer: &mut HeaderWriter)
    where
        T: InHeader,
    {
        writer.set(name, value);
    }

    pub fn link<'a>(&self, value: &'a T) -> Option<Cow<'a, str>>
    where
        T: IsLink,
    {
        Some(Cow::Borrowed(value.as_ref()))
    }
}
