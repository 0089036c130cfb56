//! `ApiError`: what only an occurrence knows. A method that no variant has a use for is left to its
//! default.

use proc_macro2::Span;
use quote::{ToTokens, quote, quote_spanned};

use super::fields::{read_wait, waiting_fields, write_detail, write_header};
use super::source::{Code, Source};
use super::{Arm, Target, holes};
use crate::model::{Error, Kind, Message, Variant};

pub(super) fn expand(target: &Target<'_>, source: &mut Source) {
    let mut methods = Source::default();
    spec(target, &mut methods);
    for method in [
        Method {
            signature: "fn write_hole(&self,__hole: ::core::primitive::usize,__writer:&mut __e::MessageWriter<'_>)",
            name: "__e::ApiError::write_hole",
            arguments: ",__hole,__writer",
            rest: "{}",
            arm: write_hole,
        },
        Method {
            signature: "fn write_details(&self,__writer:&mut __e::DetailsWriter<'_>)",
            name: "__e::ApiError::write_details",
            arguments: ",__writer",
            rest: "{}",
            arm: write_details,
        },
        Method {
            signature: "fn write_headers(&self,__writer:&mut __e::HeaderWriter)",
            name: "__e::ApiError::write_headers",
            arguments: ",__writer",
            rest: "{}",
            arm: write_headers,
        },
        Method {
            signature: "fn retry_after(&self)-> ::core::option::Option<::core::time::Duration>",
            name: "__e::ApiError::retry_after",
            arguments: "",
            rest: "__e::ApiError::spec(self).retry_after()",
            arm: retry_after,
        },
        Method {
            signature: "fn docs(&self)-> ::core::option::Option<::std::borrow::Cow<'_, ::core::primitive::str>>",
            name: "__e::ApiError::docs",
            arguments: "",
            rest: "__e::ApiError::spec(self).docs()",
            arm: docs,
        },
    ] {
        method.expand(target, &mut methods);
    }
    target.implement_here("__e::ApiError", methods.finish(), source);
}

/// ```text
/// fn spec(&self) -> &'static __e::ErrorSpec {
///     &__ROWS[match self {
///         VerifyError::NotFound { .. } => 0,
///         VerifyError::Auth { 0: __f0 } => return __e::ApiError::spec(__f0),
///     }]
/// }
/// ```
fn spec(target: &Target<'_>, source: &mut Source) {
    let mut row = 0usize;
    let arms: Vec<_> = target
        .declaration
        .variants
        .iter()
        .map(|variant| {
            let transparent = target.transparent_arm(variant, "return __e::ApiError::spec", "");
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
    let mut body = Source::default();
    for ty in &target.declaration.public_types {
        let span = ty
            .clone()
            .into_iter()
            .next()
            .map_or_else(Span::call_site, |token| token.span());
        let span = Span::call_site().located_at(span);
        body.tokens(&quote_spanned!(span=> __e::check_public_text::<#ty>();));
    }
    super::checks::statements(target, &mut body);
    // If there are no rows, every arm returns, or there are none.
    let rows = match row {
        0 => None,
        _ if target.has_generic_rows => Some("&<Self as __e::ErrorSet>::ERRORS.rows"),
        _ => Some("&__ROWS"),
    };
    let mut index = Source::default();
    index.code(matched);
    body.code(match rows {
        Some(rows) => index.in_brackets(rows),
        None => index.finish(),
    });
    source.code(body.in_braces("fn spec(&self)->&'static __e::ErrorSpec"));
}

/// A method that hands on to a transparent variant's error, does what `arm` makes for the variants
/// that it concerns, and `rest` for the others.
struct Method {
    signature: &'static str,
    name: &'static str,
    /// The arguments behind the receiver.
    arguments: &'static str,
    rest: &'static str,
    arm: fn(&Target<'_>, &Variant, &Error) -> Option<Arm>,
}

impl Method {
    fn expand(&self, target: &Target<'_>, source: &mut Source) {
        let arms: Vec<_> = target
            .declaration
            .variants
            .iter()
            .filter_map(|variant| match &variant.kind {
                Kind::Transparent { .. } => {
                    target.transparent_arm(variant, self.name, self.arguments)
                }
                Kind::Error(error) => (self.arm)(target, variant, error),
            })
            .collect();
        if !arms.is_empty() {
            let body = target.match_self(arms, self.rest);
            source.code(body.in_braces(self.signature));
        }
    }
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
