//! The procedural macros of errorbook. Users meet them, documented, as re-exports of `errorbook`.

mod ast;
mod attr;
mod case;
mod check;
mod derive;
mod diagnostics;
mod doc;
mod envelope;
mod expand;
mod format;
mod hash;
mod header;
mod http_errors;
mod internal;
mod literal;
mod model;
mod nearest;
#[cfg(test)]
mod snapshots;
mod status;
mod uri;

use proc_macro::TokenStream;

/// Documented where users meet it: `errorbook::ApiError`.
///
/// `error` is the attribute of thiserror. It is known here, so that those who forgot its derive get one error.
#[proc_macro_derive(ApiError, attributes(api_error, error, from, source))]
pub fn derive_api_error(input: TokenStream) -> TokenStream {
    derive::derive(input.into()).into()
}

/// Documented where users meet it: `errorbook::envelope!`, which passes the path of the runtime ahead
/// of the user's tokens.
#[proc_macro]
pub fn envelope(input: TokenStream) -> TokenStream {
    envelope::expand(input.into()).into()
}

/// Documented where users meet it: `errorbook::http_errors!`, which passes the path of the runtime ahead
/// of the user's tokens.
#[proc_macro]
pub fn http_errors(input: TokenStream) -> TokenStream {
    http_errors::expand(input.into()).into()
}
