//! Stable codes: what one may look like, and that no two errors have the same by accident.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::Context;
use super::holes::check_no_holes;
use crate::ast;
use crate::attr;
use crate::literal;
use crate::model;

/// The integers that every JSON reader holds exactly, JavaScript's included (RFC 8259, section 6).
const EXACT: RangeInclusive<i64> = -((1 << 53) - 1)..=(1 << 53) - 1;

/// The code of a variant: the declared one, else its name.
pub(crate) fn check(context: &Context<'_>, variant: &ast::Variant) -> Option<model::Code> {
    let Some(code) = &variant.attrs.code else {
        return Some(model::Code::Text(context.case.apply(&variant.name())));
    };
    match &code.value {
        attr::Code::Text(literal) => {
            let text = literal::text(literal);
            check_no_holes(context, &variant.field_names(), literal, "code");
            let problem = if text.is_empty() {
                "`code` cannot be empty: write what clients compare, as in `code = \"NOT_FOUND\"`"
            } else if text.trim() != text || text.chars().any(char::is_control) {
                "`code` cannot begin or end with a space, or contain a control character: write it as in `code = \"NOT_FOUND\"`"
            } else {
                return Some(model::Code::Text(text));
            };
            context.diagnostics.error(literal.span(), problem);
            None
        }
        attr::Code::Number { negative, digits } => {
            let sign = if *negative { "-" } else { "" };
            let decimal = format!("{sign}{}", digits.base10_digits());
            let number = decimal.parse().ok().filter(|number| EXACT.contains(number));
            // The client sees neither `0x`, nor a zero in front, nor the sign of a zero.
            let is_plain =
                digits.to_string().replace('_', "") == digits.base10_digits() && decimal != "-0";
            let problem = match number {
                None => format!(
                    "an integer `code` must be between -9007199254740991 and 9007199254740991, because JSON readers round others (RFC 8259, section 6): write a shorter one, or the text `code = \"{decimal}\"`"
                ),
                Some(number) if !is_plain => format!(
                    "an integer `code` must be the decimal digits that clients see: write `code = {number}`"
                ),
                Some(number) => return Some(model::Code::Number(number)),
            };
            context.diagnostics.error(digits.span(), problem);
            number.map(model::Code::Number)
        }
    }
}

/// No two variants have the same code unless both say `shared`.
pub(crate) fn check_unique(context: &Context<'_>, checked: &[(Option<model::Variant>, bool)]) {
    let mut first: HashMap<String, &ast::Variant> = HashMap::new();
    for (variant, (checked, _)) in context.declaration.variants.iter().zip(checked) {
        let Some(model::Variant {
            kind: model::Kind::Error(error),
            ..
        }) = checked
        else {
            continue;
        };
        let code = error.code.text();
        let Some(other) = first.get(&code) else {
            first.insert(code, variant);
            continue;
        };
        if variant.attrs.shared.is_some() && other.attrs.shared.is_some() {
            continue;
        }
        let (name, other) = (variant.name(), other.name());
        let span = match &variant.attrs.code {
            Some(attr::At {
                value: attr::Code::Text(text),
                ..
            }) => text.span(),
            Some(attr::At {
                value: attr::Code::Number { digits, .. },
                ..
            }) => digits.span(),
            None => variant.ident.span(),
        };
        context.diagnostics.error(
            span,
            format!(
                "`{other}` and `{name}` have the same code `{code}`: write another with `code = \"..\"`, or `shared` on both if clients should treat them as the same error"
            ),
        );
    }
}
