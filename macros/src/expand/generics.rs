//! Types as they can be written in the rows.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{GenericParam, Type};

use super::Target;
use crate::model::{Declaration, Error, Kind, Variant};

impl<'a> Target<'a> {
    /// The variants that are errors of this type's own, in order: their positions are the rows'.
    pub(super) fn errors(&self) -> impl Iterator<Item = (&'a Variant, &'a Error)> + use<'a> {
        errors(self.declaration)
    }

    /// Whether the type has type or const parameters.
    pub(super) fn is_generic(&self) -> bool {
        let generics = &self.declaration.generics;
        generics.type_params().next().is_some() || generics.const_params().next().is_some()
    }

    /// A type as it can be written in the rows. In a static there is no `Self` and no lifetime but
    /// `'static`; those that the type itself brings, as in `for<'a> fn(&'a str)`, stay.
    pub(super) fn type_in_rows(&self, ty: &Type) -> TokenStream {
        self.in_rows(ty.to_token_stream())
    }

    /// A type or an expression as it can be written in a row.
    pub(super) fn in_rows(&self, tokens: TokenStream) -> TokenStream {
        if self.has_generic_rows {
            return tokens;
        }
        self.in_static(tokens)
    }

    /// A type as it can be written in the checks: those of a generic type are in one of its methods.
    pub(super) fn type_in_checks(&self, ty: &Type) -> TokenStream {
        if self.is_generic() {
            return ty.to_token_stream();
        }
        self.in_static(ty.to_token_stream())
    }

    /// A static is an item of its own, which knows no `Self` and no lifetimes.
    fn in_static(&self, tokens: TokenStream) -> TokenStream {
        let ident = &self.declaration.ident;
        let lifetimes: Vec<_> = self
            .declaration
            .generics
            .lifetimes()
            .map(|parameter| parameter.lifetime.ident.clone())
            .collect();
        let this = if lifetimes.is_empty() {
            ident.to_token_stream()
        } else {
            // In an expression, too, arguments stand behind `::`.
            let arguments = lifetimes.iter().map(|_| quote!('static,));
            quote!(#ident::<#(#arguments)*>)
        };
        replace(tokens, &lifetimes, &this)
    }

    /// A type in an impl for another than the declared one: there `Self` is that other.
    pub(super) fn without_self(&self, tokens: TokenStream) -> TokenStream {
        let (_, type_generics, _) = self.declaration.generics.split_for_impl();
        let (ident, arguments) = (&self.declaration.ident, type_generics.as_turbofish());
        replace(tokens, &[], &quote!(#ident #arguments))
    }
}

fn errors(declaration: &Declaration) -> impl Iterator<Item = (&Variant, &Error)> {
    declaration
        .variants
        .iter()
        .filter_map(|variant| match &variant.kind {
            Kind::Error(error) => Some((variant, &**error)),
            Kind::Transparent { .. } => None,
        })
}

/// Whether a row mentions a type or const parameter, so that there is another row for each argument, and none of
/// them in a static.
pub(super) fn has_generic_rows(declaration: &Declaration) -> bool {
    let parameters: Vec<Ident> = declaration
        .generics
        .params
        .iter()
        .filter_map(|parameter| match parameter {
            GenericParam::Type(parameter) => Some(parameter.ident.clone()),
            GenericParam::Const(parameter) => Some(parameter.ident.clone()),
            GenericParam::Lifetime(_) => None,
        })
        .collect();
    !parameters.is_empty()
        && errors(declaration).any(|(variant, error)| {
            error
                .public_fields()
                .map(|field| &variant.fields[field])
                .any(|field| {
                    let example = field.example.clone().unwrap_or_default();
                    mentions(field.ty.to_token_stream(), &parameters)
                        || mentions(example, &parameters)
                })
        })
}

/// Whether a type or an example mentions one of the parameters; in a generic type `Self` counts as one.
fn mentions(ty: TokenStream, parameters: &[Ident]) -> bool {
    ty.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "Self" || parameters.contains(&ident),
        TokenTree::Group(group) => mentions(group.stream(), parameters),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn replace(tokens: TokenStream, lifetimes: &[Ident], this: &TokenStream) -> TokenStream {
    let mut replaced = TokenStream::new();
    let mut behind_quote = false;
    for token in tokens {
        let was_behind_quote = std::mem::take(&mut behind_quote);
        match token {
            TokenTree::Ident(ident) if was_behind_quote && lifetimes.contains(&ident) => {
                replaced.extend([TokenTree::Ident(Ident::new("static", ident.span()))]);
            }
            TokenTree::Ident(ident) if ident == "Self" => replaced.extend(this.clone()),
            TokenTree::Group(group) => {
                let inner = replace(group.stream(), lifetimes, this);
                let mut replacement = Group::new(group.delimiter(), inner);
                replacement.set_span(group.span());
                replaced.extend([TokenTree::Group(replacement)]);
            }
            token => {
                behind_quote = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '\'');
                replaced.extend([token]);
            }
        }
    }
    replaced
}
