//! Generated code under every name and lint that could be in its way: no prelude, the names of the
//! prelude taken, the crate renamed and reached through a re-export, all lints denied.

#![no_implicit_prelude]
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unused_qualifications
)]
#![deny(clippy::all, clippy::pedantic, clippy::nursery)]
#![deny(clippy::allow_attributes)]

pub mod forbidding;

use ::book::envelope;
use ::core::fmt::Debug;

/// A re-export, as a company's own crate may have it.
pub mod house {
    #[doc(hidden)]
    pub use ::book::__private;
    pub use ::book::{render, ApiError, Context, ErrorSet, PublicText, RateLimit};
}

/// Not the one of the prelude.
#[derive(Debug)]
pub struct Option;
/// Not the one of the prelude.
#[derive(Debug)]
pub struct Result;
/// Not the one of the prelude.
#[derive(Debug)]
pub struct Some;
/// Not the one of the prelude.
#[derive(Debug)]
pub struct None;
/// Not the one of the prelude.
#[derive(Debug)]
pub struct String;
/// Not the one of the language.
#[allow(
    non_camel_case_types,
    clippy::allow_attributes,
    reason = "it is what it is about"
)]
#[derive(Debug)]
pub struct usize;
/// Not the one of the language.
#[allow(
    non_camel_case_types,
    clippy::allow_attributes,
    reason = "it is what it is about"
)]
#[derive(Debug)]
pub struct str;
/// Not the trait.
#[derive(Debug)]
pub struct Display;
/// Not the trait.
#[derive(Debug)]
pub struct Error;
/// Not the trait.
#[derive(Debug)]
pub struct From;

/// In the way of `core::fmt` and the like.
pub mod core {}
/// In the way of `std::borrow` and the like.
pub mod std {}
/// In the way of a path that leaves out its leading colons.
pub mod errorbook {}

envelope! {
    /// A shape with a bit of everything.
    pub Shape: "application/json" {
        header "X-Code" = code;
        "error": {"code": code, "text": "{message} ({status})", "details"?: details, "list": [docs?, -1]},
        (category): true,
    }
}

/// What can go wrong.
#[derive(Debug, house::ApiError)]
#[api_error(crate = house, envelope = Shape, category = "house", challenge = "Bearer")]
#[api_error(docs = "https://docs.example.com/{code}", header("X-Team" = "claims"))]
pub enum HouseError<'a, T>
where
    T: house::PublicText,
{
    /// The key is missing.
    #[api_error(status = 401)]
    Unauthorized,
    /// It is old.
    #[api_error(
        status = 410,
        message = "{0} and {1:>4}",
        display = "{0} and {1:?} are gone"
    )]
    #[deprecated(since = "1.0.0", note = "no longer made")]
    Gone(T, &'a ::core::primitive::str),
    /// It has everything.
    #[api_error(
        status = 429,
        code = "EVERYTHING",
        title = "All",
        retry(after = "1m", max = 2)
    )]
    Everything {
        /// A member.
        #[api_error(detail, example = 1)]
        r#type: u8,
        /// A header.
        #[api_error(header = "X-Count")]
        count: ::core::option::Option<u64>,
        /// Several headers.
        #[api_error(headers)]
        limit: house::RateLimit,
        /// A wait.
        #[api_error(retry_after)]
        wait: ::core::time::Duration,
        /// A link.
        #[api_error(docs)]
        link: &'static ::core::primitive::str,
        /// For logs.
        #[source]
        cause: ::std::boxed::Box<
            dyn ::core::error::Error + ::core::marker::Send + ::core::marker::Sync,
        >,
    },
    /// It failed.
    #[api_error(status = 500)]
    Failed(#[from] ::std::io::Error),
    /// Another speaks.
    #[api_error(transparent)]
    Inner(#[from] Inner),
    /// Its names are keywords of a later edition.
    #[api_error(status = 409, message = "{gen} came first")]
    #[allow(
        non_camel_case_types,
        clippy::allow_attributes,
        reason = "of a keyword there is only one way to write it"
    )]
    gen {
        /// What came first.
        #[api_error(detail)]
        gen: u8,
    },
}

/// An error of its own.
#[derive(Debug, ::book::ApiError)]
#[api_error(crate = ::book, status = 404, code = "INNER", category = "inner")]
pub struct Inner;

/// Renders one of each, so that nothing of it goes unused.
#[must_use]
pub fn bodies() -> ::std::vec::Vec<::std::string::String> {
    use ::core::convert::Into;
    use ::core::iter::{IntoIterator, Iterator};

    let everything = HouseError::Everything {
        r#type: 1,
        count: ::core::option::Option::Some(2),
        limit: house::RateLimit::new(),
        wait: ::core::time::Duration::from_secs(3),
        link: "https://docs.example.com",
        cause: "secret".into(),
    };
    let errors: [HouseError<'_, u8>; 5] = [
        HouseError::Unauthorized,
        everything,
        ::std::io::Error::other("secret").into(),
        Inner.into(),
        HouseError::gen { gen: 7 },
    ];
    errors
        .into_iter()
        .map(|error| {
            let response = house::render(&error, &house::Context::new());
            ::std::string::String::from_utf8_lossy(response.body()).into_owned()
        })
        .collect()
}
