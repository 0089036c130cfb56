//! The derive as a pipeline: read, check, expand.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::ast::Declaration;
use crate::check::check;
use crate::diagnostics::Diagnostics;
use crate::expand;

pub(crate) fn derive(input: TokenStream) -> TokenStream {
    let input: DeriveInput = match syn::parse2(input) {
        Ok(input) => input,
        Err(error) => return error.to_compile_error(),
    };
    let diagnostics = Diagnostics::new();
    let declaration = Declaration::read(&input, &diagnostics);
    finish(declaration.as_ref(), diagnostics)
}

/// What a declaration expands to, and its mistakes.
pub(crate) fn finish(declaration: Option<&Declaration>, diagnostics: Diagnostics) -> TokenStream {
    let expanded = declaration.map(|declaration| expand::expand(&check(declaration, &diagnostics)));
    let mistakes = diagnostics.finish();
    quote!(#mistakes #expanded)
}
