//! Reports as the sources of variants.

use std::error::Error;
use std::sync::Arc;

use errorbook::openapi::OpenApi;
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet, envelope};
use errorbook_tests::{body, respond};
use garde::{Path, Report};
use serde_json::json;
use validator::{ValidationError, ValidationErrors};

fn garde_report() -> Report {
    let mut report = Report::new();
    report.append(Path::new("text"), garde::Error::new("too short"));
    report
}

fn validator_errors() -> ValidationErrors {
    let mut errors = ValidationErrors::new();
    errors.add("text", ValidationError::new("length"));
    errors
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum ClaimError {
    /// The claim is not valid.
    #[api_error(status = 422)]
    Invalid(#[from] garde::Report),
    #[api_error(status = 400, message = "Look at the fields")]
    Unfit {
        #[from]
        errors: ValidationErrors,
    },
}

#[test]
fn a_report_in_a_variant_is_the_fields_of_the_response() {
    let error = ClaimError::from(garde_report());
    assert_eq!(
        respond(&error),
        "422\ncache-control: no-store\ncontent-type: application/json\n\n\
         {\"error\":{\"code\":\"INVALID\",\"message\":\"The claim is not valid.\",\
         \"details\":{\"fields\":[{\"field\":\"text\",\"message\":\"too short\"}]}}}"
    );
    assert_eq!(error.source().unwrap().to_string(), "text: too short\n");
    assert_eq!(error.to_string(), "The claim is not valid.");

    let error = ClaimError::from(validator_errors());
    assert_eq!(
        body(&error),
        "{\"error\":{\"code\":\"UNFIT\",\"message\":\"Look at the fields\",\"details\":{\"fields\":[\
         {\"field\":\"text\",\"message\":\"The value is not valid\",\"code\":\"length\"}]}}}"
    );
    let boxed: Box<ClaimError> = validator_errors().into();
    assert_eq!(body(&boxed), body(&error));
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum PointerError {
    #[api_error(status = 422)]
    Boxed(#[from] Box<ValidationErrors>),
    #[api_error(status = 422)]
    Shared(#[from] Arc<Report>),
    #[api_error(status = 422)]
    Optional(#[from] Option<Report>),
}

#[test]
fn a_report_behind_a_pointer_is_the_fields_too() {
    let fields = "{\"fields\":[{\"field\":\"text\",\"message\":\"too short\"}]}";
    let details = |code: &str| {
        format!(
            "{{\"error\":{{\"code\":\"{code}\",\"message\":\"Unprocessable Entity\",\"details\":{fields}}}}}"
        )
    };
    assert_eq!(
        body(&PointerError::Shared(Arc::new(garde_report()))),
        details("SHARED")
    );
    assert_eq!(
        body(&PointerError::from(garde_report())),
        details("OPTIONAL")
    );
    assert_eq!(
        body(&PointerError::Optional(None)),
        r#"{"error":{"code":"OPTIONAL","message":"Unprocessable Entity"}}"#
    );
    let boxed = PointerError::from(Box::new(validator_errors()));
    assert!(body(&boxed).contains(r#""details":{"fields":[{"field":"text""#));
}

#[derive(Debug, ApiError, thiserror::Error)]
#[api_error(envelope = ErrorObject)]
enum BesideThiserror {
    #[error("refused")]
    #[api_error(status = 422)]
    Invalid(#[from] garde::Report),
}

#[test]
fn a_report_is_the_fields_beside_thiserror() {
    assert_eq!(
        body(&BesideThiserror::from(garde_report())),
        r#"{"error":{"code":"INVALID","message":"Unprocessable Entity","details":{"fields":[{"field":"text","message":"too short"}]}}}"#
    );
}

/// An error with the name of a report.
mod other {
    #[derive(Debug, thiserror::Error)]
    #[error("host db-7 does not answer")]
    pub struct Report;

    #[derive(Debug, thiserror::Error)]
    #[error("host db-8 does not answer")]
    pub struct ValidationErrors;
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum PrivateError {
    #[api_error(status = 400)]
    Report(#[from] other::Report),
    #[api_error(status = 400)]
    Errors(#[from] other::ValidationErrors),
    #[api_error(status = 422)]
    OnlyForLogs(#[source] garde::Report),
    /// What the service itself made is not valid.
    #[api_error(status = 500)]
    Ours(#[from] ValidationErrors),
}

#[test]
fn other_sources_stay_private() {
    for (error, code, message) in [
        (other::Report.into(), "REPORT", "Bad Request"),
        (other::ValidationErrors.into(), "ERRORS", "Bad Request"),
        (
            PrivateError::OnlyForLogs(garde_report()),
            "ONLY_FOR_LOGS",
            "Unprocessable Entity",
        ),
        (
            PrivateError::from(validator_errors()),
            "OURS",
            "Internal Server Error",
        ),
    ] {
        assert_eq!(
            body(&error),
            format!("{{\"error\":{{\"code\":\"{code}\",\"message\":\"{message}\"}}}}")
        );
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum OuterError<T: std::fmt::Debug + 'static> {
    #[api_error(status = 404)]
    Gone(std::marker::PhantomData<T>),
    #[api_error(status = 422)]
    Wrong(#[from] garde::Report),
    #[api_error(transparent)]
    Claim(ClaimError),
}

#[test]
fn a_report_in_a_generic_type_and_in_a_transparent_variant_is_the_fields() {
    let _ = OuterError::<u8>::Gone(std::marker::PhantomData);
    let own = OuterError::<u8>::from(garde_report());
    let nested = OuterError::<u8>::Claim(garde_report().into());
    for error in [own, nested] {
        assert!(
            body(&error)
                .ends_with(r#""details":{"fields":[{"field":"text","message":"too short"}]}}}"#)
        );
    }
}

envelope! {
    Spread: "application/json" {
        fields = dotted;
        "code": code,
        ..details,
    }
}

static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[ClaimError::ERRORS]);
static OPTIONAL: Catalog = Catalog::new("Claims", "1.0.0", &[PointerError::ERRORS]);

#[test]
fn documents_describe_the_fields() {
    let responses = CATALOG.responses::<ClaimError>(OpenApi::V3_1);
    assert_eq!(
        responses["422"]["content"]["application/json"]["examples"]["INVALID"]["value"],
        json!({"error": {
            "code": "INVALID",
            "message": "The claim is not valid.",
            "details": {"fields": [{"field": "name", "message": "The field is required"}]},
            "request_id": "req_0123456789",
        }})
    );
    let mut document = json!({"openapi": "3.1.1"});
    errorbook::openapi::merge(&mut document, &CATALOG).unwrap();
    let schemas = &document["components"]["schemas"];
    let error = &schemas["INVALID"];
    assert_eq!(
        error["properties"]["details"],
        json!({
            "type": "object",
            "properties": {"fields": {"type": "array", "items": {"$ref": "#/components/schemas/FieldError"}}},
            "required": ["fields"],
        })
    );
    assert!(
        error["required"]
            .as_array()
            .unwrap()
            .contains(&json!("details"))
    );
    assert!(schemas["FieldError"].is_object());
}

#[test]
fn fields_that_may_be_missing_are_not_required() {
    let mut document = json!({"openapi": "3.1.1"});
    errorbook::openapi::merge(&mut document, &OPTIONAL).unwrap();
    let schema = document["components"]["schemas"]["OPTIONAL"].to_string();
    assert!(schema.contains("FieldError"), "{schema}");
    assert!(!schema.contains(r#""required":["fields"]"#), "{schema}");
}

#[derive(Debug, ApiError)]
#[api_error(status = 422, envelope = Spread)]
struct SpreadError(#[from] Report);

#[test]
fn fields_are_spread_among_the_members() {
    assert_eq!(
        body(&SpreadError(garde_report())),
        r#"{"code":"SPREAD_ERROR","fields":[{"field":"text","message":"too short"}]}"#
    );
}
