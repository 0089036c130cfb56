//! What stands in for the impls when a declaration is wrong, so that a user reads of the mistake and
//! not of everything that misses the impls.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{WherePredicate, parse_quote};

use super::source::Source;
use super::wrap;
use crate::ast::Declaration;
use crate::check::runtime_path;

pub(crate) fn expand(declaration: &Declaration) -> TokenStream {
    let ident = &declaration.name_in_impls();
    let makes_error = !declaration.thiserror && declaration.attrs.manual_error.is_none();
    let mut generics = declaration.generics.clone();
    if generics.type_params().next().is_some() {
        // What the bounds of the real impls are made of may be what is wrong.
        let asked: WherePredicate = if makes_error {
            parse_quote!(Self: ::core::fmt::Debug)
        } else {
            parse_quote!(Self: ::core::error::Error)
        };
        generics.make_where_clause().predicates.push(asked);
    }
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let implement = |of: TokenStream, content: TokenStream| {
        quote! {
            #[automatically_derived]
            impl #impl_generics #of for #ident #type_generics #where_clause {
                #content
            }
        }
    };
    let api_error = implement(
        quote!(__e::ApiError),
        quote! {
            fn spec(&self) -> &'static __e::ErrorSpec {
                ::core::unreachable!()
            }
        },
    );
    // The user's own, so that its import is not reported as unused.
    let envelope = declaration.attrs.envelope.as_ref().map_or_else(
        || quote!(__e::Problem),
        |envelope| envelope.value.to_token_stream(),
    );
    let error_set = implement(
        quote!(__e::ErrorSet),
        quote! {
            type Envelope = #envelope;
            const ERRORS: &'static __e::Errors = __e::NO_ERRORS;
        },
    );
    let std_impls = makes_error.then(|| {
        let display = implement(
            quote!(::core::fmt::Display),
            quote! {
                fn fmt(&self, _: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    ::core::unreachable!()
                }
            },
        );
        let error = implement(quote!(::core::error::Error), TokenStream::new());
        let mut types = std::collections::HashSet::new();
        let from = declaration
            .variants
            .iter()
            .flat_map(|variant| &variant.fields)
            .filter(|field| field.attrs.from.is_some())
            .map(|field| &field.ty)
            .filter(|ty| types.insert(quote!(#ty).to_string()))
            .map(|ty| {
                implement(
                    quote!(::core::convert::From<#ty>),
                    quote! {
                        fn from(_: #ty) -> Self {
                            ::core::unreachable!()
                        }
                    },
                )
            });
        quote!(#display #error #(#from)*)
    });
    let errorbook = runtime_path(declaration);
    let adapters = declaration.attrs.manual_response.is_none().then(|| {
        quote! {
            #errorbook::__impl_adapters! {
                {#impl_generics} {#ident #type_generics} {#where_clause}
            }
        }
    });
    let mut source = Source::default();
    source.tokens(&quote!(#api_error #error_set #std_impls #adapters));
    let allowed: Vec<_> = declaration.allowed().cloned().collect();
    wrap(&errorbook, &allowed, source)
}
