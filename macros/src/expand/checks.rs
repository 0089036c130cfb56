//! The checks that need more than the declaration: the envelope, sets of headers, other enums. The
//! compiler evaluates them.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::Target;
use super::rows::{errors, type_in_rows};

/// The checks as items, where types are known: `cargo check` sees them.
pub(super) fn items(target: &Target<'_>) -> TokenStream {
    if target.is_generic() {
        return TokenStream::new();
    }
    let declaration = target.declaration;
    let ident = &declaration.ident;
    let lifetimes = declaration.generics.lifetimes().map(|_| quote!('_,));
    let this = quote!(#ident<#(#lifetimes)*>);
    checks(target, &this)
        .map(|(span, check)| quote_spanned!(span=> const _: () = #check;))
        .collect()
}

/// The checks of a generic type, inside of one of its methods: the compiler evaluates them for each
/// type that the parameters stand for, when it builds.
pub(super) fn statements(target: &Target<'_>) -> TokenStream {
    if !target.is_generic() {
        return TokenStream::new();
    }
    checks(target, &quote!(Self))
        .map(|(span, check)| quote_spanned!(span=> const { #check };))
        .collect()
}

/// Each check, and the place to which it points.
fn checks<'a>(
    target: &'a Target<'_>,
    this: &TokenStream,
) -> impl Iterator<Item = (Span, TokenStream)> + use<'a> {
    let span = Span::call_site().located_at(target.declaration.ident.span());
    let names: BTreeSet<&str> = errors(target)
        .flat_map(|(_, error)| &error.details)
        .filter_map(|detail| detail.name.as_deref())
        .collect();
    let names = names.into_iter();
    let set = quote_spanned! {span=>
        __e::check_set(<#this as __e::ErrorSet>::ERRORS, &[#(#names),*])
    };
    let headers = errors(target).flat_map(move |(variant, error)| {
        let constant = |field: usize, name: &str| {
            let (field, name) = (&variant.fields[field], Ident::new(name, Span::call_site()));
            let ty = type_in_rows(&field.ty, target);
            quote_spanned!(field.here()=> <#ty as __e::HeaderSet>::#name)
        };
        let sets = error
            .written_headers
            .iter()
            .filter(|headers| headers.name.is_none());
        let mut found: Vec<_> = sets
            .map(|headers| {
                let constants = ["NAMES", "ALWAYS", "CAN_WAIT"];
                let constants = constants.map(|name| constant(headers.field, name));
                let span = variant.fields[headers.field].here();
                (
                    span,
                    quote_spanned!(span=> __e::check_header_set(#(#constants),*)),
                )
            })
            .collect();
        if let Some(required) = &error.required_header {
            let first = required.fields.first();
            let span = first.map_or(span, |field| variant.fields[*field].here());
            let names = required
                .fields
                .iter()
                .map(|field| constant(*field, "NAMES"));
            let (name, message) = (required.name, &required.message);
            let check =
                quote_spanned!(span=> __e::check_required_header(&[#(#names),*], #name, #message));
            found.push((span, check));
        }
        found
    });
    std::iter::once((span, set)).chain(headers)
}
