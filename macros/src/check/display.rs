//! The text for logs.

use super::message::read;
use super::{Context, check_not_empty};
use crate::ast::Variant;
use crate::model::Piece;

/// The text of `display = ".."`. It may show any field, sources and `{:?}` included.
pub(crate) fn check(context: &Context<'_>, variant: &Variant) -> Option<Vec<Piece>> {
    let display = variant.attrs.display.as_ref()?;
    if !context.makes_error {
        let problem = if context.declaration.thiserror {
            "`display` cannot appear beside thiserror, whose `#[error(..)]` is the text for logs: remove it"
        } else {
            "`display` cannot appear beside `manual(error)`, where you implement `Display` yourself: remove it"
        };
        context.diagnostics.error(display.key, problem);
    }
    let text = check_not_empty(context.diagnostics, &display.value, "display")?;
    read(context, variant, &display.value, &text)
}
