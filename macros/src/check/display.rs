//! The text for logs.

use super::message::read;
use super::{Context, check_not_empty};
use crate::ast::Variant;
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
