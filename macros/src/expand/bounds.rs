//! The where-clause of the impls: the user's, and a bound for each field whose type mentions a type
//! parameter and that is used in a way that asks for one.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Type, WhereClause, WherePredicate, parse_quote};

use super::holes;
use crate::check::in_option;
use crate::model::{Declaration, Error, Kind, Maker, Message, Variant};

pub(super) fn where_clause(declaration: &Declaration) -> Option<WhereClause> {
    let mut clause = declaration.generics.where_clause.clone();
    if declaration.generics.type_params().next().is_none() {
        return clause;
    }
    // The type by its name, as the clause is also that of impls for a `Box` of it.
    let (_, type_generics, _) = declaration.generics.split_for_impl();
    let mut ident = declaration.ident.clone();
    ident.set_span(Span::call_site());
    let mut inferred: Vec<WherePredicate> =
        vec![parse_quote!(#ident #type_generics: ::core::fmt::Debug)];
    if declaration.error_maker != Maker::This {
        inferred.push(parse_quote!(#ident #type_generics: ::core::error::Error));
    }
    for variant in &declaration.variants {
        for (ty, bound) in used(variant) {
            inferred.push(parse_quote!(#ty: #bound));
        }
    }
    clause
        .get_or_insert_with(|| parse_quote!(where))
        .predicates
        .extend(inferred);
    clause
}

/// The generic fields of a variant, and what they are asked for.
fn used(variant: &Variant) -> Vec<(Type, TokenStream)> {
    let mut used = Vec::new();
    let mut ask = |index: usize, optional: bool, bound: TokenStream| {
        let field = &variant.fields[index];
        if field.generic {
            let inner = if optional { in_option(&field.ty) } else { None };
            used.push((inner.unwrap_or(&field.ty).clone(), bound));
        }
    };
    match &variant.kind {
        Kind::Transparent { field, framework } => {
            ask(*field, false, quote!(__e::ApiError + __e::ErrorSet));
            if *framework {
                ask(*field, false, quote!(__e::HoldsFramework));
            }
        }
        Kind::Error(error) => {
            if let Some(source) = &variant.source {
                ask(source.field, true, quote!(::core::error::Error + 'static));
            }
            ask_for_error(error, ask);
        }
    }
    used
}

fn ask_for_error(error: &Error, mut ask: impl FnMut(usize, bool, TokenStream)) {
    if let Message::Pieces(pieces) = &error.message {
        for (field, spec) in holes(pieces) {
            ask(field, false, format_trait(spec));
        }
    }
    for (field, spec) in error.display.iter().flat_map(|pieces| holes(pieces)) {
        ask(field, false, format_trait(spec));
    }
    for detail in &error.details {
        ask(detail.field, true, quote!(__e::Serialize));
    }
    for headers in &error.written_headers {
        match headers.name {
            Some(_) => ask(headers.field, true, quote!(::core::fmt::Display)),
            None => ask(headers.field, false, quote!(__e::HeaderSet)),
        }
    }
    if let Some(field) = error.retry_after_field {
        ask(field, false, quote!(__e::Wait));
    }
    if let Some(field) = error.docs_field {
        ask(
            field,
            true,
            quote!(::core::convert::AsRef<::core::primitive::str>),
        );
    }
}

/// The trait of `core::fmt` that a format spec asks for.
fn format_trait(spec: &str) -> TokenStream {
    match spec.chars().last() {
        Some('?') => quote!(::core::fmt::Debug),
        Some('x') => quote!(::core::fmt::LowerHex),
        Some('X') => quote!(::core::fmt::UpperHex),
        Some('o') => quote!(::core::fmt::Octal),
        Some('b') => quote!(::core::fmt::Binary),
        Some('e') => quote!(::core::fmt::LowerExp),
        Some('E') => quote!(::core::fmt::UpperExp),
        Some('p') => quote!(::core::fmt::Pointer),
        _ => quote!(::core::fmt::Display),
    }
}
