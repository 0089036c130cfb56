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
            0 => "no field".to_owned(),
            count => format!("{count} fields"),
        };
        context.diagnostics.error(
            transparent,
            format!("`transparent` lets the one field speak, and `{name}` has {count}: write it as `{name}(InnerError)`"),
        );
        return None;
    }
    let field = &variant.fields[0];
    let problem = match behind_pointers(&field.ty) {
        Type::TraitObject(_) => {
            "which errors a `dyn` one can be is not known here, and they are part of this type's: name the type of the inner error"
        }
        Type::Path(path)
            if path.path.is_ident("Self") || path.path.is_ident(&context.declaration.ident) =>
        {
            "this is the type itself, and its errors would be part of themselves: nest another error, or name the variant's own facts in place of `transparent`"
        }
        _ => return Some(Kind::Transparent { field: 0 }),
    };
    context.diagnostics.error(field.span(), problem);
    None
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
        ("challenge", attrs.challenge.as_ref().map(|at| at.key)),
        ("retryable", attrs.retryable.as_ref().map(|at| at.key)),
        ("retry", attrs.retry.as_ref().map(|at| at.key)),
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
                format!("in a `transparent` variant the inner error speaks: move `{key}` to where that is declared"),
            );
        }
    }
}

fn check_field_alone(context: &Context<'_>, field: &ast::Field) {
    let attrs = &field.attrs;
    let keys = [
        attrs.detail.as_ref().map(|at| at.key),
        attrs.details,
        attrs.header.as_ref().map(|at| at.key),
        attrs.headers,
        attrs.retry_after,
        attrs.docs_field,
        attrs.example.as_ref().map(|at| at.key),
    ];
    for span in keys.into_iter().flatten() {
        context.diagnostics.error(
            span,
            "in a `transparent` variant the inner error speaks: move this key to its fields",
        );
    }
}
