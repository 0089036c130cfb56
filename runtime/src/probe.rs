//! What kind of type a field has, found out by the compiler where the derive cannot see it.
//!
//! `probe(&field).verdict()` finds its method by autoderef: the compiler looks at [`Probe`], then at
//! what that dereferences to, and so on, and takes the first `verdict` whose bounds hold. The answer
//! is a type, and each use of a field asks for the traits of that type: so an error in a public
//! place is a type error at the field.
//!
//! The methods are inherent, so nothing has to be in scope where they are called.

use std::borrow::Cow;
use std::error::Error;
use std::fmt::{Display, Write};
use std::marker::PhantomData;
use std::ops::Deref;
use std::time::Duration;

use serde::Serialize;

use crate::example::HasExample;
use crate::public_text::PublicText;
use crate::write::{DetailsWriter, DirectText, HeaderWriter, MessageWriter};

/// The start of the chain for a value's type.
#[must_use]
pub fn probe<T: ?Sized>(_: &T) -> Probe<T> {
    Chain(PhantomData)
}

/// The start of the chain for a type's example.
#[must_use]
pub const fn example<T>() -> ExampleProbe<T> {
    Chain(PhantomData)
}

/// A link of a chain: the types only tell the links apart.
pub struct Chain<Link, T: ?Sized>(PhantomData<(Link, PhantomData<T>)>);

/// Declares the links of a chain, each dereferencing to the next.
macro_rules! chain {
    ($(#[$attribute:meta])* $link:ident $(-> $next:ident)+) => {
        $(#[$attribute])*
        pub struct $link;
        chain!(@step $link $($next)+);
    };
    (@step $link:ident $next:ident $($rest:ident)*) => {
        pub struct $next;
        impl<T: ?Sized> Deref for Chain<$link, T> {
            type Target = Chain<$next, T>;
            fn deref(&self) -> &Self::Target {
                &Chain(PhantomData)
            }
        }
        chain!(@step $next $($rest)*);
    };
    (@step $link:ident) => {};
}

chain! {
    /// Is it an error? Is it optional? Is its text at hand?
    IsOptionalError -> DerefsToOptionalError -> IsError -> DerefsToError -> DerefsTwiceToError
        -> IsOptional -> IsDirect -> IsPlain
}

/// The first link for a value.
pub type Probe<T> = Chain<IsOptionalError, T>;

/// An error: its text is for logs.
pub struct Hidden;
/// An `Option`: nothing is written for `None`.
pub struct Optional;
/// A type whose text is at hand.
pub struct Direct;
/// Any other type.
pub struct Plain;

impl<T: Error> Chain<IsOptionalError, Option<T>> {
    pub fn verdict(&self) -> Hidden {
        Hidden
    }
}

impl<T: Deref<Target: Error>> Chain<DerefsToOptionalError, Option<T>> {
    pub fn verdict(&self) -> Hidden {
        Hidden
    }
}

impl<T: Error + ?Sized> Chain<IsError, T> {
    pub fn verdict(&self) -> Hidden {
        Hidden
    }
}

impl<T: Deref<Target: Error> + ?Sized> Chain<DerefsToError, T> {
    pub fn verdict(&self) -> Hidden {
        Hidden
    }
}

/// `Arc<anyhow::Error>`, `Option<Arc<anyhow::Error>>` aside.
impl<T: Deref<Target: Deref<Target: Error>> + ?Sized> Chain<DerefsTwiceToError, T> {
    pub fn verdict(&self) -> Hidden {
        Hidden
    }
}

impl<T> Chain<IsOptional, Option<T>> {
    pub fn verdict(&self) -> Optional {
        Optional
    }
}

impl<T: DirectText + ?Sized> Chain<IsDirect, T> {
    pub fn verdict(&self) -> Direct {
        Direct
    }
}

impl<T: ?Sized> Chain<IsPlain, T> {
    pub fn verdict(&self) -> Plain {
        Plain
    }
}

/// Never implemented for an error: where it is asked for, the message below is what a user reads.
#[diagnostic::on_unimplemented(
    message = "`{T}` is an error, or leads to one, and what an error says must not reach a client",
    label = "this field's text is for logs only",
    note = "take it out of the public text and write `#[source]` on it: the observer and `Display` (`display = \"..\"`) still see it",
    note = "if clients need to know something of it, give them a field of its own: a code, a name, a number"
)]
pub trait MayBePublic<T: ?Sized> {}

/// Never implemented: an `Option` has no text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in a message: it has no text for `None`",
    label = "this field is optional",
    note = "declare a variant for each of the two messages, or keep a field with the text itself"
)]
pub trait HasText {}

/// What the message shows of a field.
pub trait Show<T: ?Sized> {
    fn show(value: &T, writer: &mut MessageWriter<'_>);
}

impl<T: ?Sized> Show<T> for Hidden
where
    Hidden: MayBePublic<T>,
{
    fn show(_: &T, _: &mut MessageWriter<'_>) {}
}

impl<T> Show<Option<T>> for Optional
where
    Option<T>: HasText,
{
    fn show(_: &Option<T>, _: &mut MessageWriter<'_>) {}
}

impl<T: DirectText + ?Sized> Show<T> for Direct {
    fn show(value: &T, writer: &mut MessageWriter<'_>) {
        value.with_text(|text| writer.push_str(text));
    }
}

impl<T: Display + ?Sized> Show<T> for Plain {
    fn show(value: &T, writer: &mut MessageWriter<'_>) {
        // Where a `Display` gives up, its text ends.
        let _ = write!(writer, "{value}");
    }
}

/// Writes a field into a message.
pub fn show<V: Show<T>, T: ?Sized>(_: V, value: &T, writer: &mut MessageWriter<'_>) {
    V::show(value, writer);
}

/// A field may stand in a message whose format spec `format!` takes care of.
pub fn check_public<V: Show<T>, T: ?Sized>(_: V, _: &T) {}

/// What the details hold of a field.
pub trait Detailed<T: ?Sized> {
    fn member(name: &'static str, value: &T, writer: &mut DetailsWriter<'_>);
    fn whole(value: &T, writer: &mut DetailsWriter<'_>);
}

impl<T: ?Sized> Detailed<T> for Hidden
where
    Hidden: MayBePublic<T>,
{
    fn member(_: &'static str, _: &T, _: &mut DetailsWriter<'_>) {}
    fn whole(_: &T, _: &mut DetailsWriter<'_>) {}
}

impl<T: Serialize> Detailed<Option<T>> for Optional {
    fn member(name: &'static str, value: &Option<T>, writer: &mut DetailsWriter<'_>) {
        if let Some(value) = value {
            writer.member(name, value);
        }
    }

    fn whole(value: &Option<T>, writer: &mut DetailsWriter<'_>) {
        if let Some(value) = value {
            writer.whole(value);
        }
    }
}

macro_rules! detailed_as_it_is {
    ($($verdict:ty),*) => {$(
        impl<T: Serialize + ?Sized> Detailed<T> for $verdict {
            fn member(name: &'static str, value: &T, writer: &mut DetailsWriter<'_>) {
                writer.member(name, value);
            }

            fn whole(value: &T, writer: &mut DetailsWriter<'_>) {
                writer.whole(value);
            }
        }
    )*};
}

detailed_as_it_is!(Direct, Plain);

/// Adds a field to the details object.
pub fn detail<V: Detailed<T>, T: ?Sized>(
    _: V,
    name: &'static str,
    value: &T,
    writer: &mut DetailsWriter<'_>,
) {
    V::member(name, value, writer);
}

/// Makes a field the whole of the details.
pub fn details<V: Detailed<T>, T: ?Sized>(_: V, value: &T, writer: &mut DetailsWriter<'_>) {
    V::whole(value, writer);
}

/// What a header says of a field.
pub trait InHeader<T: ?Sized> {
    fn set(name: &'static str, value: &T, writer: &mut HeaderWriter);
}

impl<T: ?Sized> InHeader<T> for Hidden
where
    Hidden: MayBePublic<T>,
{
    fn set(_: &'static str, _: &T, _: &mut HeaderWriter) {}
}

impl<T: Display> InHeader<Option<T>> for Optional {
    fn set(name: &'static str, value: &Option<T>, writer: &mut HeaderWriter) {
        if let Some(value) = value {
            writer.set(name, value);
        }
    }
}

impl<T: DirectText + ?Sized> InHeader<T> for Direct {
    fn set(name: &'static str, value: &T, writer: &mut HeaderWriter) {
        value.with_text(|text| writer.set(name, text));
    }
}

impl<T: Display + ?Sized> InHeader<T> for Plain {
    fn set(name: &'static str, value: &T, writer: &mut HeaderWriter) {
        writer.set(name, value);
    }
}

/// Sets a header to a field's text.
pub fn header<V: InHeader<T>, T: ?Sized>(
    _: V,
    name: &'static str,
    value: &T,
    writer: &mut HeaderWriter,
) {
    V::set(name, value, writer);
}

/// A link that an occurrence holds.
pub trait Linked<T: ?Sized> {
    fn link(value: &T) -> Option<Cow<'_, str>>;
}

impl<T: ?Sized> Linked<T> for Hidden
where
    Hidden: MayBePublic<T>,
{
    fn link(_: &T) -> Option<Cow<'_, str>> {
        None
    }
}

impl<T: AsRef<str>> Linked<Option<T>> for Optional {
    fn link(value: &Option<T>) -> Option<Cow<'_, str>> {
        value.as_ref().map(|link| Cow::Borrowed(link.as_ref()))
    }
}

macro_rules! linked_as_it_is {
    ($($verdict:ty),*) => {$(
        impl<T: AsRef<str> + ?Sized> Linked<T> for $verdict {
            fn link(value: &T) -> Option<Cow<'_, str>> {
                Some(Cow::Borrowed(value.as_ref()))
            }
        }
    )*};
}

linked_as_it_is!(Direct, Plain);

/// The link that a field holds.
pub fn link<V: Linked<T>, T: ?Sized>(_: V, value: &T) -> Option<Cow<'_, str>> {
    V::link(value)
}

/// A time to wait.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no time to wait",
    label = "`#[api_error(retry_after)]` needs a `Duration` or an unsigned integer of whole seconds, or an `Option` of one"
)]
pub trait Wait {
    /// How long.
    fn wait(&self) -> Option<Duration>;
}

impl Wait for Duration {
    fn wait(&self) -> Option<Duration> {
        Some(*self)
    }
}

macro_rules! wait_in_seconds {
    ($($integer:ty),*) => {$(
        impl Wait for $integer {
            fn wait(&self) -> Option<Duration> {
                Some(Duration::from_secs(u64::from(*self)))
            }
        }
    )*};
}

wait_in_seconds!(u8, u16, u32, u64);

impl Wait for usize {
    fn wait(&self) -> Option<Duration> {
        Some(Duration::from_secs(*self as u64))
    }
}

impl<T: Wait> Wait for Option<T> {
    fn wait(&self) -> Option<Duration> {
        self.as_ref().and_then(Wait::wait)
    }
}

impl<T: Wait> Wait for &T {
    fn wait(&self) -> Option<Duration> {
        (**self).wait()
    }
}

chain! {
    /// What may serve as an example?
    HasOne -> HasOptionalDefault -> HasDefault -> HasNone
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

/// Never implemented beyond the chain above.
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
