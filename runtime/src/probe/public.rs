//! Whether a field may be shown.
//!
//! `shown(field::<T>().inside().inside()…)` looks at a type and at what is inside of it, one type at each `inside`: the
//! target of a pointer, the elements of a container. For each the compiler asks the questions of the chain below, in
//! order. A type that is an error or leads to one ends in `Refused`, which `shown` does not take: the declaration does
//! not compile, and the message is ours. Each `inside` has a chain of its own, because the compiler compares each link
//! of a chain with each other link.

use std::error::Error;
use std::marker::PhantomData;
use std::ops::Deref;

use super::PublicText;
use super::fit::FitText;
use super::holds::{Holds, Then};

/// Declares the links of the chain for a type `T` inside of a field's type. `Rest` are types that are yet to look at.
macro_rules! questions {
    ($link:ident $(-> $next:ident)*) => {
        pub struct $link<T: ?Sized, Field, Rest>(PhantomData<T>, PhantomData<(Field, Rest)>);
        impl<T: ?Sized, Field, Rest> $link<T, Field, Rest> {
            const START: Self = $link(PhantomData, PhantomData);
        }
        questions!(@then $link $($next)*);
    };
    (@then $link:ident $next:ident $($rest:ident)*) => {
        impl<T: ?Sized, Field, Rest> Deref for $link<T, Field, Rest> {
            type Target = $next<T, Field, Rest>;
            fn deref(&self) -> &Self::Target {
                &$next::START
            }
        }
        questions!($next $(-> $rest)*);
    };
    (@then $link:ident) => {};
}

// Text and types that are meant to be shown come ahead of reports, because a `String` converts into an error, too.
questions!(IsError -> IsPublic -> IsReport -> IsSendReport -> IsSyncReport -> IsContainer -> IsPointer -> IsSized -> IsOther);

/// The start of the questions about a field's type.
#[must_use]
pub const fn field<T>() -> IsError<T, T, Nothing> {
    IsError::START
}

/// The whole type of a field of a generic type is `PublicText`.
#[must_use]
pub const fn public_field<T: PublicText>() -> FitText<T> {
    FitText::START
}

impl<T: Error + ?Sized, Field, Rest> IsError<T, Field, Rest> {
    pub fn inside(&self) -> Refused<Field> {
        Refused(PhantomData)
    }
}

impl<T: PublicText + ?Sized, Field, Rest: Types<Field>> IsPublic<T, Field, Rest> {
    pub fn inside(&self) -> Rest::Start {
        Rest::START
    }
}

/// A report is not an error itself, but converts into one, as `error_stack::Report` does.
impl<T: Into<Box<dyn Error>>, Field, Rest> IsReport<T, Field, Rest> {
    pub fn inside(&self) -> Refused<Field> {
        Refused(PhantomData)
    }
}

impl<T: Into<Box<dyn Error + Send>>, Field, Rest> IsSendReport<T, Field, Rest> {
    pub fn inside(&self) -> Refused<Field> {
        Refused(PhantomData)
    }
}

impl<T: Into<Box<dyn Error + Send + Sync>>, Field, Rest> IsSyncReport<T, Field, Rest> {
    pub fn inside(&self) -> Refused<Field> {
        Refused(PhantomData)
    }
}

impl<T: Holds + ?Sized, Field, Rest> IsContainer<T, Field, Rest>
where
    T::Held<Rest>: Types<Field>,
{
    pub fn inside(&self) -> <T::Held<Rest> as Types<Field>>::Start {
        <T::Held<Rest> as Types<Field>>::START
    }
}

impl<T: Deref + ?Sized, Field, Rest> IsPointer<T, Field, Rest> {
    pub fn inside(&self) -> IsError<T::Target, Field, Rest> {
        IsError::START
    }
}

impl<T, Field, Rest: Types<Field>> IsSized<T, Field, Rest> {
    pub fn inside(&self) -> Rest::Start {
        Rest::START
    }
}

/// What is behind a `dyn`, in most cases.
impl<T: ?Sized, Field, Rest> IsOther<T, Field, Rest> {
    pub fn inside(&self) -> Opaque<Field> {
        Opaque(PhantomData)
    }
}

/// Types to look at, one after another.
pub trait Types<Field> {
    /// The question about the first one; `Public` if there is none.
    type Start;
    #[doc(hidden)]
    const START: Self::Start;
}

/// No type.
pub struct Nothing;

impl<Field> Types<Field> for Nothing {
    type Start = Public<Field>;
    const START: Public<Field> = Public(PhantomData);
}

impl<T: ?Sized, Rest, Field> Types<Field> for Then<T, Rest> {
    type Start = IsError<T, Field, Rest>;
    const START: Self::Start = IsError::START;
}

/// An answer, which stays the same however often one asks. `Fit` is what is asked next.
macro_rules! answers {
    ($($(#[$attribute:meta])* $answer:ident => $fit:ident;)*) => {$(
        $(#[$attribute])*
        pub struct $answer<Field>(PhantomData<Field>);

        impl<Field> $answer<Field> {
            pub fn inside(&self) -> Self {
                $answer(PhantomData)
            }
        }

        impl<Field> Answer<Field> for $answer<Field> {
            type Fit = $fit<Field>;
            const FIT: Self::Fit = $fit::START;
        }
    )*};
}

answers! {
    /// A field that may be shown.
    Public => FitText;
    /// A field whose values tell of an error or of the inside of the service.
    Refused => Reported;
    /// A field of which the compiler does not know what its values are.
    Opaque => Reported;
}

/// What the questions about a field led to.
pub trait Answer<Field> {
    /// The start of the chain about the form of the field.
    type Fit;
    #[doc(hidden)]
    const FIT: Self::Fit;
}

/// The compiler was asked too little.
impl<T: ?Sized, Field, Rest> Answer<Field> for IsError<T, Field, Rest> {
    type Fit = Reported<Field>;
    const FIT: Self::Fit = Reported::START;
}

/// Takes the answer that a field may be shown. On one line, because the compiler prints it.
#[must_use]
pub fn shown<F, A: Answer<F> + MayBePublic<F> + IsConcrete<F> + IsShallow<F>>(_: A) -> A::Fit {
    A::FIT
}

/// Not implemented for the answer about an error.
#[diagnostic::on_unimplemented(
    message = "`{Field}` cannot be public: it is an error, contains one, or shows the inside of the service",
    label = "clients would see this value",
    note = "mark the field with `#[source]` to log it, and give clients a field of its own, such as a code or a name"
)]
pub trait MayBePublic<Field> {}

/// Not implemented for the answer about a `dyn`.
#[diagnostic::on_unimplemented(
    message = "`{Field}` cannot be public: its size is not known, so any type can be behind it, also an error",
    label = "clients would see this value",
    note = "use a concrete type, such as `String`, or implement `errorbook::PublicText` for a type of your own"
)]
pub trait IsConcrete<Field> {}

/// Not implemented for a question that is still open.
#[diagnostic::on_unimplemented(
    message = "`{Field}` cannot be public: it consists of too many types to tell that none is an error",
    label = "clients would see this value",
    note = "use a type of your own that implements `errorbook::PublicText`"
)]
pub trait IsShallow<Field> {}

#[diagnostic::do_not_recommend]
impl<Field> MayBePublic<Field> for Public<Field> {}
#[diagnostic::do_not_recommend]
impl<Field> MayBePublic<Field> for Opaque<Field> {}
#[diagnostic::do_not_recommend]
impl<T: ?Sized, Field, Rest> MayBePublic<Field> for IsError<T, Field, Rest> {}

#[diagnostic::do_not_recommend]
impl<Field> IsConcrete<Field> for Public<Field> {}
#[diagnostic::do_not_recommend]
impl<Field> IsConcrete<Field> for Refused<Field> {}
#[diagnostic::do_not_recommend]
impl<T: ?Sized, Field, Rest> IsConcrete<Field> for IsError<T, Field, Rest> {}

#[diagnostic::do_not_recommend]
impl<Field> IsShallow<Field> for Public<Field> {}
#[diagnostic::do_not_recommend]
impl<Field> IsShallow<Field> for Refused<Field> {}
#[diagnostic::do_not_recommend]
impl<Field> IsShallow<Field> for Opaque<Field> {}

/// A field that is reported already: nothing else is reported about it.
pub struct Reported<Field>(PhantomData<Field>);

impl<Field> Reported<Field> {
    const START: Self = Reported(PhantomData);
}

macro_rules! reported {
    ($($method:ident),*) => {
        impl<Field> Reported<Field> {
            $(pub fn $method(&self) -> &Self {
                self
            })*

            pub fn of(&self, _: &'static str) -> Field {
                unreachable!("the declaration does not compile")
            }
        }
    };
}

reported!(message, formatted, detail, details, header, link);
