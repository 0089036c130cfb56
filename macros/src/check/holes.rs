//! Braces in a text that is the same for every occurrence.

use syn::LitStr;

use super::Context;
use crate::format::names_in_braces;
use crate::literal;

/// A text that is the same for every occurrence shows no field, and no other part of the body.
pub(super) fn check_no_holes(
    context: &Context<'_>,
    fields: &[String],
    literal: &LitStr,
    what: &str,
) {
    let text = literal::text(literal);
    let holes = names_in_braces(&text);
    let problem = if let Some(field) = fields.iter().find(|field| holes.contains(&field.as_str())) {
        format!(
            "`{what}` is the same for every occurrence, so it cannot show the field `{{{field}}}`: remove it, and show the field in `message = \"..\"`"
        )
    } else if holes.contains(&"code") {
        format!(
            "`{what}` cannot contain `{{code}}`, which is replaced in `docs` only: write the code itself"
        )
    } else if let Some(slot) = holes.iter().find(|hole| is_slot(hole)) {
        format!(
            "`{what}` cannot contain `{{{slot}}}`, which is a slot of `envelope!` only: write the text itself"
        )
    } else {
        return;
    };
    context.diagnostics.error(literal.span(), problem);
}

fn is_slot(hole: &str) -> bool {
    SLOTS.contains(&hole) || hole.starts_with("context.")
}

/// The slots of an envelope, but for `code`.
const SLOTS: [&str; 13] = [
    "category",
    "details",
    "docs",
    "instance",
    "message",
    "request_id",
    "retry_after",
    "retryable",
    "status",
    "summary",
    "timestamp",
    "title",
    "type",
];
