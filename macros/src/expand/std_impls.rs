//! `Display`, `Error` and `From`, where neither thiserror nor the user makes them.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Ident, Type};

use super::source::{Code, Source};
use super::{Arm, Target};
use crate::check::{in_option, inside, is_framework_error};
use crate::model::{Kind, Maker, Piece, Variant};

pub(super) fn expand(target: &Target<'_>, source: &mut Source) {
    match target.declaration.error_maker {
        Maker::User => return,
        Maker::Thiserror => {}
        Maker::This => {
            display(target, source);
            error(target, source);
        }
    }
    let mut types = HashSet::new();
    for variant in &target.declaration.variants {
        from(target, variant, &mut types, source);
    }
    if target.declaration.error_maker == Maker::Thiserror {
        return;
    }
    let wrong = target.declaration.wrong.iter();
    for ty in wrong.flat_map(|wrong| &wrong.from) {
        if types.insert(ty.to_token_stream().to_string()) {
            let from = quote!(::core::convert::From<#ty>);
            let method = quote!(fn from(_: #ty) -> Self { ::core::unreachable!() });
            target.implement_tokens(&from, &method, source);
        }
    }
}

/// The text for logs: the declared one, else the message.
fn display(target: &Target<'_>, source: &mut Source) {
    let arms: Vec<_> = target
        .declaration
        .variants
        .iter()
        .filter_map(|variant| {
            let Kind::Error(error) = &variant.kind else {
                return None;
            };
            let pieces = error.display.as_ref()?;
            let fields = super::holes(pieces).map(|(field, _)| field);
            let pattern = target.pattern(variant, fields);
            Some(Arm {
                pattern,
                action: Code::Tokens(write_display(variant, pieces)),
            })
        })
        .collect();
    let body = target.match_self(arms, "__e::display(self,__f)");
    let method =
        body.in_braces("fn fmt(&self,__f:&mut ::core::fmt::Formatter<'_>)-> ::core::fmt::Result");
    target.implement("::core::fmt::Display", method, source);
}

/// `__f.write_fmt(format_args!("claim {} is gone", __f0))`
fn write_display(variant: &Variant, pieces: &[Piece]) -> TokenStream {
    let mut format = String::new();
    let mut arguments = TokenStream::new();
    for piece in pieces {
        match piece {
            Piece::Literal(text) => {
                format.push_str(&text.replace('{', "{{").replace('}', "}}"));
            }
            Piece::Hole { field, spec } => {
                let colon = if spec.is_empty() { "" } else { ":" };
                format.extend(["{", colon, spec, "}"]);
                let binding = variant.binding(*field);
                arguments.extend(quote!(, #binding));
            }
        }
    }
    quote!(::core::fmt::Formatter::write_fmt(
        __f,
        ::core::format_args!(#format #arguments)
    ))
}

/// `Error`, with the source where a variant has one.
fn error(target: &Target<'_>, source: &mut Source) {
    let arms: Vec<_> = target
        .declaration
        .variants
        .iter()
        .filter_map(|variant| {
            // What is behind a transparent error is behind this one.
            if let Kind::Transparent { .. } = variant.kind {
                return None;
            }
            let source = variant.source.as_ref()?;
            let (field, binding) = (&variant.fields[source.field], variant.binding(source.field));
            let pattern = target.pattern(variant, [source.field]);
            if target.declaration.http_errors.is_some() {
                let action = format!("::core::option::Option::Some({binding})");
                return Some(Arm {
                    pattern,
                    action: Code::Text(action),
                });
            }
            let value = match in_option(&field.ty) {
                Some(_) => quote_spanned!(field.here()=> {
                    let __source = #binding.as_ref()?;
                    __e::source(__source).of(__source)
                }),
                None => quote_spanned!(field.here()=> __e::source(#binding).of(#binding)),
            };
            Some(Arm {
                pattern,
                action: Code::Tokens(quote!(::core::option::Option::Some(#value))),
            })
        })
        .collect();
    let mut method = Source::default();
    if !arms.is_empty() || target.nests() {
        let rest = if target.nests() {
            "::core::error::Error::source(__e::ApiError::transparent(self)?)"
        } else {
            "::core::option::Option::None"
        };
        let body = target.match_self(arms, rest);
        method.code(body.in_braces(
            "fn source(&self)-> ::core::option::Option<&(dyn ::core::error::Error+'static)>",
        ));
    }
    target.implement_here("::core::error::Error", method.finish(), source);
}

/// `From` of a source for a `Box` of the type, since functions whose error is large return it in one; and for the type
/// itself, where thiserror does not make that.
fn from(target: &Target<'_>, variant: &Variant, types: &mut HashSet<String>, source: &mut Source) {
    let Some(from) = variant.source.as_ref().filter(|source| source.from) else {
        return;
    };
    let field = &variant.fields[from.field];
    // Reported: `framework` makes it.
    if target.holds_framework() && is_framework_error(&field.ty) {
        return;
    }
    if !types.insert(field.ty.to_token_stream().to_string()) {
        return;
    }
    let member = &field.member;
    let constructor = Code::Text(target.constructor(variant)).into_tokens();
    let constructor = target.without_self(constructor);
    // As thiserror has it, an optional source is made of one that is there.
    let (ty, value) = match in_option(&field.ty) {
        Some(inner) => (inner, quote!(::core::option::Option::Some(__source))),
        None => (&field.ty, quote!(__source)),
    };
    let value = quote!(#constructor { #member: #value });
    // Each word of it stands at the field: there the compiler reports that there is such an impl already.
    let span = field.here();
    let mut ident = target.declaration.ident.clone();
    ident.set_span(span);
    let (_, type_generics, _) = target.declaration.generics.split_for_impl();
    let (impl_generics, where_clause) = (&target.impl_generics, &target.where_clause);
    if target.declaration.error_maker == Maker::This {
        source.tokens(&quote_spanned! {span=>
            #[automatically_derived]
            impl #impl_generics ::core::convert::From<#ty> for #ident #type_generics #where_clause {
                fn from(__source: #ty) -> Self {
                    #value
                }
            }
        });
    }
    // A `Box` is made of itself already.
    if is_box_of(ty, &target.declaration.ident) {
        return;
    }
    let ty = target.without_self(ty.to_token_stream());
    // Inlined, as machine code is then made only where it is called.
    source.tokens(&quote_spanned! {span=>
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#ty> for __e::Box<#ident #type_generics> #where_clause {
            #[inline]
            fn from(__source: #ty) -> Self {
                __e::Box::new(#value)
            }
        }
    });
}

/// Whether a type is a `Box` of the declared one.
fn is_box_of(ty: &Type, ident: &Ident) -> bool {
    let Some(Type::Path(inner)) = inside(ty, "Box") else {
        return false;
    };
    let name = inner.path.segments.last().map(|last| &last.ident);
    name.is_some_and(|name| name == "Self" || name == ident)
}
