//! `envelope!`: the shape of an error body, written like JSON, as data.
//!
//! The way of the tokens: [`parse`] makes [`written`] out of them, [`check`] makes a [`template`]
//! out of that, [`expand`] prints it. The first two push mistakes and go on; after one, the type
//! gets an empty template, so that the user sees the cause and no follow-on errors.

mod check;
mod expand;
mod parse;
mod slot;
mod template;
#[cfg(test)]
mod tests;
mod written;

use proc_macro2::TokenStream;
use quote::quote;

use self::template::Template;
use crate::diagnostics::Diagnostics;

/// The type that `envelope!` declares, or every mistake of the declaration.
///
/// `input` is `($crate)`, the path of the runtime, and behind it what the user wrote.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    let found = Diagnostics::new();
    let output = parse::parse(input, &found).and_then(|written| {
        let template = check::check(&written, &found).unwrap_or_else(Template::empty);
        let declaration = written.declaration?;
        Some(expand::envelope(&written.runtime, &declaration, &template))
    });
    let mistakes = found.finish();
    quote!(#mistakes #output)
}
