//! The checks that need more than the declaration: the envelope, sets of headers, other enums. The
//! compiler evaluates them.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::Target;
use super::fields::report;
use super::source::Source;
use crate::hash::hash;
use crate::model::{Error, Variant};

/// The checks as items, where types are known: `cargo check` sees them.
pub(super) fn items(target: &Target<'_>, source: &mut Source) {
    if target.is_generic() {
        return;
    }
    let declaration = target.declaration;
    if declaration
        .wrong
        .as_ref()
        .is_some_and(|wrong| wrong.in_type)
    {
        return;
    }
    let ident = &declaration.ident;
    let lifetimes = declaration.generics.lifetimes().map(|_| quote!('_,));
    let this = quote!(#ident<#(#lifetimes)*>);
    for (span, check) in checks(target, &this) {
        source.tokens(&quote_spanned!(span=> const _: () = #check;));
    }
}

/// The checks of a generic type, inside of one of its methods: the compiler evaluates them for each
/// type that the parameters stand for, when it builds.
pub(super) fn statements(target: &Target<'_>, source: &mut Source) {
    if target.is_generic() {
        for (span, check) in checks(target, &quote!(Self)) {
            source.tokens(&quote_spanned!(span=> const { #check };));
        }
    }
}

/// A check, and the place to which it points.
type Check = (Span, TokenStream);

/// The checks of a type. Each is an item, which costs the compiler about as much as a row, so there is none that
/// cannot fail.
fn checks(target: &Target<'_>, this: &TokenStream) -> Vec<Check> {
    let span = Span::call_site().located_at(target.declaration.ident.span());
    let mut checks = Vec::new();
    // `Problem` asks for nothing that an error may lack.
    if target.nests() || target.declaration.envelope.is_some() {
        let check = quote_spanned!(span=> __e::check_set(<#this as __e::ErrorSet>::ERRORS));
        checks.push((span, check));
    }
    for (variant, error) in target.errors() {
        details(target, variant, error, &mut checks);
        headers(target, variant, error, span, &mut checks);
    }
    checks
}

/// One check for each detail, so that each name that is taken is reported at its field.
fn details(target: &Target<'_>, variant: &Variant, error: &Error, checks: &mut Vec<Check>) {
    let envelope = match &target.declaration.envelope {
        Some(path) => path.to_token_stream(),
        None => quote!(__e::Problem),
    };
    let named = error
        .details
        .iter()
        .filter_map(|detail| Some((detail.field, detail.name.as_deref()?, quote!())));
    let reported = error.report.map(|field| {
        let mask = report(target, &variant.fields[field], &quote!(NAMES));
        (field, "fields", quote!(& #mask))
    });
    for (field, name, mask) in named.chain(reported) {
        let span = variant.fields[field].place();
        let bit = Literal::u64_unsuffixed(1 << (hash(name) % 64));
        let declaration = &target.declaration.ident;
        let of = if target.declaration.is_enum {
            format!("{declaration}::{}", error.name)
        } else {
            error.name.clone()
        };
        let check = quote_spanned! {span=>
            __e::check_detail(
                <#envelope as __e::Envelope>::BESIDE_DETAILS & #bit #mask,
                <#envelope as __e::Envelope>::SHAPE,
                #name,
                #of,
            )
        };
        checks.push((span, check));
    }
}

/// That sets of headers are consistent, and that one of them has the header that the status requires.
fn headers(
    target: &Target<'_>,
    variant: &Variant,
    error: &Error,
    span: Span,
    checks: &mut Vec<Check>,
) {
    let constant = |field: usize, name: &str| {
        let (field, name) = (&variant.fields[field], Ident::new(name, Span::call_site()));
        let ty = target.type_in_checks(&field.ty);
        quote_spanned!(field.here()=> <#ty as __e::HeaderSet>::#name)
    };
    let sets = error
        .written_headers
        .iter()
        .filter(|headers| headers.name.is_none());
    for headers in sets {
        let constants = ["NAMES", "ALWAYS", "CAN_WAIT"];
        let constants = constants.map(|name| constant(headers.field, name));
        let span = variant.fields[headers.field].here();
        let check = quote_spanned!(span=> __e::check_header_set(#(#constants),*));
        checks.push((span, check));
    }
    if let Some(required) = &error.required_header {
        let first = required.fields.first();
        let span = first.map_or(span, |field| variant.fields[*field].here());
        let names = required.fields.iter().map(|field| {
            let field = &variant.fields[*field];
            let ty = target.type_in_checks(&field.ty);
            quote_spanned!(field.here()=> __e::names_of::<#ty>())
        });
        let (name, message) = (required.name, &required.message);
        let check =
            quote_spanned!(span=> __e::check_required_header(&[#(#names),*], #name, #message));
        checks.push((span, check));
    }
}
