//! Variants in which another error speaks.

use proc_macro2::Span;
use syn::{GenericArgument, PathArguments, PathSegment, Type};

use super::Context;
use crate::ast;
use crate::model::Kind;

pub(crate) fn check(
    context: &Context<'_>,
    variant: &ast::Variant,
    transparent: Span,
) -> Option<Kind> {
    check_alone(context, variant);
    for field in &variant.fields {
        check_field_alone(context, field);
    }
    if variant.fields.len() != 1 {
        let name = variant.name();
        let count = match variant.fields.len() {
            0 => "none".to_owned(),
            count => count.to_string(),
        };
        context.diagnostics.error(
            transparent,
            format!("`transparent` requires exactly one field, and `{name}` has {count}: write it as `{name}(InnerError)`"),
        );
        return None;
    }
    let field = &variant.fields[0];
    let problem = match behind_pointers(&field.ty) {
        Type::TraitObject(_) => {
            "a `transparent` field cannot be a `dyn` type, whose errors are unknown here: write the type of the inner error"
        }
        Type::Path(path)
            if path.path.is_ident("Self") || path.path.is_ident(&context.declaration.ident) =>
        {
            "a `transparent` field cannot be the type itself: write another error type, or write `status = 500` in place of `transparent`"
        }
        _ => {
            return Some(Kind::Transparent {
                field: 0,
                framework: variant.attrs.framework.is_some(),
            });
        }
    };
    context.diagnostics.error(field.span(), problem);
    None
}

/// An error with a status of its own cannot be a framework's, which has another each time.
pub(crate) fn check_framework_alone(context: &Context<'_>, variant: &ast::Variant) {
    let Some(at) = variant.attrs.framework else {
        return;
    };
    if !variant.attrs.has_unread(&["transparent"]) {
        context.diagnostics.error(
            at,
            "`framework` requires `transparent`: write `#[api_error(transparent, framework)]` on a variant with one field, \
             whose type comes from `errorbook::http_errors!`",
        );
    }
}

/// `From` of a framework's errors is made once.
pub(crate) fn check_framework_once(context: &Context<'_>) {
    let variants = context.declaration.variants.iter();
    let mut marked = variants.filter(|variant| variant.attrs.framework.is_some());
    let Some(first) = marked.next() else {
        return;
    };
    for other in marked.filter_map(|variant| variant.attrs.framework) {
        context.diagnostics.error(
            other,
            format!(
                "`framework` can appear on only one variant, and it already appears on `{}`: remove one of them",
                first.name()
            ),
        );
    }
}

/// What a `Box`, an `Arc` or a reference points to.
fn behind_pointers(ty: &Type) -> &Type {
    match ty {
        Type::Group(ty) => behind_pointers(&ty.elem),
        Type::Paren(ty) => behind_pointers(&ty.elem),
        Type::Reference(ty) => behind_pointers(&ty.elem),
        Type::Path(path) => match path.path.segments.last() {
            Some(PathSegment {
                ident,
                arguments: PathArguments::AngleBracketed(arguments),
            }) if ident == "Box" || ident == "Arc" => match arguments.args.first() {
                Some(GenericArgument::Type(inner)) => behind_pointers(inner),
                _ => ty,
            },
            _ => ty,
        },
        _ => ty,
    }
}

/// The inner error has all the facts, so the variant can have none.
fn check_alone(context: &Context<'_>, variant: &ast::Variant) {
    let attrs = &variant.attrs;
    let keys = [
        ("status", attrs.status.as_ref().map(|at| at.key)),
        ("code", attrs.code.as_ref().map(|at| at.key)),
        ("shared", attrs.shared),
        ("title", attrs.title.as_ref().map(|at| at.key)),
        ("message", attrs.message.as_ref().map(|at| at.key)),
        ("display", attrs.display.as_ref().map(|at| at.key)),
        ("docs", attrs.docs.as_ref().map(|at| at.key)),
        ("category", attrs.category.as_ref().map(|at| at.key)),
        ("challenge", attrs.challenges.first().map(|at| at.key)),
        ("retryable", attrs.retryable.as_ref().map(|at| at.key)),
        ("not_applied", attrs.not_applied.as_ref().map(|at| at.key)),
        ("retry", attrs.retry.as_ref().map(|at| at.key)),
        ("level", attrs.level.as_ref().map(|at| at.key)),
        (
            "header",
            attrs
                .constant_headers
                .first()
                .map(|header| header.name.span()),
        ),
    ];
    for (key, span) in keys {
        if let Some(span) = span {
            context.diagnostics.error(
                span,
                format!("`{key}` cannot appear beside `transparent`: write it where the inner error is declared"),
            );
        }
    }
}

fn check_field_alone(context: &Context<'_>, field: &ast::Field) {
    let attrs = &field.attrs;
    let keys = [
        ("detail", attrs.detail.as_ref().map(|at| at.key)),
        ("details", attrs.details),
        ("header", attrs.header.as_ref().map(|at| at.key)),
        ("headers", attrs.headers),
        ("retry_after", attrs.retry_after),
        ("docs", attrs.docs_field),
        ("example", attrs.example.as_ref().map(|at| at.key)),
    ];
    for (key, span) in keys {
        if let Some(span) = span {
            context.diagnostics.error(
                span,
                format!("`{key}` cannot appear on the field of a `transparent` error: write it where the inner error is declared"),
            );
        }
    }
}
