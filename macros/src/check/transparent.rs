//! Variants in which another error speaks.

use proc_macro2::Span;

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
        context.diagnostics.error(
            transparent,
            format!(
                "`transparent` lets the one field speak, and `{}` has {}: write it as `{}(InnerError)`",
                variant.name(),
                variant.fields.len(),
                variant.name(),
            ),
        );
        return None;
    }
    Some(Kind::Transparent { field: 0 })
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
