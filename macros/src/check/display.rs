//! The text for logs: this derive's own, or thiserror's where that is asked for.

use proc_macro2::Span;
use syn::LitStr;

use super::Context;
use super::error::check_not_empty;
use super::message::read;
use crate::ast::{Thiserror, Variant};
use crate::literal;
use crate::model::Piece;

/// The text of `display = ".."`. It may show any field, sources and `{:?}` included.
pub(crate) fn check(context: &Context<'_>, variant: &Variant) -> Option<Vec<Piece>> {
    let display = variant.attrs.display.as_ref()?;
    if !context.makes_error {
        let who = if context.declaration.thiserror {
            "thiserror's `#[error(..)]` makes"
        } else {
            "with `manual(error)` you write"
        };
        context.diagnostics.error(
            display.key,
            format!("{who} the `Display` of this type, so the text for logs belongs there: take `display` out"),
        );
    }
    let text = check_not_empty(context, &display.value, "text for logs")?;
    read(context, variant, &display.value, &text)
}

/// Whether `message = display` has anything to refer to.
pub(crate) fn check_can_be_read(context: &Context<'_>, at: Span) -> bool {
    if !context.declaration.thiserror {
        context.diagnostics.error(
            at,
            "`message = display` makes thiserror's `#[error(\"..\")]` public, and there is none here: write the text itself, `message = \"..\"` on the variant",
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
                    "`message = display` takes a literal `#[error(\"..\")]` with plain field placeholders, and `{}` has none: write `message = \"..\"` on it",
                    variant.name()
                ),
            );
            None
        }
    }
}
