//! What each key of `#[api_error(..)]` does to the response, to the facts and to `Display`.

#![allow(
    dead_code,
    clippy::enum_variant_names,
    clippy::items_after_statements,
    reason = "the declarations are what is tested, also variants that no test makes"
)]

mod facts;
mod framework;
mod headers;
mod occurrence;
mod sources;
mod texts;
