//! The facts of one error.

use syn::LitStr;

use super::holes::check_no_holes;
use super::{Context, check_not_empty};
use super::{code, display, fields, headers, link, message, retry};
use crate::ast;
use crate::attr::{At, Attrs, Place, Status};
use crate::literal;
use crate::model;
use crate::nearest::{nearest, unknown};
use crate::status;

/// Checks an error. As long as its status is unknown the rules that hang on it are left out.
pub(crate) fn check(
    context: &Context<'_>,
    variant: &ast::Variant,
    source: Option<&model::Source>,
) -> Option<model::Error> {
    let attrs = &variant.attrs;
    let status = check_status(context, variant);
    let code = code::check(context, variant);
    let title = check_title(context, variant, status);
    let docs = link::check(context.diagnostics, attrs.docs.as_ref());
    let category = check_category(context, attrs.category.as_ref());
    if let Some(category) = &attrs.category {
        check_no_holes(context, &variant.field_names(), &category.value, "category");
    }
    let headers = headers::constant(context, variant, status);
    let written_headers = headers::written(context, variant);
    let none_forgotten = headers::check_forgotten(context, variant, source);
    let required_header = status.filter(|_| none_forgotten).and_then(|status| {
        headers::check_required(context, variant, status, &headers, &written_headers)
    });
    let retry = retry::check(context, variant, status);
    let level = check_level(context, attrs.level.as_ref());
    let details = fields::details(context, variant);
    let retry_after_field =
        fields::only(context, variant, "retry_after", |attrs| attrs.retry_after);
    let docs_field = fields::only(context, variant, "docs", |attrs| attrs.docs_field);
    let message = message::check(context, variant, source, status);
    let display = display::check(context, variant);
    fields::check_examples_are_shown(context, variant, &message);
    let types = &context.declaration.attrs;
    let code = code?;
    let types_docs = context.docs.as_ref();
    // Only a link that names a case differs from what the runtime makes of the type's.
    let docs = docs
        .as_ref()
        .or(types_docs.filter(|link| link.without_cases().is_none()))
        .map(|link| link.of(&code));
    Some(model::Error {
        name: variant.name(),
        status: status?,
        code,
        title: title?,
        summary: variant.doc.summary.clone(),
        explanation: variant.doc.explanation.clone(),
        message,
        display,
        docs,
        category: category.or_else(|| types.category.as_ref().map(|at| literal::text(&at.value))),
        retryable: retry.retryable,
        not_applied: retry.not_applied,
        retry_after: retry.after,
        max_attempts: retry.max,
        level,
        shared: attrs.shared.is_some(),
        deprecation: variant.deprecation.clone(),
        headers,
        written_headers,
        details,
        report: source.and_then(|source| fields::report(context, variant, source, status)),
        retry_after_field,
        docs_field,
        required_header,
        of_framework: context
            .declaration
            .http_errors
            .map(|_| of_framework(attrs, status)),
    })
}

/// The levels of logs, and what the runtime calls them.
const LEVELS: [(&str, &str); 5] = [
    ("error", "Error"),
    ("warn", "Warn"),
    ("info", "Info"),
    ("debug", "Debug"),
    ("trace", "Trace"),
];

/// The variant of the runtime's `Level`.
fn check_level(context: &Context<'_>, level: Option<&At<LitStr>>) -> Option<&'static str> {
    let level = level?;
    let name = literal::text(&level.value);
    if let Some((_, variant)) = LEVELS.iter().find(|(known, _)| *known == name) {
        return Some(variant);
    }
    let message = unknown("level", &name, LEVELS.map(|(known, _)| known));
    context.diagnostics.error(level.value.span(), message);
    None
}

/// What an error shows of a framework's error. Only rejections have a text or fields for clients, and they have few
/// statuses.
fn of_framework(attrs: &Attrs, status: Option<u16>) -> model::OfFramework {
    let is_rejection = matches!(
        status,
        Some(400 | 404 | 405 | 408 | 411 | 413 | 415 | 422 | 426)
    );
    model::OfFramework {
        text: is_rejection && attrs.message.is_none(),
        fields: matches!(status, Some(400 | 404 | 413 | 415 | 422)),
        any_status: matches!(status, Some(400 | 500)),
    }
}

fn check_status(context: &Context<'_>, variant: &ast::Variant) -> Option<u16> {
    let Some(status) = &variant.attrs.status else {
        let of_type = &context.declaration.attrs;
        let keys = ["status", "transparent"];
        if variant.attrs.has_unread(&keys) || of_type.has_unread(&keys) {
            return None;
        }
        let place = match context.declaration.place {
            Place::Enum => "variant",
            _ => "struct",
        };
        context.diagnostics.error(
            variant.ident.span(),
            format!(
                "`{}` has no status: write `#[api_error(status = 400)]` on the {place}, or `#[api_error(transparent)]` if it wraps another API error",
                variant.name()
            ),
        );
        return None;
    };
    match &status.value {
        Status::Number(literal) => {
            let number = literal
                .base10_parse()
                .ok()
                .filter(|number| (400..600).contains(number));
            if !literal.suffix().is_empty() {
                context.diagnostics.error(
                    literal.span(),
                    format!(
                        "`status` cannot have a type suffix: write `status = {}`",
                        literal.base10_digits()
                    ),
                );
                return None;
            }
            if number.is_none() {
                context.diagnostics.error(
                    literal.span(),
                    format!("`status` must be between 400 and 599, and `{literal}` is not: write 4xx for a mistake of the client, 5xx for a fault of the server"),
                );
                return None;
            }
            number
        }
        Status::Name(ident) => {
            let name = ident.to_string();
            let number = status::by_name(&name);
            if number.is_none() {
                let remedy = match nearest(&name, status::names()) {
                    Some(near) => format!("did you mean `{near}`? You can also write the number"),
                    None => "write the number, from 400 to 599, as in `status = 404`".to_owned(),
                };
                context
                    .diagnostics
                    .error(ident.span(), format!("unknown status `{name}`: {remedy}"));
            }
            number
        }
    }
}

fn check_title(
    context: &Context<'_>,
    variant: &ast::Variant,
    status: Option<u16>,
) -> Option<String> {
    if let Some(title) = &variant.attrs.title {
        check_no_holes(context, &variant.field_names(), &title.value, "title");
        return check_not_empty(context.diagnostics, &title.value, "title");
    }
    let status = status?;
    let phrase = status::reason_phrase(status);
    if phrase.is_none() {
        let span = variant
            .attrs
            .status
            .as_ref()
            .map_or(variant.ident.span(), |status| status.key);
        context.diagnostics.error(
            span,
            format!(
                "status {status} has no standard reason phrase to use as the title: add `title = \"..\"`"
            ),
        );
    }
    phrase.map(str::to_owned)
}

fn check_category(context: &Context<'_>, category: Option<&At<LitStr>>) -> Option<String> {
    check_not_empty(context.diagnostics, &category?.value, "category")
}

/// The category of all errors of a type.
pub(crate) fn check_types_category(context: &Context<'_>, fields: &[String]) {
    let category = context.declaration.attrs.category.as_ref();
    if let (Some(at), Some(_)) = (category, check_category(context, category)) {
        check_no_holes(context, fields, &at.value, "category");
    }
}
