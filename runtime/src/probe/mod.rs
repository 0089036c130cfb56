//! What kind of type a field has, found out by the compiler where the derive cannot see it.
//!
//! `probe(&field).message(&field, writer)` finds its method by autoderef: the compiler looks at the first
//! link of a chain, then at what that dereferences to, and so on, and takes the first `message` whose
//! impl applies. On a link that found an error the method asks for a trait that no type has: so an error
//! in a public place is a type error at the field, with a message of ours.
//!
//! The methods are inherent, so nothing has to be in scope where they are called.

mod example;
#[cfg(feature = "schemars")]
mod fallible;
mod header;
mod public_text;
mod samples;
mod schema;
mod shown;
mod source;
mod std_types;
mod value;
mod wait;

pub use example::example;
pub use header::header_value;
pub use public_text::{PublicText, check_public_text};
pub use schema::schema;
pub use shown::show;
pub use source::source;
pub use std_types::{StdDetail, StdText};
pub use value::{probe, probe_example};
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
