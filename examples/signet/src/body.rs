//! The body of a request, held to the very schema that the OpenAPI document has of it.

use std::marker::PhantomData;

use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::http::HeaderMap;
use errorbook::openapi::OpenApi;
use errorbook::{FieldError, FieldErrors, FieldPath};
use example_service::request::is_json;
use jsonschema::error::ValidationErrorKind;
use jsonschema::paths::LocationSegment;
use jsonschema::{ValidationError, Validator};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::credentials::{EVENT_ID_PATTERN, NONCE_PATTERN, PROOF_PATTERN, SERIAL_PATTERN};
use crate::errors::BodyError;
use crate::records::{EMAIL_PATTERN, USER_ID_PATTERN};

/// The largest body, in bytes.
pub const MAX_BYTES: usize = 65_536;

/// How many faults an answer names: those of a long array would make it longer than the request.
const MAX_FAULTS: usize = 20;

/// The forms of texts in bodies, in words.
const FORMS: [(&str, &str); 6] = [
    (EMAIL_PATTERN, "an e-mail address"),
    (
        SERIAL_PATTERN,
        "crd_ and 12 hexadecimal digits in lower case",
    ),
    (
        USER_ID_PATTERN,
        "usr_ and 12 hexadecimal digits in lower case",
    ),
    (PROOF_PATTERN, "64 hexadecimal digits in lower case"),
    (NONCE_PATTERN, "32 hexadecimal digits in lower case"),
    (
        EVENT_ID_PATTERN,
        "evt_ and 12 hexadecimal digits in lower case",
    ),
];

/// A body as axum has read it.
pub type Body = Result<Bytes, BytesRejection>;

/// The form that a body must have to be a `T`.
pub struct Form<T> {
    validator: Validator,
    content: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned + JsonSchema> Form<T> {
    /// The form that the schema of the type describes.
    ///
    /// # Panics
    /// If schemars makes something that is no schema.
    #[must_use]
    pub fn described() -> Self {
        let settings = OpenApi::V3_1.schema_settings().for_deserialize();
        let schema = settings.into_generator().into_root_schema_for::<T>();
        let options = jsonschema::options().should_validate_formats(true);
        Form {
            validator: options.build(schema.as_value()).expect("it is a schema"),
            content: PhantomData,
        }
    }

    /// Reads a body that says that it is JSON.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(&self, headers: &HeaderMap, body: Body) -> Result<T, BodyError> {
        if !is_json(headers) {
            return Err(BodyError::MediaType);
        }
        self.parse(&whole(body)?)
    }

    /// Reads the text of a body.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(&self, body: &[u8]) -> Result<T, BodyError> {
        let value: Value = serde_json::from_slice(body).map_err(malformed)?;
        if !value.is_object() {
            return Err(BodyError::NoObject);
        }
        let faults = self.validator.iter_errors(&value).take(MAX_FAULTS);
        let fields: FieldErrors = faults.map(|fault| field_error(&fault)).collect();
        if !fields.is_empty() {
            return Err(BodyError::Fields { fields });
        }
        serde_json::from_value(value).map_err(malformed)
    }
}

/// All of a body.
///
/// # Errors
/// 413 if it is too large, 400 if it broke off.
pub fn whole(body: Body) -> Result<Bytes, BodyError> {
    body.map_err(|rejection| match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => {
            BodyError::TooLarge {
                max_bytes: MAX_BYTES,
            }
        }
        other => BodyError::BrokenOff(other),
    })
}

fn malformed(source: serde_json::Error) -> BodyError {
    BodyError::Malformed {
        line: source.line(),
        column: source.column(),
        source,
    }
}

/// A fault in words that repeat nothing of the value, which may be very long.
fn field_error(fault: &ValidationError<'_>) -> FieldError {
    let mut path = FieldPath::default();
    for step in fault.instance_path() {
        path = match step {
            LocationSegment::Index(index) => path.index(index),
            LocationSegment::Property(key) => path.key(key.into_owned()),
        };
    }
    let message = match fault.kind() {
        ValidationErrorKind::Required { property } => {
            path = path.key(property.as_str().unwrap_or_default().to_owned());
            "This field is required".to_owned()
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let name = unexpected.first().map(String::as_str).unwrap_or_default();
            path = path.key(shortened(name));
            "There is no such field".to_owned()
        }
        // A choice of constants, or of formats.
        ValidationErrorKind::OneOfNotValid { .. } | ValidationErrorKind::AnyOf { .. } => {
            "The value is none of those that are allowed".to_owned()
        }
        // A regular expression is nothing that people read.
        ValidationErrorKind::Pattern { pattern } => {
            let form = FORMS.iter().find(|(known, _)| known == pattern);
            let form = form.map_or("of the form that is documented", |(_, form)| form);
            format!("The value is not {form}")
        }
        _ => fault.masked_with("The value").to_string(),
    };
    FieldError::new(path, message).with_code(fault.kind().keyword().to_owned())
}

fn shortened(name: &str) -> String {
    match name.char_indices().nth(50) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}
