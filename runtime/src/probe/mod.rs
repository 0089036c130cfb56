//! What kind of type a field has, found out by the compiler where the derive cannot see it.
//!
//! `show(&field).message(&field, writer)` finds its method by autoderef: the compiler looks at the first
//! link of a chain, then at what that dereferences to, and so on, and takes the first `message` whose
//! impl applies. `public` asks whether a type may be shown, `fit` whether it has the form that its place requires;
//! where it does not, the method that is found requires a trait that no type implements, so the compiler reports the
//! field with a message of ours. Both questions are asked once, where the field's example is made. `shown` writes a
//! value and reports nothing.
//!
//! The methods are inherent, so nothing has to be in scope where they are called.

mod example;
#[cfg(feature = "schemars")]
mod fallible;
mod fit;
mod generic;
mod header;
mod holds;
mod public;
mod public_text;
mod reported;
mod samples;
mod schema;
mod shown;
mod source;
mod std_types;
mod wait;

pub use self::shown::show;
pub use example::{any_value, constant, example, text};
pub use generic::{public_example, public_schema};
pub use header::header_value;
pub use public::{field, public_field, shown};
pub use public_text::PublicText;
pub use reported::{NotReported, Reported};
pub use schema::schema;
pub use source::source;
pub use std_types::{StdDetail, StdText, std_text};
pub use wait::Wait;

/// Declares the links of a chain, each dereferencing to the next. Each is a type of its own, because the
/// compiler then has one impl to look at where it would try those of all links on each.
macro_rules! chain {
    ($(#[$attribute:meta])* $link:ident $(-> $next:ident)*) => {
        $(#[$attribute])*
        pub struct $link<T: ?Sized>(::std::marker::PhantomData<T>);
        impl<T: ?Sized> $link<T> {
            pub(crate) const START: Self = $link(::std::marker::PhantomData);
        }
        $crate::probe::chain!(@then $link $($next)*);
    };
    (@then $link:ident $next:ident $($rest:ident)*) => {
        impl<T: ?Sized> ::std::ops::Deref for $link<T> {
            type Target = $next<T>;
            fn deref(&self) -> &Self::Target {
                &$next::START
            }
        }
        $crate::probe::chain!($next $(-> $rest)*);
    };
    (@then $link:ident) => {};
}
pub(crate) use chain;
