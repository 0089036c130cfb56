//! No rejected value and no Rust type name gets out, whatever the rule.

use std::borrow::Cow;

use errorbook::{ApiError, Context, FrameworkError, envelope, render};
use serde::Serialize;
use validator::Validate as _;

envelope! {
    All: "application/json" {
        header "X-Message" = message;
        fields = pointer;
        field_names = "camelCase";
        "code": code,
        "title": title,
        "message": message,
        "summary"?: summary,
        "details": details,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = All)]
enum SecretError {
    /// The request is not valid.
    #[api_error(status = 422)]
    Garde(#[from] garde::Report),
    /// The request is not valid.
    #[api_error(status = 422)]
    Validator(#[from] validator::ValidationErrors),
}

const SECRETS: [&str; 6] = [
    "hunter2-secret",
    "other-secret",
    "4242424242424242",
    "987654",
    "TypeNameOf",
    "custom-secret",
];

fn secret() -> String {
    "hunter2-secret".to_owned()
}

#[derive(garde::Validate)]
struct GardeTypeNameOf {
    #[garde(length(max = 1))]
    length: String,
    #[garde(range(max = 1))]
    range: u64,
    #[garde(ascii, alphanumeric)]
    ascii: String,
    #[garde(contains("@"))]
    contains: String,
    #[garde(prefix("a"), suffix("b"))]
    ends: String,
    #[garde(matches(length))]
    matches: String,
    #[garde(required)]
    required: Option<u8>,
    #[garde(ip, ipv4)]
    ip: String,
    #[garde(inner(length(max = 1)))]
    inner: Vec<String>,
    #[garde(custom(too_weak))]
    custom: String,
    #[garde(skip)]
    skipped: String,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "garde's signature")]
fn too_weak(_: &str, (): &()) -> garde::Result {
    Err(garde::Error::new("the password is weak"))
}

#[derive(validator::Validate)]
struct ValidatorTypeNameOf {
    #[validate(length(max = 1))]
    length: String,
    #[validate(range(max = 1))]
    range: u64,
    #[validate(range(max = 1.5, code = "own"))]
    coded: f64,
    #[validate(email)]
    email: String,
    #[validate(url)]
    url: String,
    #[validate(ip)]
    ip: String,
    #[validate(must_match(other = "other"))]
    matches: String,
    other: String,
    #[validate(contains(pattern = "@"))]
    contains: String,
    #[validate(does_not_contain(pattern = "-"))]
    does_not_contain: String,
    #[validate(custom(function = "custom"))]
    custom: String,
    #[validate(custom(function = "of_number"))]
    number: u64,
    #[validate(length(equal = 9))]
    list: Vec<Inner>,
    #[validate(length(min = 9, code = "own"))]
    coded_length: Cow<'static, str>,
    #[validate(nested)]
    nested: Inner,
}

#[derive(validator::Validate, Serialize)]
#[validate(schema(function = "schema"))]
struct Inner {
    value: String,
}

fn custom(value: &str) -> Result<(), validator::ValidationError> {
    let mut error = validator::ValidationError::new("weak");
    // What its author adds, under the names of rules' own parameters.
    for name in ["min", "max", "equal", "other", "needle", "value", "hint"] {
        error.add_param(name.into(), &format!("custom-secret {value}"));
    }
    Err(error)
}

fn of_number(value: u64) -> Result<(), validator::ValidationError> {
    let mut error = validator::ValidationError::new("odd");
    error.add_param("rejected".into(), &value);
    Err(error)
}

fn schema(value: &Inner) -> Result<(), validator::ValidationError> {
    let mut error = validator::ValidationError::new("schema");
    error.add_param("whole".into(), value);
    Err(error)
}

fn reports() -> (garde::Report, validator::ValidationErrors) {
    let garde = GardeTypeNameOf {
        length: secret(),
        range: 987_654,
        ascii: "hunter2-secret-é".to_owned(),
        contains: secret(),
        ends: secret(),
        matches: "other-secret".to_owned(),
        required: None,
        ip: secret(),
        inner: vec![secret()],
        custom: secret(),
        skipped: secret(),
    };
    let _ = &garde.skipped;
    let inner = || Inner { value: secret() };
    let validator = ValidatorTypeNameOf {
        length: secret(),
        range: 4_242_424_242_424_242,
        coded: 987_654.0,
        email: secret(),
        url: secret(),
        ip: secret(),
        matches: secret(),
        other: "other-secret".to_owned(),
        contains: secret(),
        does_not_contain: secret(),
        custom: secret(),
        number: 987_654,
        list: vec![inner()],
        coded_length: "hunter2".into(),
        nested: inner(),
    };
    (
        garde::Validate::validate(&garde).unwrap_err(),
        validator::Validate::validate(&validator).unwrap_err(),
    )
}

fn assert_no_secret(text: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "`{secret}` in {text}");
    }
}

#[test]
fn no_rejected_value_and_no_type_name_is_in_a_response() {
    let (garde, validator) = reports();
    assert_eq!(garde.iter().count(), 13);
    assert_eq!(validator.errors().len(), 14);
    for error in [SecretError::from(garde), SecretError::from(validator)] {
        let response = render(&error, &Context::new());
        assert_no_secret(&format!("{:?}", response.headers()));
        assert_no_secret(std::str::from_utf8(response.body()).unwrap());
    }
}

#[test]
fn no_rejected_value_is_public_in_a_rejection() {
    let (garde, validator) = reports();
    for error in [FrameworkError::from(garde), FrameworkError::from(validator)] {
        assert_eq!(error.text(), Some("The request is not valid"));
        assert_no_secret(&error.fields().to_string());
        assert_no_secret(&serde_json::to_string(error.fields()).unwrap());
        // The whole is for logs.
        let source = std::error::Error::source(&error).unwrap();
        assert!(source.to_string().len() > 100);
    }
}
