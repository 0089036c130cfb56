//! The enum as an item.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::rows::Row;
use super::written::Written;

/// ```text
/// pub enum HttpError {
///     /// The request is not valid.
///     BadRequest(errorbook::FrameworkError),
///     ..
/// }
/// ```
pub(super) fn item(written: &Written, rows: &[Row<'_>]) -> TokenStream {
    let Written {
        runtime,
        attrs,
        vis,
        name,
        ..
    } = written;
    let variants = rows.iter().map(|row| {
        let ident = &row.ident;
        let attrs = row.written.map(|written| &written.attrs);
        let attrs = attrs.into_iter().flatten();
        let docs = row.default_doc().map(|text| {
            let line = format!(" {text}");
            quote!(#[doc = #line])
        });
        quote!(#(#attrs)* #docs #ident(#runtime::FrameworkError),)
    });
    // Lints about the type itself point at its name, not at the whole call.
    let item = quote_spanned!(name.span()=> enum #name);
    quote!(#(#attrs)* #vis #item { #(#variants)* })
}
