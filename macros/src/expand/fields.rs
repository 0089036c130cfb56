//! What is done with one field, in a row with its example and in an occurrence with its value.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};

use super::Target;
use crate::model::{Error, Field, Variant, WrittenHeaders};

/// The wait of an example: the marked field's, else that of the first set of headers that can have one:
/// `if <RateLimit as __e::HeaderSet>::CAN_WAIT { Some(|| ..) } else { None }`.
pub(super) fn wait(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<TokenStream> {
    waiting_fields(error).next()?;
    let none = quote!(::core::option::Option::None);
    let mut wait = TokenStream::new();
    for waiting in waiting_fields(error) {
        let field = &variant.fields[waiting.field];
        let ty = target.type_in_rows(&field.ty);
        if !waiting.is_set && field.example.is_none() && !field.generic {
            return Some(some(
                quote_spanned!(field.here()=> <#ty as __e::Wait>::example),
            ));
        }
        let value = read_wait(field, &waiting, &ty, &field.example_binding());
        let example = with_example(target, field, &value, &none);
        let example = some(quote!(|| #example));
        if !waiting.is_set {
            return Some(example);
        }
        let can_wait = quote_spanned!(field.here()=> <#ty as __e::HeaderSet>::CAN_WAIT);
        wait.extend(quote!(if #can_wait { #example } else));
    }
    Some(quote!(#wait { #none }))
}

/// A field that holds an occurrence's own wait.
pub(super) struct Waiting {
    pub(super) field: usize,
    /// Whether it is a set of headers.
    is_set: bool,
}

/// The fields that hold an occurrence's own wait, the marked one first.
pub(super) fn waiting_fields(error: &Error) -> impl Iterator<Item = Waiting> {
    let marked = error.retry_after_field.map(|field| Waiting {
        field,
        is_set: false,
    });
    let sets = error
        .written_headers
        .iter()
        .filter(|headers| headers.name.is_none())
        .map(|headers| Waiting {
            field: headers.field,
            is_set: true,
        });
    marked.into_iter().chain(sets)
}

/// Reads the wait from a field's value. The type is written out, so that a wrong one is reported once.
pub(super) fn read_wait(
    field: &Field,
    waiting: &Waiting,
    ty: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let span = field.here();
    if waiting.is_set {
        quote_spanned!(span=> <#ty as __e::HeaderSet>::retry_after(#value))
    } else {
        quote_spanned!(span=> <#ty as __e::Wait>::wait(#value))
    }
}

pub(super) fn link(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<TokenStream> {
    let field = &variant.fields[error.docs_field?];
    let probe = field.probe(&field.example_binding());
    let value = quote_spanned! {field.here()=>
        #probe
            .link(__value)
            .map(|__link| ::std::borrow::Cow::Owned(__link.into_owned()))
    };
    let none = quote!(::core::option::Option::None);
    let example = with_example(target, field, &value, &none);
    Some(quote!(|| #example))
}

/// `action` with `__value` bound to the example of a field; `otherwise` where a type parameter has
/// none.
pub(super) fn with_example(
    target: &Target<'_>,
    field: &Field,
    action: &TokenStream,
    otherwise: &TokenStream,
) -> TokenStream {
    let span = field.here();
    if let Some(example) = &field.example {
        // Nobody has looked whether it is an expression: syn would need a feature for that.
        let at = example.clone().into_iter().next();
        let at = at.map_or(span, |token| span.located_at(token.span()));
        let mut example = target.in_rows(example.clone());
        if example.to_string().replace(' ', "") == "Default::default()" {
            // Of which type is nowhere said but here.
            let ty = target.type_in_rows(&field.ty);
            example = quote_spanned!(span=> <#ty as ::core::default::Default>::default());
        }
        let example = quote_spanned!(at=> __e::example_expression!(#example));
        return quote_spanned!(span=> { let __value = &#example; #action });
    }
    let (ty, name) = (target.type_in_rows(&field.ty), &field.name);
    if field.generic {
        return quote_spanned! {span=>
            if let ::core::option::Option::Some(__value) = &__e::example::<#ty>().if_any(#name) {
                #action
            } else {
                #otherwise
            }
        };
    }
    quote_spanned!(span=> { let __value = &__e::example::<#ty>().of(#name); #action })
}

/// Adds a field's value to the details.
pub(super) fn write_detail(field: &Field, name: Option<&str>, value: &TokenStream) -> TokenStream {
    let (span, probe) = (field.here(), field.probe(value));
    match name {
        Some(name) => quote_spanned!(span=> #probe.detail(#name, #value, __writer)),
        None => quote_spanned!(span=> #probe.details(#value, __writer)),
    }
}

/// Writes a field's headers.
pub(super) fn write_header(
    field: &Field,
    headers: &WrittenHeaders,
    ty: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let span = field.here();
    match &headers.name {
        Some(name) => {
            let probe = field.probe(value);
            let write = quote_spanned!(span=> #probe.header(#name, #value, __writer));
            if headers.repeats {
                quote_spanned!(span=> __writer.adding(|__writer| #write))
            } else {
                write
            }
        }
        None => quote_spanned!(span=> <#ty as __e::HeaderSet>::write(#value, __writer)),
    }
}

fn some(value: impl ToTokens) -> TokenStream {
    quote!(::core::option::Option::Some(#value))
}
