//! The public text: where it comes from, and that no field stands in it that is not for clients.

use proc_macro2::Span;
use syn::LitStr;

use super::Context;
use super::{check_not_empty, thiserror};
use crate::ast;
use crate::attr::{At, Message};
use crate::doc::Unread;
use crate::format;
use crate::literal;
use crate::model;
use crate::nearest::unknown;

/// The public text of an error: what it says, else the doc comment's first paragraph on 4xx, else
/// the title.
pub(crate) fn check(
    context: &Context<'_>,
    variant: &ast::Variant,
    source: Option<&model::Source>,
    status: Option<u16>,
) -> model::Message {
    let client_error = status.is_some_and(|status| status < 500);
    let of_type = context.declaration.attrs.message.as_ref();
    let text = match (&variant.attrs.message, of_type) {
        (
            Some(At {
                value: Message::Text(literal),
                ..
            }),
            _,
        ) => check_not_empty(context.diagnostics, literal, "message").map(|text| (literal, text)),
        (
            Some(At {
                value: Message::Display,
                key,
            }),
            _,
        ) => {
            if !thiserror::check_can_be_read(context, *key) {
                return model::Message::Title;
            }
            thiserror::text(context, variant, *key)
        }
        (None, Some(of_type)) if client_error && context.declaration.thiserror => {
            thiserror::text(context, variant, of_type.key)
        }
        (None, _) => {
            if let (Some(Unread(at)), Some(_)) = (variant.doc.unread, status) {
                check_readable(context, variant, at, client_error);
            }
            let (Some(summary), Some(_)) = (&variant.doc.summary, status) else {
                return model::Message::Title;
            };
            if client_error {
                check_summary(context, variant, summary, "message");
                return model::Message::Summary;
            }
            if context.makes_error && variant.attrs.display.is_none() {
                check_summary(context, variant, summary, "display");
            }
            return model::Message::Title;
        }
    };
    let Some((literal, text)) = text else {
        return model::Message::Title;
    };
    let pieces = read(context, variant, literal, &text).unwrap_or_default();
    for piece in &pieces {
        if let model::Piece::Hole { field, spec } = piece {
            check_shown(context, variant, source, *field, literal);
            if spec.ends_with('?') {
                context.diagnostics.error(
                    literal.span(),
                    format!(
                        "`{{{}:{spec}}}` shows the `Debug` text, which is for logs only: write `{{{0}}}`, which shows the `Display` text",
                        variant.fields[*field].name()
                    ),
                );
            } else if spec.ends_with('p') {
                context.diagnostics.error(
                    literal.span(),
                    format!(
                        "`{{{}:{spec}}}` shows an address in the server's memory, which is for logs only: write `{{{0}}}`",
                        variant.fields[*field].name()
                    ),
                );
            }
        }
    }
    model::Message::Pieces(pieces)
}

/// A text that comes from the doc comment must be readable there.
fn check_readable(context: &Context<'_>, variant: &ast::Variant, at: Span, client_error: bool) {
    let (what, key) = match client_error {
        true => ("message", "message"),
        false if context.makes_error && variant.attrs.display.is_none() => {
            ("text for logs", "display")
        }
        false => return,
    };
    context.diagnostics.error(
        at,
        format!("the {what} cannot be read from a doc attribute that is not a literal: write `{key} = \"..\"`"),
    );
}

/// A doc comment has no holes, so it cannot be the text of who thinks that it has: the `message` of a 4xx, the
/// `display` of a 5xx.
fn check_summary(context: &Context<'_>, variant: &ast::Variant, summary: &str, key: &str) {
    let unread = variant.attrs.has_unread(&["message", key]);
    if let (Some(field), false) = (field_in_braces(variant, summary), unread) {
        let what = match key {
            "display" => "text for logs",
            what => what,
        };
        context.diagnostics.error(
            variant.ident.span(),
            format!(
                "the {what} of `{}` is its doc comment, which cannot show the field `{{{field}}}`: write the text as `{key} = \"..\"`",
                variant.name()
            ),
        );
    }
}

/// The first field of a variant whose name a text has between braces.
fn field_in_braces(variant: &ast::Variant, text: &str) -> Option<String> {
    let names = format::names_in_braces(text);
    let mut fields = variant.fields.iter().map(ast::Field::name);
    fields.find(|field| names.contains(&field.as_str()))
}

/// Whether a text for clients or for logs may show a field.
pub(crate) fn may_show(variant: &ast::Variant, field: &ast::Field) -> bool {
    let attrs = &variant.attrs;
    let mut texts = Vec::new();
    if let Some(At {
        value: Message::Text(literal),
        ..
    }) = &attrs.message
    {
        texts.push(literal);
    }
    texts.extend(attrs.display.as_ref().map(|display| &display.value));
    match &variant.thiserror {
        Some(ast::Thiserror::Text(literal)) => texts.push(literal),
        Some(ast::Thiserror::Other) => return true,
        None => {}
    }
    let name = field.name();
    attrs.has_unread(&["message", "display"])
        || texts
            .iter()
            .any(|text| format::names_in_braces(&literal::text(text)).contains(&name.as_str()))
}

/// The pieces of a literal's text, its holes resolved to fields; or nothing if it cannot be read.
pub(crate) fn read(
    context: &Context<'_>,
    variant: &ast::Variant,
    literal: &LitStr,
    text: &str,
) -> Option<Vec<model::Piece>> {
    let pieces = match format::parse(text) {
        Ok(pieces) => pieces,
        Err(problem) => {
            context.diagnostics.error(literal.span(), problem);
            return None;
        }
    };
    let resolved: Vec<_> = pieces
        .into_iter()
        .map(|piece| match piece {
            format::Piece::Literal(text) => Some(model::Piece::Literal(text)),
            format::Piece::Hole(hole) => resolve(context, variant, literal, hole),
        })
        .collect();
    resolved.into_iter().collect()
}

fn resolve(
    context: &Context<'_>,
    variant: &ast::Variant,
    literal: &LitStr,
    hole: format::Hole,
) -> Option<model::Piece> {
    let names: Vec<String> = variant.fields.iter().map(ast::Field::name).collect();
    let known = names.iter().map(String::as_str);
    let problem = if hole.spec.contains('$') || hole.spec.contains(".*") {
        format!(
            "`{{{}:{}}}` cannot take its width or precision from another value: write the number, as in `{{{0}:>8.2}}`",
            hole.name, hole.spec
        )
    } else if !is_spec(&hole.spec) {
        format!(
            "`{}` is not a format spec of `format!`: write one as in `{{{}:>8}}`, or none",
            hole.spec, hole.name
        )
    } else if let Some(number) = too_large_number(&hole.spec) {
        format!(
            "the width or precision of `{{{}:{}}}` must be at most 65535, and `{number}` is not: write a smaller number",
            hole.name, hole.spec
        )
    } else if let Some(field) = names.iter().position(|name| *name == hole.name) {
        return Some(model::Piece::Hole {
            field,
            spec: hole.spec,
        });
    } else if names.is_empty() {
        format!(
            "unknown field `{}`, because `{}` has no fields: write `{{{{{0}}}}}` for literal braces",
            hole.name,
            variant.name()
        )
    } else if hole.name.is_empty() {
        let holes: Vec<_> = known.map(|name| format!("`{{{name}}}`")).collect();
        format!("`{{}}` must name a field: write {}", holes.join(" or "))
    } else {
        unknown("field", &hole.name, known)
    };
    context.diagnostics.error(literal.span(), problem);
    None
}

/// Whether `format!` knows the spec: `[[fill]align][sign]['#']['0'][width]['.' precision][type]`, where
/// width and precision are numbers.
fn is_spec(spec: &str) -> bool {
    let is_align = |letter| matches!(letter, '<' | '^' | '>');
    let mut letters = spec.chars();
    let rest = match (letters.next(), letters.next()) {
        (Some(_), Some(align)) if is_align(align) => letters.as_str(),
        (Some(align), _) if is_align(align) => &spec[1..],
        _ => spec,
    };
    let rest = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    let rest = rest.strip_prefix('#').unwrap_or(rest);
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &rest[digits(rest)..];
    let rest = match rest.strip_prefix('.') {
        Some(precision) if digits(precision) == 0 => return false,
        Some(precision) => &precision[digits(precision)..],
        None => rest,
    };
    matches!(
        rest,
        "" | "?" | "x?" | "X?" | "x" | "X" | "o" | "b" | "e" | "E" | "p"
    )
}

/// A width or a precision that `format!` has no room for.
fn too_large_number(spec: &str) -> Option<&str> {
    spec.split(|letter: char| !letter.is_ascii_digit())
        .find(|digits| !digits.is_empty() && digits.parse::<u16>().is_err())
}

/// A field in public text is no source, and no type parameter of which nothing is known. Whether its
/// type is an error is for the compiler to see.
fn check_shown(
    context: &Context<'_>,
    variant: &ast::Variant,
    source: Option<&model::Source>,
    index: usize,
    literal: &LitStr,
) {
    let field = &variant.fields[index];
    if source.is_some_and(|source| source.field == index) {
        let remedy = if variant
            .attrs
            .message
            .as_ref()
            .is_some_and(|message| matches!(message.value, Message::Text(_)))
        {
            if context.makes_error {
                "remove it, and write `display = \"..\"` to show it in logs"
            } else {
                "remove it, logs can show it through the `Display` of this type"
            }
        } else {
            "write a public text without it as `message = \"..\"`, and keep this one for logs"
        };
        context.diagnostics.error(
            literal.span(),
            format!(
                "the source of an error cannot be public, so `{{{}}}` cannot appear in a message: {remedy}",
                field.name()
            ),
        );
    }
}
