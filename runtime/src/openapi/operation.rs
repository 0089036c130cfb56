//! The `responses` object of an operation.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::component::union_schema;
use super::dialect::{OpenApi, any_of};
use super::reader::response_schema;
use super::scope::{Component, Scope, reference};
use crate::context::Context;
use crate::envelope::template::{Piece, Slot};
use crate::rate_limit::RateLimit;
use crate::render::respond;
use crate::set::Errors;
use crate::spec::ErrorSpec;
use crate::write::HeaderSet;

pub(super) fn responses(scope: &Scope, set: &Errors, context: &Context, version: OpenApi) -> Value {
    let mut responses = Map::new();
    for (status, components) in scope.by_status(set) {
        let errors = match (components.as_slice(), scope.union(set, status)) {
            ([one], _) => json!({"$ref": reference(&scope.components[*one].name)}),
            (_, Some(union)) if union.components == components => {
                json!({"$ref": reference(&union.name)})
            }
            // A type that is nested in the catalog's: its union is no component, since nothing else
            // would refer to it.
            (several, _) => union_schema(scope, several),
        };
        let components: Vec<_> = components
            .iter()
            .map(|index| &scope.components[*index])
            .collect();
        responses.insert(
            status.to_string(),
            response(scope, &components, errors, context, version),
        );
    }
    responses.into()
}

fn response(
    scope: &Scope,
    components: &[&Component],
    errors: Value,
    context: &Context,
    version: OpenApi,
) -> Value {
    let rows: Vec<_> = components
        .iter()
        .flat_map(|component| component.rows.iter().copied())
        .collect();
    let mut response = Map::new();
    response.insert("description".to_owned(), description(components).into());
    let headers = headers(scope, &rows, version);
    if !headers.is_empty() {
        response.insert("headers".to_owned(), headers.into());
    }
    let media_type = json!({
        "schema": response_schema(scope, errors, &rows, version),
        "examples": examples(scope, components, context),
    });
    response.insert(
        "content".to_owned(),
        Map::from_iter([(scope.shape.media_type().to_owned(), media_type)]).into(),
    );
    response.into()
}

/// What the errors of a status are: one in words, several as a list of their codes.
fn description(components: &[&Component]) -> String {
    let words = |component: &Component| {
        let row = component.rows[0];
        row.summary().unwrap_or(row.title()).to_owned()
    };
    if let [one] = components {
        return words(one);
    }
    let lines: Vec<_> = components
        .iter()
        .map(|component| format!("- `{}`: {}", component.rows[0].code(), words(component)))
        .collect();
    lines.join("\n")
}

/// Each error as it is rendered, by its code.
fn examples(scope: &Scope, components: &[&Component], context: &Context) -> Map<String, Value> {
    let mut examples = Map::new();
    for component in components {
        for row in &component.rows {
            let name = if component.rows.len() == 1 {
                component.name.clone()
            } else {
                format!("{}.{}", component.name, row.variant_name())
            };
            let mut free = name.clone();
            let mut number = 2;
            while examples.contains_key(&free) {
                free = format!("{name}.{number}");
                number += 1;
            }
            let body = respond(&row.example(), scope.shape, context).into_body();
            // A body that is no JSON is shown as the text that it is.
            let value = serde_json::from_slice(&body)
                .unwrap_or_else(|_| String::from_utf8_lossy(&body).into());
            let mut example = Map::new();
            example.insert("summary".to_owned(), row.title().into());
            example.insert("value".to_owned(), value);
            examples.insert(free, example.into());
        }
    }
    examples
}

/// A header of one error: its schema, and whether every occurrence has it.
struct Header {
    schema: Value,
    always: bool,
}

/// The headers of the errors on a status; one that all of them always have is required.
fn headers(scope: &Scope, rows: &[&'static ErrorSpec], version: OpenApi) -> Map<String, Value> {
    let mut by_name: BTreeMap<String, Vec<Header>> = BTreeMap::new();
    for row in rows {
        for (name, header) in headers_of(scope, row, version) {
            by_name.entry(name).or_default().push(header);
        }
    }
    by_name
        .into_iter()
        .map(|(name, found)| {
            let mut header = Map::new();
            if name == "retry-after" {
                let text = "The seconds to wait before the next attempt.";
                header.insert("description".to_owned(), text.into());
            }
            if found.len() == rows.len() && found.iter().all(|header| header.always) {
                header.insert("required".to_owned(), true.into());
            }
            let schemas = found.into_iter().map(|header| header.schema);
            header.insert("schema".to_owned(), any_of(schemas));
            (name, header.into())
        })
        .collect()
}

/// The headers of one error by name, the particular in place of the general as in a response.
fn headers_of(
    scope: &Scope,
    row: &'static ErrorSpec,
    version: OpenApi,
) -> BTreeMap<String, Header> {
    let facts = row.facts();
    let text = || json!({"type": "string"});
    let seconds = || json!({"type": "integer", "minimum": 0});
    let mut headers = BTreeMap::new();
    for bound in scope.shape.headers() {
        let always = bound.value.iter().all(|piece| always_filled(piece, row));
        let schema = text();
        headers.insert(bound.name.to_owned(), Header { schema, always });
    }
    for (name, value) in row.headers() {
        let schema = version.constant(&(*value).into());
        headers.insert(
            (*name).to_owned(),
            Header {
                schema,
                always: true,
            },
        );
    }
    for written in facts.written_headers {
        let are_integers = written.names == RateLimit::NAMES;
        for name in written.names {
            let name = name.to_ascii_lowercase();
            // A declared header of the same name is there where this one is not.
            let declared = headers
                .get(&name)
                .is_some_and(|header: &Header| header.always);
            let schema = if are_integers { seconds() } else { text() };
            headers.insert(
                name,
                Header {
                    schema,
                    always: declared,
                },
            );
        }
    }
    let has_wait = facts
        .retry_after_field
        .is_some_and(|example| example().is_some());
    let declared = row.retry_after().is_some();
    if has_wait || declared {
        let header = Header {
            schema: seconds(),
            always: declared,
        };
        headers.insert("retry-after".to_owned(), header);
    }
    headers
}

/// Whether a part of a bound header's value is there in every response.
fn always_filled(piece: &Piece, row: &ErrorSpec) -> bool {
    match piece {
        Piece::Literal(_) => true,
        Piece::Slot(slot) => match slot {
            Slot::Status | Slot::Code | Slot::Title | Slot::Retryable | Slot::Timestamp => true,
            // A message can hold what a header cannot.
            Slot::Message => row.fixed_message().is_some_and(str::is_ascii),
            Slot::Summary => row.summary().is_some_and(str::is_ascii),
            Slot::Category => row.category().is_some(),
            Slot::Docs => row.docs().is_some(),
            Slot::RetryAfter => row.retry_after().is_some(),
            Slot::RequestId | Slot::Instance | Slot::Details => false,
        },
    }
}
