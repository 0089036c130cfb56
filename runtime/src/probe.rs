//! What kind of type a field has, found out by the compiler where the derive cannot see it.
//!
//! `probe(&field).message(&field, writer)` finds its method by autoderef: the compiler looks at
//! [`Probe`], then at what that dereferences to, and so on, and takes the first `message` whose impl
//! applies. On a link that found an error the method asks for a trait that no type has: so an error
//! in a public place is a type error at the field, with a message of ours.
//!
//! The methods are inherent, so nothing has to be in scope where they are called.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{Display, Write};
use std::marker::PhantomData;
use std::ops::Deref;
use std::time::Duration;

use serde::Serialize;

use crate::__private::AsDynError;
use crate::example::HasExample;
use crate::field_error::FieldErrors;
use crate::public_text::PublicText;
use crate::row::HeaderValue;
use crate::write::{DetailsWriter, DirectText, HeaderWriter, MessageWriter, TextKind};

/// The start of the chain for a value's type.
#[must_use]
pub fn probe<T: ?Sized>(_: &T) -> Probe<T> {
    Chain::START
}

/// The start of the chain for an example that is given: it may be optional, but nobody asks whether it
/// is an error.
#[must_use]
pub fn probe_example<T: ?Sized>(_: &T) -> Chain<IsOptional, T> {
    Chain::START
}

/// The start of the chain for a type's example.
#[must_use]
pub const fn example<T>() -> ExampleProbe<T> {
    Chain::START
}

/// A link of a chain: the types only tell the links apart.
pub struct Chain<Link, T: ?Sized>(PhantomData<(Link, PhantomData<T>)>);

impl<Link, T: ?Sized> Chain<Link, T> {
    pub(crate) const START: Self = Chain(PhantomData);
}

/// Declares the links of a chain, each dereferencing to the next.
macro_rules! chain {
    ($(#[$attribute:meta])* $link:ident $(-> $next:ident)+) => {
        $(#[$attribute])*
        pub struct $link;
        $crate::probe::chain!(@step $link $($next)+);
    };
    (@step $link:ident $next:ident $($rest:ident)*) => {
        pub struct $next;
        impl<T: ?Sized> ::std::ops::Deref for Chain<$link, T> {
            type Target = Chain<$next, T>;
            fn deref(&self) -> &Self::Target {
                &Chain::START
            }
        }
        $crate::probe::chain!(@step $next $($rest)*);
    };
    (@step $link:ident) => {};
}
pub(crate) use chain;

chain! {
    /// Is it an error? Is it optional? Is its text at hand?
    IsError -> Derefs1ToError -> Derefs2ToError -> Derefs3ToError -> Derefs4ToError
        -> Derefs5ToError
        -> IsOptionalError -> Derefs1ToOptionalError -> Derefs2ToOptionalError
        -> Derefs3ToOptionalError -> Derefs4ToOptionalError
        -> IsOptional -> IsDirect -> IsFieldErrors -> IsPlain
}

/// The first link for a value.
pub type Probe<T> = Chain<IsError, T>;

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

/// The methods of a link that found an error: each asks for what no type has.
macro_rules! hidden {
    ($link:ident, $parameter:ident: ($($bound:tt)*), $found:ty) => {
        impl<$parameter: $($bound)*> Chain<$link, $found> {
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
impl<T> Chain<IsOptional, Option<T>> {
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
impl<T: DirectText + ?Sized> Chain<IsDirect, T> {
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

/// What breaks the rules, field by field: written without serde's detours.
impl<T: FieldErrors + ?Sized> Chain<IsFieldErrors, T> {
    pub fn detail(&self, name: &'static str, value: &T, writer: &mut DetailsWriter<'_>) {
        writer.field_errors(name, value.list());
    }
}

/// Any other type.
impl<T: ?Sized> Chain<IsPlain, T> {
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

/// A time to wait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no time to wait",
    label = "`#[api_error(retry_after)]` needs a `Duration` or an unsigned integer of whole seconds, or an `Option` of one"
)]
pub trait Wait {
    /// Whether every value is one.
    const ALWAYS: bool;

    /// How long.
    fn wait(&self) -> Option<Duration>;
}

#[diagnostic::do_not_recommend]
impl Wait for Duration {
    const ALWAYS: bool = true;

    fn wait(&self) -> Option<Duration> {
        Some(*self)
    }
}

macro_rules! wait_in_seconds {
    ($($integer:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl Wait for $integer {
            const ALWAYS: bool = true;

            fn wait(&self) -> Option<Duration> {
                Some(Duration::from_secs(u64::from(*self)))
            }
        }
    )*};
}

wait_in_seconds!(u8, u16, u32, u64);

#[diagnostic::do_not_recommend]
impl Wait for usize {
    const ALWAYS: bool = true;

    fn wait(&self) -> Option<Duration> {
        Some(Duration::from_secs(*self as u64))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Wait> Wait for Option<T> {
    const ALWAYS: bool = false;

    fn wait(&self) -> Option<Duration> {
        self.as_ref().and_then(Wait::wait)
    }
}

#[diagnostic::do_not_recommend]
impl<T: Wait> Wait for &T {
    const ALWAYS: bool = T::ALWAYS;

    fn wait(&self) -> Option<Duration> {
        (**self).wait()
    }
}

chain! {
    /// Is it an error, and how far behind?
    SourceIsError -> SourceDerefs -> SourceDerefsTwice -> SourceIsNone
}

/// The start of the chain for a source.
#[must_use]
pub fn source<T: ?Sized>(_: &T) -> Chain<SourceIsError, T> {
    Chain(PhantomData)
}

impl<T: AsDynError<'static> + ?Sized> Chain<SourceIsError, T> {
    pub fn of<'a>(&self, value: &'a T) -> &'a (dyn Error + 'static) {
        value.as_dyn_error()
    }
}

impl<T: Deref<Target: AsDynError<'static>> + ?Sized> Chain<SourceDerefs, T> {
    pub fn of<'a>(&self, value: &'a T) -> &'a (dyn Error + 'static) {
        (**value).as_dyn_error()
    }
}

impl<T: Deref<Target: Deref<Target: AsDynError<'static>>> + ?Sized> Chain<SourceDerefsTwice, T> {
    pub fn of<'a>(&self, value: &'a T) -> &'a (dyn Error + 'static) {
        (***value).as_dyn_error()
    }
}

/// Never implemented.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no error, so it cannot be the source of one",
    label = "this type does not implement `Error`",
    note = "take `#[source]` or `#[from]` away; a field that is named `source` is one too, if no key makes it public: rename it"
)]
pub trait IsSource {}

impl<T: ?Sized> Chain<SourceIsNone, T> {
    pub fn of<'a>(&self, _: &'a T) -> &'a (dyn Error + 'static)
    where
        T: IsSource,
    {
        unreachable!("no type has this trait")
    }
}

chain! {
    /// Is it an integer? Is it optional?
    IsOptionalHeader -> IsDirectHeader -> IsAnyHeader
}

/// The start of the chain for a header's type.
#[must_use]
pub const fn header_value<T>() -> Chain<IsOptionalHeader, T> {
    Chain::START
}

impl<T: DirectText> Chain<IsOptionalHeader, Option<T>> {
    pub fn of(&self) -> HeaderValue {
        HeaderValue {
            kind: T::KIND,
            always: false,
        }
    }
}

impl<T: DirectText> Chain<IsDirectHeader, T> {
    pub fn of(&self) -> HeaderValue {
        HeaderValue {
            kind: T::KIND,
            always: T::KIND != TextKind::Text,
        }
    }
}

impl<T> Chain<IsAnyHeader, T> {
    pub fn of(&self) -> HeaderValue {
        HeaderValue::ANY
    }
}

chain! {
    /// What may serve as an example?
    HasOne -> HasOptionalDefault -> HasDefault
        -> ErrorHasNone -> Deref1ToErrorHasNone -> Deref2ToErrorHasNone -> Deref3ToErrorHasNone
        -> Deref4ToErrorHasNone -> HasNone
}

/// The first link for an example.
pub type ExampleProbe<T> = Chain<HasOne, T>;

impl<T: HasExample> Chain<HasOne, T> {
    pub fn of(&self, field: &'static str) -> T {
        T::example(field)
    }

    pub fn if_any(&self, field: &'static str) -> Option<T> {
        Some(T::example(field))
    }
}

impl<T: Default> Chain<HasOptionalDefault, Option<T>> {
    pub fn of(&self, _: &'static str) -> Option<T> {
        Some(T::default())
    }

    pub fn if_any(&self, _: &'static str) -> Option<Option<T>> {
        Some(Some(T::default()))
    }
}

impl<T: Default> Chain<HasDefault, T> {
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
        impl<T: $bound> Chain<$link, T> {
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
    label = "what may a value of this type look like?",
    note = "write `#[api_error(example = ..)]` on the field, or implement `Default` for the type"
)]
pub trait HasSample {}

impl<T> Chain<HasNone, T> {
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

/// A type parameter is marked as public.
pub const fn check_public_text<T: PublicText + ?Sized>() {}
