//! `ApiError`: what only an occurrence knows. A method that no variant has a use for is left to its
//! default.

use quote::{ToTokens, quote, quote_spanned};

use super::fields::{read_wait, report, waiting_fields, write_detail, write_header};
use super::source::{Code, Source};
use super::{Arm, Target, holes};
use crate::model::{Error, Kind, Message, Variant};

pub(super) fn expand(target: &Target<'_>, source: &mut Source) {
    let mut methods = Source::default();
    spec(target, &mut methods);
    transparent(target, &mut methods);
    for method in [
        Method {
            signature: "fn write_hole(&self,__hole: ::core::primitive::usize,__writer:&mut __e::MessageWriter<'_>)",
            on_inner: ".write_hole(__hole,__writer)",
            otherwise: "{}",
            arm: write_hole,
        },
        Method {
            signature: "fn write_details(&self,__writer:&mut __e::DetailsWriter<'_>)",
            on_inner: ".write_details(__writer)",
            otherwise: "{}",
            arm: write_details,
        },
        Method {
            signature: "fn write_headers(&self,__writer:&mut __e::HeaderWriter)",
            on_inner: ".write_headers(__writer)",
            otherwise: "{}",
            arm: write_headers,
        },
        Method {
            signature: "fn retry_after(&self)-> ::core::option::Option<::core::time::Duration>",
            on_inner: ".retry_after()",
            otherwise: "__e::ApiError::spec(self).retry_after()",
            arm: retry_after,
        },
        Method {
            signature: "fn docs(&self)-> ::core::option::Option<::std::borrow::Cow<'_, ::core::primitive::str>>",
            on_inner: ".docs()",
            otherwise: "__e::ApiError::spec(self).docs()",
            arm: docs,
        },
    ] {
        method.expand(target, &mut methods);
    }
    if target.declaration.http_errors.is_some() {
        // No error has holes or details of its own.
        methods.text(
            "fn write_hole(&self,_: ::core::primitive::usize,__writer:&mut __e::MessageWriter<'_>)\
             {__e::write_rejection_text(self,__writer)}\
             fn write_details(&self,__writer:&mut __e::DetailsWriter<'_>)\
             {__e::write_rejected_fields(self,__writer)}",
        );
    }
    target.implement_here("__e::ApiError", methods.finish(), source);
}

/// ```text
/// fn spec(&self) -> &'static __e::ErrorSpec {
///     &__ROWS[match self {
///         VerifyError::NotFound { .. } => 0,
///         _ => return __e::inner(self).spec(),
///     }]
/// }
/// ```
fn spec(target: &Target<'_>, source: &mut Source) {
    let mut body = Source::default();
    if target.declaration.wrong.is_some() {
        body.text("::core::unreachable!()");
        source.code(body.in_braces("fn spec(&self)->&'static __e::ErrorSpec"));
        return;
    }
    super::checks::statements(target, &mut body);
    let arms: Vec<_> = target
        .errors()
        .enumerate()
        .map(|(row, (variant, _))| Arm {
            pattern: target.pattern(variant, []),
            action: Code::Text(row.to_string()),
        })
        .collect();
    let inner = target.nests().then_some("return __e::inner(self).spec()");
    if arms.is_empty() && inner.is_some() {
        body.text("__e::inner(self).spec()");
    } else {
        let has_rows = !arms.is_empty();
        let mut index = Source::default();
        index.code(target.match_each(arms, inner));
        body.code(match (has_rows, target.has_generic_rows) {
            (false, _) => index.finish(),
            (true, false) => index.in_brackets("&__ROWS"),
            (true, true) => index.in_brackets("&<Self as __e::ErrorSet>::ERRORS.rows"),
        });
    }
    source.code(body.in_braces("fn spec(&self)->&'static __e::ErrorSpec"));
}

/// ```text
/// fn transparent(&self) -> Option<&dyn __e::ApiError> {
///     Some(match self {
///         VerifyError::Auth { 0: __f0 } => <AuthError as __e::Nested>::as_error(__f0),
///         _ => return None,
///     })
/// }
/// ```
fn transparent(target: &Target<'_>, source: &mut Source) {
    let arms: Vec<_> = target
        .declaration
        .variants
        .iter()
        .filter_map(|variant| {
            let Kind::Transparent { field, .. } = variant.kind else {
                return None;
            };
            let (binding, ty) = (variant.binding(field), &variant.fields[field].ty);
            let span = variant.fields[field].here();
            let action = quote_spanned!(span=> <#ty as __e::Nested>::as_error(#binding));
            Some(Arm {
                pattern: target.pattern(variant, [field]),
                action: Code::Tokens(action),
            })
        })
        .collect();
    if arms.is_empty() {
        return;
    }
    let rest = (!target.are_all(&arms)).then_some("return ::core::option::Option::None");
    let mut inner = Source::default();
    inner.code(target.match_each(arms, rest));
    source.code(
        inner
            .in_parentheses("::core::option::Option::Some")
            .in_braces("fn transparent(&self)-> ::core::option::Option<&dyn __e::ApiError>"),
    );
}

/// A method that does what `arm` makes for the variants that it concerns. A type of which no variant is concerned
/// has the trait's own, which hands on to a transparent variant's error.
struct Method {
    signature: &'static str,
    /// The same call for the error in a transparent variant.
    on_inner: &'static str,
    /// What is done for the other variants.
    otherwise: &'static str,
    arm: fn(&Target<'_>, &Variant, &Error) -> Option<Arm>,
}

impl Method {
    fn expand(&self, target: &Target<'_>, source: &mut Source) {
        let arms: Vec<_> = target
            .errors()
            .filter_map(|(variant, error)| (self.arm)(target, variant, error))
            .collect();
        if arms.is_empty() {
            return;
        }
        let Method {
            on_inner,
            otherwise,
            ..
        } = self;
        let rest = if target.nests() {
            format!(
                "match __e::ApiError::transparent(self){{\
                 ::core::option::Option::Some(__inner)=>__inner{on_inner},\
                 ::core::option::Option::None=>{otherwise},}}"
            )
        } else {
            (*otherwise).to_owned()
        };
        let body = target.match_self(arms, &rest);
        source.code(body.in_braces(self.signature));
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
                None => Code::Tokens(field.write_hole(&quote!(#binding), spec)),
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
    if let Some(field) = error.report {
        let binding = variant.binding(field);
        let write = quote!(write(#binding, __writer));
        return Some(Arm {
            pattern: target.pattern(variant, [field]),
            action: Code::Tokens(report(target, &variant.fields[field], &write)),
        });
    }
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
            header,
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
        __e::show(#binding)
            .link(#binding)
            .or_else(|| __e::ApiError::spec(self).docs())
    };
    Some(Arm {
        pattern,
        action: Code::Tokens(action),
    })
}
