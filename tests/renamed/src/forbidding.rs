//! Clippy's lints forbidden: an `allow` in generated code would be an error of its own.

#![forbid(clippy::all, clippy::pedantic, clippy::nursery, clippy::cargo)]
#![forbid(
    clippy::absolute_paths,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::default_numeric_fallback,
    clippy::expect_used,
    clippy::implicit_return,
    clippy::indexing_slicing,
    clippy::min_ident_chars,
    clippy::missing_inline_in_public_items,
    clippy::missing_trait_methods,
    clippy::panic,
    clippy::pattern_type_mismatch,
    clippy::question_mark_used,
    clippy::single_call_fn,
    clippy::std_instead_of_core,
    clippy::unreachable,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm
)]

use ::std::io;
use ::std::vec::Vec;

use crate::house;

/// An enum with a deprecated variant.
#[derive(Debug, house::ApiError)]
#[api_error(crate = house, envelope = crate::Shape, category = "house")]
pub enum ForbiddingError {
    /// It is gone.
    #[deprecated]
    #[api_error(status = 410, message = "{id:>8}", display = "{list:?}", code = 7)]
    Gone {
        /// The id.
        #[api_error(detail)]
        id: u64,
        /// The list.
        #[api_error(detail, example = ::std::vec![1_u8])]
        list: Vec<u8>,
    },
    /// The store failed.
    #[api_error(status = 500)]
    Store(#[from] io::Error),
    /// Another error.
    #[api_error(transparent)]
    Inner(#[from] crate::Inner),
}

/// A deprecated type with parameters.
#[deprecated]
#[derive(Debug, house::ApiError)]
#[api_error(crate = house, status = 409, message = "{value}")]
pub struct Taken<Value: house::PublicText> {
    /// What is taken.
    pub value: Value,
}
