//! The ways that people use today. Each gets as near to the same response as it can: where one has a
//! body of its own, that is what it answers with.

use std::borrow::Cow;

use api_error::ApiError;
use axum::Json;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, HeaderName};
use problem_details::ProblemDetails;
use serde::Serialize;
use serde_json::json;

use crate::by_hand;
use crate::cases::Case;
use crate::subject::{Subject, Table};

/// The peers' subjects of a case. None of them knows the request, and `api-error` has no details.
#[must_use]
pub fn subjects(case: Case) -> Vec<Subject> {
    let of_error =
        |way, run| Subject::new(Table::Axum, case.name(), way, move || case.by_hand(), run);
    let mut subjects = vec![
        of_error("`Json` of a struct", |error| with_struct(&error)),
        of_error("`Json(json!(..))`", |error| with_json_macro(&error)),
        of_error("`problem_details`", |error| with_problem_details(&error)),
    ];
    match case {
        Case::RateLimit => return Vec::new(),
        Case::Fields => {}
        Case::Static | Case::Clean | Case::ToEscape => subjects.push(Subject::new(
            Table::Axum,
            case.name(),
            "`api-error`",
            move || match case.by_hand() {
                by_hand::ClaimError::UnknownSource { name } => ClaimError::UnknownSource { name },
                _ => ClaimError::Locked,
            },
            |error| ([NO_STORE], error).into_response(),
        )),
    }
    subjects
}

const NO_STORE: (HeaderName, &str) = (CACHE_CONTROL, "no-store");

fn message(error: &by_hand::ClaimError) -> Cow<'_, str> {
    match error {
        by_hand::ClaimError::UnknownSource { name } => {
            format!("No source is named '{name}'.").into()
        }
        by_hand::ClaimError::Validation { .. } => "One or more fields break a constraint.".into(),
        _ => "Another request edits this claim.".into(),
    }
}

#[derive(Serialize)]
struct Broken<'a> {
    field: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
}

#[derive(Serialize)]
struct Details<'a> {
    fields: Vec<Broken<'a>>,
}

fn details(error: &by_hand::ClaimError) -> Option<Details<'_>> {
    let by_hand::ClaimError::Validation { fields } = error else {
        return None;
    };
    let fields = fields.iter().map(|error| Broken {
        field: &error.field,
        message: &error.message,
        code: error.code.as_deref(),
    });
    Some(Details {
        fields: fields.collect(),
    })
}

fn with_struct(error: &by_hand::ClaimError) -> Response {
    #[derive(Serialize)]
    struct Body<'a> {
        error: Inner<'a>,
    }

    #[derive(Serialize)]
    struct Inner<'a> {
        code: &'a str,
        message: Cow<'a, str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        details: Option<Details<'a>>,
    }

    let inner = Inner {
        code: error.code(),
        message: message(error),
        details: details(error),
    };
    (error.status(), [NO_STORE], Json(Body { error: inner })).into_response()
}

fn with_json_macro(error: &by_hand::ClaimError) -> Response {
    let (code, message) = (error.code(), message(error));
    let body = match details(error) {
        None => json!({"error": {"code": code, "message": message}}),
        Some(details) => {
            json!({"error": {"code": code, "message": message, "details": details}})
        }
    };
    (error.status(), [NO_STORE], Json(body)).into_response()
}

fn with_problem_details(error: &by_hand::ClaimError) -> Response {
    #[derive(Serialize)]
    struct Extensions<'a> {
        code: &'a str,
        #[serde(flatten, skip_serializing_if = "Option::is_none")]
        details: Option<Details<'a>>,
    }

    let extensions = Extensions {
        code: error.code(),
        details: details(error),
    };
    let problem = ProblemDetails::from_status_code(error.status())
        .with_detail(message(error))
        .with_extensions(extensions);
    ([NO_STORE], problem).into_response()
}

/// The errors of the cases, as `api-error` has them.
#[derive(Debug, thiserror::Error, ApiError)]
enum ClaimError {
    #[error("Another request edits this claim.")]
    #[api_error(status_code = 409, message(inherit))]
    Locked,
    #[error("No source is named '{name}'.")]
    #[api_error(status_code = 404, message(inherit))]
    UnknownSource { name: String },
}
