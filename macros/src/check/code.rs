//! Stable codes: what one may look like, and that no two errors have the same by accident.

use std::collections::HashMap;

use super::Context;
use crate::ast;
use crate::attr;
use crate::literal;
use crate::model;

/// The code of a variant: the declared one, else its name.
pub(crate) fn check(context: &Context<'_>, variant: &ast::Variant) -> Option<model::Code> {
    let Some(code) = &variant.attrs.code else {
        return Some(model::Code::Text(context.case.apply(&variant.name())));
    };
    match &code.value {
        attr::Code::Text(literal) => {
            let text = literal::text(literal);
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
            let number = format!("{sign}{}", digits.base10_digits()).parse();
            // The client sees neither `0x` nor a zero in front.
            let is_plain = digits.to_string().replace('_', "") == digits.base10_digits();
            if number.is_err() || !is_plain {
                context.diagnostics.error(
                    digits.span(),
                    "an integer `code` must be decimal digits and fit into 64 bits: write it as in `code = 20404`",
                );
            }
            number.ok().map(model::Code::Number)
        }
    }
}

/// No two variants have the same code unless both say `shared`.
pub(crate) fn check_unique(context: &Context<'_>, checked: &[Option<model::Variant>]) {
    let mut first: HashMap<String, &ast::Variant> = HashMap::new();
    for (variant, checked) in context.declaration.variants.iter().zip(checked) {
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
