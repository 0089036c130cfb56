//! Generated code allows no lint of its own accord: beside a `forbid` that would be an error. The derives of the
//! standard library compile here, too.
#![forbid(warnings)]
#![forbid(future_incompatible, let_underscore, nonstandard_style, unused, refining_impl_trait)]
#![forbid(deprecated, dead_code, missing_docs, non_ascii_idents, private_interfaces, unsafe_code)]
#![forbid(missing_debug_implementations, trivial_casts, trivial_numeric_casts, unnameable_types)]
#![forbid(elided_lifetimes_in_paths, explicit_outlives_requirements, redundant_lifetimes)]
#![forbid(absolute_paths_not_starting_with_crate, keyword_idents_2018, keyword_idents_2024)]
#![forbid(let_underscore_drop, macro_use_extern_crate, meta_variable_misuse, unit_bindings)]
#![forbid(unused_extern_crates, unused_import_braces, unused_lifetimes, unused_macro_rules)]
#![forbid(unused_qualifications, unused_results, variant_size_differences, redundant_imports)]
#![forbid(unstable_features, impl_trait_redundant_captures, ambiguous_negative_literals)]

use std::fmt::Debug;
use std::io;
use std::time::Duration;

use errorbook::{ApiError, Catalog, ErrorSet, FieldError, PublicText, RateLimit, envelope};

envelope! {
    /// An envelope.
    pub Claims: "application/json" {
        header "X-Code" = code;
        "code": code,
        "facts": [status, docs?],
        "text"?: "{code} of {title}",
        ..details
    }
}

/// An enum with what a declaration can have.
#[derive(Debug, ApiError)]
#[api_error(envelope = Claims, category = "claims", challenge = "Bearer", header("X-T" = "1"))]
pub enum ClaimError {
    /// No claim has this id.
    #[api_error(status = 404)]
    NotFound,
    /// A deprecated variant with a deprecated field.
    #[deprecated]
    #[api_error(status = 410, code = 7, docs = "https://docs.example.com/{code}")]
    Gone {
        /// The id.
        #[deprecated]
        #[api_error(detail, example = 42)]
        id: u64,
    },
    /// Fields in a message.
    #[api_error(status = 400, message = "{id:>8} of {id}", code = "WRONG", display = "{id:?}")]
    #[api_error(retry(after = "3s", max = 2))]
    Wrong {
        /// The id.
        #[api_error(example = "clm_7")]
        id: Box<str>,
    },
    /// Details.
    #[api_error(status = 422)]
    Invalid {
        /// The fields.
        #[api_error(detail)]
        fields: Vec<FieldError>,
        /// The maximum.
        #[api_error(detail = "max", header = "X-Max")]
        maximum: Option<u32>,
        /// The wait.
        #[api_error(retry_after)]
        wait: Option<Duration>,
        /// The link.
        #[api_error(docs)]
        link: String,
    },
    /// Headers.
    #[api_error(status = 429)]
    Limited(#[api_error(headers)] RateLimit),
    /// A source.
    #[api_error(status = 500)]
    Store(#[from] io::Error),
    /// Another error.
    #[api_error(transparent)]
    Login(#[from] LoginError),
}

/// An error without a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ApiError)]
#[api_error(status = 401, envelope = Claims, category = "login", challenge = "Bearer")]
pub struct LoginError;

/// A deprecated type.
#[deprecated]
#[derive(Clone, Debug, ApiError)]
#[api_error(status = 409, message = "{value}")]
pub struct Taken<'a, T: PublicText + Clone + Debug, const N: usize> {
    /// The value.
    pub value: &'a T,
    /// The names.
    pub names: [u8; N],
}

/// A deprecated type whose declaration did not need generics.
#[deprecated]
#[derive(Clone, Copy, Debug, ApiError)]
#[api_error(status = 409)]
pub struct Held;

static CATALOG: Catalog = Catalog::new("Claims", "1", &[ClaimError::ERRORS, LoginError::ERRORS]);

fn main() {
    assert_eq!(CATALOG.iter().count(), 7);
    for error in [
        ClaimError::NotFound,
        ClaimError::Wrong { id: "clm".into() },
        ClaimError::Invalid { fields: Vec::new(), maximum: None, wait: None, link: String::new() },
        ClaimError::Limited(RateLimit::new()),
        ClaimError::from(io::Error::other("db-7")),
        ClaimError::from(LoginError),
    ] {
        assert!(!error.message().is_empty());
    }
}
