//! What fields are for: the source, details, waits, links; and that none of it is told twice.

use std::collections::HashSet;

use proc_macro2::Span;
use quote::ToTokens;

use super::Context;
use super::types::{is_framework_error, is_report, std_type};
use crate::ast::{Variant, start};
use crate::attr::Attrs;
use crate::literal;
use crate::model;

/// The fields of a variant.
pub(crate) fn read(context: &Context<'_>, variant: &Variant) -> Vec<model::Field> {
    variant
        .fields
        .iter()
        .map(|field| model::Field {
            member: field.member.clone(),
            name: field.name(),
            ty: field.ty.clone(),
            span: start(&field.ty),
            example: field
                .attrs
                .example
                .as_ref()
                .map(|example| example.value.clone()),
            generic: context.parameters.are_in(&field.ty),
            std_type: std_type(&context.parameters, &field.ty),
        })
        .collect()
}

/// The field that is the source: the marked one, else the one with that name, unless a key makes it
/// public.
pub(crate) fn source(context: &Context<'_>, variant: &Variant) -> Option<model::Source> {
    let mut found: Option<(usize, Span)> = None;
    for (index, field) in variant.fields.iter().enumerate() {
        let attrs = &field.attrs;
        let by_name = field.name() == "source" && public_key(attrs).is_none() && !attrs.not_source;
        let Some(span) = attrs
            .from
            .or(attrs.source)
            .or(by_name.then(|| field.span()))
        else {
            continue;
        };
        if let Some((other, _)) = found {
            let other = variant.fields[other].name();
            context.diagnostics.error(
                span,
                format!(
                    "an error can have only one source, and `{other}` is already one: mark only one of them"
                ),
            );
        }
        found.get_or_insert((index, span));
        if let Some((key, at)) = public_key(attrs) {
            context.diagnostics.error(
                at,
                format!("the source of an error cannot be public, so `{key}` cannot appear on it: remove the key, and add another field for what clients need to know"),
            );
        }
        if let (Some(from), true) = (attrs.from, variant.fields.len() > 1) {
            context.diagnostics.error(
                from,
                "`#[from]` cannot appear beside other fields, because it makes the error of this one alone: write `#[source]` instead",
            );
        }
    }
    found.map(|(field, _)| model::Source {
        field,
        from: variant.fields[field].attrs.from.is_some(),
    })
}

/// `From` of one type is made once.
pub(crate) fn check_from_once(context: &Context<'_>) {
    let mut types = HashSet::new();
    let variants = &context.declaration.variants;
    let has_framework = variants
        .iter()
        .any(|variant| variant.attrs.framework.is_some());
    for variant in variants {
        for field in &variant.fields {
            let Some(from) = field.attrs.from else {
                continue;
            };
            if has_framework && is_framework_error(&field.ty) {
                context.diagnostics.error(
                    from,
                    "`framework` already makes `From` for this type: write `#[source]` here",
                );
            }
            if context.makes_error && !types.insert(field.ty.to_token_stream().to_string()) {
                context.diagnostics.error(
                    from,
                    "another variant already has `#[from]` for this type: write `#[source]` here",
                );
            }
        }
    }
}

/// The key that makes a field public, if one does.
pub(crate) fn public_key(attrs: &Attrs) -> Option<(&'static str, Span)> {
    let keys = [
        ("detail", attrs.detail.as_ref().map(|at| at.key)),
        ("details", attrs.details),
        ("header", attrs.header.as_ref().map(|at| at.key)),
        ("headers", attrs.headers),
        ("retry_after", attrs.retry_after),
        ("docs", attrs.docs_field),
    ];
    keys.into_iter()
        .find_map(|(key, at)| at.map(|at| (key, at)))
}

/// The fields that are the details, or members of them.
pub(crate) fn details(context: &Context<'_>, variant: &Variant) -> Vec<model::Detail> {
    let mut details = Vec::new();
    let mut names: HashSet<String> = HashSet::new();
    let mut whole: Option<usize> = None;
    for (index, field) in variant.fields.iter().enumerate() {
        if let Some(at) = field.attrs.details {
            if whole.is_some() {
                context.diagnostics.error(
                    at,
                    "`details` can appear on only one field: write `detail` on each of them, which makes them members",
                );
            }
            whole = Some(index);
        }
        let Some(detail) = &field.attrs.detail else {
            continue;
        };
        if field.attrs.details.is_some() {
            context.diagnostics.error(
                detail.key,
                "`detail` and `details` cannot appear on one field: write `detail` if it is a member of the details, `details` if it is the whole",
            );
            continue;
        }
        let name = match &detail.value {
            Some(name) => literal::text(name),
            None => field.name(),
        };
        let span = detail.value.as_ref().map_or(detail.key, syn::LitStr::span);
        if name.is_empty()
            || (detail.value.is_none() && name.bytes().all(|byte| byte.is_ascii_digit()))
        {
            context
                .diagnostics
                .error(span, "a detail must have a name: write `detail = \"name\"`");
        }
        if !names.insert(name.clone()) {
            context.diagnostics.error(
                span,
                format!(
                    "two details have the same name `{name}`: rename one with `detail = \"..\"`"
                ),
            );
        }
        details.push(model::Detail {
            field: index,
            name: Some(name),
        });
    }
    let Some(field) = whole else {
        return details;
    };
    if let (Some(at), false) = (variant.fields[field].attrs.details, details.is_empty()) {
        context.diagnostics.error(
            at,
            "`details` cannot appear beside `detail` on another field: write `detail` here too, or remove the other",
        );
    }
    vec![model::Detail { field, name: None }]
}

/// The source that may be a report on the fields of a request. Only the compiler knows whether it is one, as `eyre` has a
/// `Report`, too. A 5xx is not about the request, and its source stays private.
pub(crate) fn report(
    context: &Context<'_>,
    variant: &Variant,
    source: &model::Source,
    status: Option<u16>,
) -> Option<usize> {
    let field = &variant.fields[source.field];
    let is_clients = status.is_some_and(|status| status < 500);
    let is_known = !context.parameters.are_in(&field.ty);
    (source.from && is_clients && is_known && is_report(&field.ty)).then_some(source.field)
}

/// The one field with a key that can be told once.
pub(crate) fn only(
    context: &Context<'_>,
    variant: &Variant,
    key: &str,
    find: impl Fn(&Attrs) -> Option<Span>,
) -> Option<usize> {
    let mut found = None;
    for (index, field) in variant.fields.iter().enumerate() {
        if let Some(at) = find(&field.attrs) {
            if found.is_some() {
                context.diagnostics.error(
                    at,
                    format!("`{key}` can appear on only one field: keep one of them"),
                );
            }
            found.get_or_insert(index);
        }
    }
    found
}

/// An example is there to be shown.
pub(crate) fn check_examples_are_shown(
    context: &Context<'_>,
    variant: &Variant,
    message: &model::Message,
) {
    for (index, field) in variant.fields.iter().enumerate() {
        let in_message = match message {
            model::Message::Pieces(pieces) => pieces
                .iter()
                .any(|piece| matches!(piece, model::Piece::Hole { field, .. } if *field == index)),
            _ => false,
        };
        match &field.attrs.example {
            Some(example) if !in_message && public_key(&field.attrs).is_none() => {
                context.diagnostics.error(
                    example.key,
                    "`example` has no effect on a field that is not public: remove it, or show the field in `message`, as a `detail` or in a `header`",
                );
            }
            _ => {}
        }
    }
}
