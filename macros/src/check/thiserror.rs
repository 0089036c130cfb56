//! thiserror's text, if `message = display` makes it public.

use proc_macro2::Span;
use syn::LitStr;

use super::Context;
use crate::ast::{Thiserror, Variant};
use crate::literal;

/// Whether `message = display` has anything to refer to.
pub(crate) fn check_can_be_read(context: &Context<'_>, at: Span) -> bool {
    if !context.declaration.thiserror {
        context.diagnostics.error(
            at,
            "`message = display` requires thiserror's `#[error(\"..\")]`, and this type has none: write the text as `message = \"..\"` on the variant",
        );
    }
    context.declaration.thiserror
}

/// thiserror's text of a variant, if it is a plain literal.
pub(crate) fn text<'a>(
    context: &Context<'_>,
    variant: &'a Variant,
    at: Span,
) -> Option<(&'a LitStr, String)> {
    match &variant.thiserror {
        Some(Thiserror::Text(literal)) => Some((literal, literal::text(literal))),
        _ => {
            context.diagnostics.error(
                at,
                format!(
                    "`message = display` requires a literal `#[error(\"..\")]` that only names fields, and `{}` has none: write the text as `message = \"..\"` on the variant",
                    variant.name()
                ),
            );
            None
        }
    }
}
