//! The `responses` object of an operation.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::component::union_schema;
use super::details::Details;
use super::dialect::OpenApi;
use super::headers::headers;
use super::order::sorted;
use super::reader::response_schema;
use super::scope::{Component, Rows, Scope, reference, words_of};
use crate::catalog::example_time;
use crate::context::Context;
use crate::facts::{ErrorSpec, Errors};
use crate::render::respond;

pub(super) fn responses(scope: &Scope, set: &Errors, context: &Context, version: OpenApi) -> Value {
    // The same document each time.
    let context = &context.clone().or_timestamp(example_time());
    let mut own = Rows::default();
    own.add(set);
    let mut responses = Map::new();
    for (status, components) in scope.by_status(set) {
        let schema = match (components.as_slice(), scope.union(set, status, &components)) {
            ([one], _) => json!({"$ref": reference(&scope.components[*one].name)}),
            (_, Some(union)) if union.components == components => {
                json!({"$ref": reference(&union.name)})
            }
            // A type that is nested in the catalog's: its union is no component, since nothing else
            // would refer to it.
            (several, _) => union_schema(scope, several),
        };
        // Others in the catalog may share a code, which this operation does not answer with.
        let errors: Vec<_> = components
            .iter()
            .map(|index| &scope.components[*index])
            .map(|component| Answer {
                name: &component.name,
                rows: own_rows(scope, component, &own, context, version),
            })
            .collect();
        let response = response(scope, &errors, schema, context, version);
        responses.insert(status.to_string(), response);
    }
    sorted(responses.into())
}

/// The rows of a component that are an operation's.
///
/// A row of a generic type may have several addresses, so what it looks like counts, too. Where the
/// catalog has the type with other arguments only, their rows stand in.
fn own_rows(
    scope: &Scope,
    component: &Component,
    own: &Rows,
    context: &Context,
    version: OpenApi,
) -> Vec<&'static ErrorSpec> {
    let (code, status) = (component.rows[0].code(), component.rows[0].status());
    let mut found = HashSet::new();
    for row in own.iter() {
        if (row.code(), row.status()) != (code, status) {
            continue;
        }
        let namesakes = || {
            let rows = component.rows.iter().copied();
            rows.filter(|other| other.identity() == row.identity())
        };
        let exact = namesakes().find(|other| std::ptr::eq(*other, row));
        if let Some(exact) = exact {
            found.insert(std::ptr::from_ref(exact));
            continue;
        }
        let details = Details::new(version, namesakes().chain([row]));
        let look = |row| (details.value(row), example(scope, row, context));
        let own_look = look(row);
        let mut alike: Vec<_> = namesakes()
            .filter(|other| look(other) == own_look)
            .collect();
        if alike.is_empty() {
            alike = namesakes().collect();
        }
        found.extend(alike.into_iter().map(std::ptr::from_ref));
    }
    let is_found = |row: &&'static ErrorSpec| found.contains(&std::ptr::from_ref(*row));
    // Where the operation has a framework's error only, the service's own says what it is.
    let has_own = component
        .rows
        .iter()
        .any(|row| is_found(row) && !row.is_of_framework());
    let rows = component.rows.iter().copied();
    rows.filter(|row| is_found(row) || !has_own && !row.is_of_framework())
        .collect()
}

/// What an operation answers with of one component.
struct Answer<'a> {
    name: &'a str,
    rows: Vec<&'static ErrorSpec>,
}

fn response(
    scope: &Scope,
    errors: &[Answer<'_>],
    schema: Value,
    context: &Context,
    version: OpenApi,
) -> Value {
    let rows: Vec<_> = errors
        .iter()
        .flat_map(|error| error.rows.iter().copied())
        .collect();
    let mut response = Map::new();
    response.insert("description".to_owned(), description(errors).into());
    let headers = headers(scope, &rows, version);
    if !headers.is_empty() {
        response.insert("headers".to_owned(), headers.into());
    }
    let media_type = json!({
        "schema": response_schema(scope, schema, &rows, version),
        "examples": examples(scope, errors, context),
    });
    response.insert(
        "content".to_owned(),
        Map::from_iter([(scope.shape.media_type().to_owned(), media_type)]).into(),
    );
    response.into()
}

/// What the errors of a status are: one in words, several as a list.
fn description(errors: &[Answer<'_>]) -> String {
    let mut lines = Vec::new();
    for error in errors {
        for row in words_of(&error.rows) {
            let words = words(row);
            let line = match errors {
                [_] => words.to_owned(),
                _ => format!("`{}`: {words}", row.code()),
            };
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    match lines.as_slice() {
        [one] => one.clone(),
        _ => lines
            .iter()
            .map(|line| format!("- {line}"))
            .collect::<Vec<_>>()
            .join("\n"),
    }
}

/// An error in a few words.
fn words(row: &ErrorSpec) -> &'static str {
    row.summary().unwrap_or(row.title())
}

/// Each error as it is rendered, by its code; where errors share it, by code and variant.
fn examples(scope: &Scope, errors: &[Answer<'_>], context: &Context) -> Map<String, Value> {
    let mut examples = Map::new();
    for error in errors {
        let mut values = Vec::new();
        for row in words_of(&error.rows) {
            let value = example(scope, row, context);
            // Variants of one code may look the same.
            if !values.iter().any(|(_, other)| *other == value) {
                values.push((row, value));
            }
        }
        let are_several = values.len() > 1;
        for (row, value) in values {
            let mut name = error.name.to_owned();
            if are_several {
                name = format!("{name}.{}", row.variant_name());
            }
            let mut free = name.clone();
            let mut number = 2;
            while examples.contains_key(&free) {
                free = format!("{name}.{number}");
                number += 1;
            }
            let mut example = Map::new();
            example.insert("summary".to_owned(), words(row).into());
            example.insert("value".to_owned(), value);
            examples.insert(free, example.into());
        }
    }
    examples
}

/// The body of an error's example. One that is no JSON is shown as the text that it is.
fn example(scope: &Scope, row: &'static ErrorSpec, context: &Context) -> Value {
    let body = respond(&row.example(), scope.shape, context, false).into_body();
    serde_json::from_slice(&body).unwrap_or_else(|_| String::from_utf8_lossy(&body).into())
}
