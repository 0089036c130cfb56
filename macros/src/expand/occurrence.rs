//! `ApiError`: what only an occurrence knows. A method that no variant has a use for is left to its
//! default.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::fields::{read_wait, waiting_fields, write_detail, write_header};
use super::source::{Code, Source};
use super::{Arm, Target, holes};
use crate::model::{Error, Kind, Message, Variant};

pub(super) fn expand(target: &Target<'_>) -> TokenStream {
    let methods = [
        Some(spec(target)),
        method(
            target,
            &quote! {
                fn write_hole(
                    &self,
                    __hole: ::core::primitive::usize,
                    __writer: &mut __e::MessageWriter<'_>,
                )
            },
            &quote!(__e::ApiError::write_hole),
            &quote!(, __hole, __writer),
            &quote!({}),
            write_hole,
        ),
        method(
            target,
            &quote!(fn write_details(&self, __writer: &mut __e::DetailsWriter<'_>)),
            &quote!(__e::ApiError::write_details),
            &quote!(, __writer),
            &quote!({}),
            write_details,
        ),
        method(
            target,
            &quote!(fn write_headers(&self, __writer: &mut __e::HeaderWriter)),
            &quote!(__e::ApiError::write_headers),
            &quote!(, __writer),
            &quote!({}),
            write_headers,
        ),
        method(
            target,
            &quote!(fn retry_after(&self) -> ::core::option::Option<::core::time::Duration>),
            &quote!(__e::ApiError::retry_after),
            &TokenStream::new(),
            &quote!(__e::ApiError::spec(self).retry_after()),
            retry_after,
        ),
        method(
            target,
            &quote! {
                fn docs(&self)
                    -> ::core::option::Option<::std::borrow::Cow<'_, ::core::primitive::str>>
            },
            &quote!(__e::ApiError::docs),
            &TokenStream::new(),
            &quote!(__e::ApiError::spec(self).docs()),
            docs,
        ),
    ];
    let methods = methods.iter().flatten();
    target.implement(&quote!(__e::ApiError), &quote!(#(#methods)*))
}

/// ```text
/// fn spec(&self) -> &'static __e::ErrorSpec {
///     &__ROWS[match self {
///         VerifyError::NotFound { .. } => 0,
///         VerifyError::Auth { 0: __f0 } => return __e::ApiError::spec(__f0),
///     }]
/// }
/// ```
fn spec(target: &Target<'_>) -> TokenStream {
    let hand_on = quote!(return __e::ApiError::spec);
    let mut row = 0usize;
    let arms: Vec<_> = target
        .declaration
        .variants
        .iter()
        .map(|variant| {
            let transparent = target.transparent_arm(variant, &hand_on, &TokenStream::new());
            transparent.unwrap_or_else(|| {
                row += 1;
                Arm {
                    pattern: target.pattern(variant, []),
                    action: Code::Text((row - 1).to_string()),
                }
            })
        })
        .collect();
    let matched = target.match_each(arms, None);
    let body = if row == 0 {
        // Every arm returns, or there are none.
        matched
    } else if target.has_generic_rows {
        quote!(&<Self as __e::ErrorSet>::ERRORS.rows[#matched])
    } else {
        quote!(&__ROWS[#matched])
    };
    let public = target.declaration.public_types.iter().map(|ty| {
        let span = ty
            .clone()
            .into_iter()
            .next()
            .map_or_else(Span::call_site, |token| token.span());
        quote_spanned!(Span::call_site().located_at(span)=> __e::check_public_text::<#ty>();)
    });
    let checks = super::checks::statements(target);
    quote! {
        fn spec(&self) -> &'static __e::ErrorSpec {
            #(#public)*
            #checks
            #body
        }
    }
}

/// A method that hands on to a transparent variant's error, does what `arm` makes for the variants
/// that it concerns, and `rest` for the others.
fn method(
    target: &Target<'_>,
    signature: &TokenStream,
    hand_on: &TokenStream,
    arguments: &TokenStream,
    rest: &TokenStream,
    arm: impl Fn(&Target<'_>, &Variant, &Error) -> Option<Arm>,
) -> Option<TokenStream> {
    let arms: Vec<_> = target
        .declaration
        .variants
        .iter()
        .filter_map(|variant| match &variant.kind {
            Kind::Transparent { .. } => target.transparent_arm(variant, hand_on, arguments),
            Kind::Error(error) => arm(target, variant, error),
        })
        .collect();
    if arms.is_empty() {
        return None;
    }
    let matched = target.match_self(arms, rest);
    Some(quote!(#signature { #matched }))
}

fn write_hole(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<Arm> {
    let Message::Pieces(pieces) = &error.message else {
        return None;
    };
    let mut writes: Vec<_> = holes(pieces)
        .map(|(index, spec)| {
            let (field, binding) = (&variant.fields[index], variant.binding(index));
            match field.std_text().filter(|_| spec.is_empty()) {
                Some(ty) => Code::Text(format!(
                    "<{ty} as __e::StdText>::write_to({binding},__writer)"
                )),
                None => Code::Tokens(field.show(&quote!(#binding), spec)),
            }
        })
        .collect();
    let last = writes.pop()?;
    let action = if writes.is_empty() {
        last
    } else {
        let mut arms = Source::default();
        for (index, write) in writes.into_iter().enumerate() {
            arms.text(&format!("{index}=>"));
            arms.code(write);
            arms.text(",");
        }
        arms.text("_=>");
        arms.code(last);
        arms.in_braces("match __hole")
    };
    Some(Arm {
        pattern: target.pattern(variant, holes(pieces).map(|(field, _)| field)),
        action,
    })
}

fn write_details(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<Arm> {
    if error.details.is_empty() {
        return None;
    }
    let mut writes = Source::default();
    for detail in &error.details {
        let (field, binding) = (&variant.fields[detail.field], variant.binding(detail.field));
        let name = detail.name.as_deref();
        writes.code(match (name, &field.std_type) {
            (Some(name), Some(ty)) => Code::Text(format!(
                "<{} as __e::StdDetail>::add_to({binding},{name:?},__writer)",
                ty.text
            )),
            _ => Code::Tokens(write_detail(field, name, &quote!(#binding))),
        });
        writes.text(";");
    }
    Some(Arm {
        pattern: target.pattern(variant, error.details.iter().map(|detail| detail.field)),
        action: writes.in_braces(""),
    })
}

fn write_headers(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<Arm> {
    let headers = &error.written_headers;
    if headers.is_empty() {
        return None;
    }
    let writes = headers.iter().map(|header| {
        let binding = variant.binding(header.field);
        let field = &variant.fields[header.field];
        write_header(
            field,
            header.name.as_deref(),
            &field.ty.to_token_stream(),
            &quote!(#binding),
        )
    });
    Some(Arm {
        pattern: target.pattern(variant, headers.iter().map(|header| header.field)),
        action: Code::Tokens(quote!({ #(#writes;)* })),
    })
}

/// The occurrence's own wait, from the first field that has one, else the declared one.
fn retry_after(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<Arm> {
    let mut fields = Vec::new();
    let mut waits = waiting_fields(error).map(|waiting| {
        let binding = variant.binding(waiting.field);
        fields.push(waiting.field);
        {
            let field = &variant.fields[waiting.field];
            read_wait(
                field,
                &waiting,
                &field.ty.to_token_stream(),
                &quote!(#binding),
            )
        }
    });
    let first = waits.next()?;
    let others: Vec<_> = waits.collect();
    let declared = error
        .retry_after
        .map(|_| quote!(.or_else(|| __e::ApiError::spec(self).retry_after())));
    let pattern = target.pattern(variant, fields);
    Some(Arm {
        pattern,
        action: Code::Tokens(quote!(#first #(.or_else(|| #others))* #declared)),
    })
}

fn docs(target: &Target<'_>, variant: &Variant, error: &Error) -> Option<Arm> {
    let index = error.docs_field?;
    let (field, binding) = (&variant.fields[index], variant.binding(index));
    let pattern = target.pattern(variant, [index]);
    let action = quote_spanned! {field.here()=>
        __e::probe(#binding)
            .link(#binding)
            .or_else(|| __e::ApiError::spec(self).docs())
    };
    Some(Arm {
        pattern,
        action: Code::Tokens(action),
    })
}
