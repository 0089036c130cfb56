//! The members of a JSON body, of which each knows its path and says what is wrong with it.

use std::convert::Infallible;
use std::sync::LazyLock;

use axum::Json;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody, JsonRejection};
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use errorbook::{FieldError, FieldErrors, FieldPath};
use example_service::request::is_json;
use jiff::Timestamp;
use regex::Regex;
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};
use serde_json::{Map, Value};

use crate::errors::ValidationError;
use crate::store::WorkflowId;
use crate::validate::{EMAIL, MAX_EMAIL, TIME, WORKFLOW_ID};

/// A request body as it comes, or what is wrong with it. Other things may be wrong with the request, and
/// come first: so nothing is made of it until the handler asks.
pub struct Body(Result<Json<Map<String, Value>>, JsonRejection>);

impl<S: Send + Sync> FromRequest<S> for Body {
    type Rejection = Infallible;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Infallible> {
        // The framework takes `application/problem+json` and the like as well.
        if !is_json(request.headers()) {
            request.headers_mut().remove(CONTENT_TYPE);
        }
        Ok(Body(Json::from_request(request, state).await))
    }
}

/// Reads a body as `whole` does, unless something is wrong with it.
///
/// # Errors
/// 400 if something has the wrong form, 422 if something breaks a rule.
pub fn read<T>(
    body: Body,
    whole: impl FnOnce(&Object<'_>, &mut Faults) -> Option<T>,
) -> Result<T, ValidationError> {
    let Json(members) = body.0?;
    let object = Object {
        members: &members,
        path: FieldPath::default(),
    };
    let mut faults = Faults::default();
    match whole(&object, &mut faults) {
        Some(whole) if faults.fields.is_empty() => Ok(whole),
        _ if faults.malformed => Err(ValidationError::Malformed(faults.fields)),
        _ => Err(ValidationError::Invalid(faults.fields)),
    }
}

impl From<JsonRejection> for ValidationError {
    fn from(source: JsonRejection) -> Self {
        let (part, message) = match &source {
            JsonRejection::MissingJsonContentType(_) => {
                ("Content-Type", "Must be application/json")
            }
            JsonRejection::JsonSyntaxError(_) => ("body", "Must be valid JSON"),
            JsonRejection::BytesRejection(BytesRejection::FailedToBufferBody(
                FailedToBufferBody::LengthLimitError(_),
            )) => ("body", "Must not be so large"),
            JsonRejection::BytesRejection(_) => ("body", "Must not break off"),
            _ => ("body", "Must be a JSON object"),
        };
        ValidationError::Unreadable {
            issues: FieldError::new(part, message).into(),
            source,
        }
    }
}

/// What is wrong with a body, in the order in which it was read.
#[derive(Debug, Default)]
pub struct Faults {
    fields: FieldErrors,
    /// Whether one of them is of the kind that 400 stands for.
    malformed: bool,
}

/// An object in a body.
#[derive(Debug)]
pub struct Object<'a> {
    members: &'a Map<String, Value>,
    path: FieldPath,
}

impl<'a> Object<'a> {
    /// A member that may be missing. One that is `null` is missing.
    #[must_use]
    pub fn member(&self, key: &'static str) -> Member<'a> {
        Member {
            value: self.members.get(key).filter(|value| !value.is_null()),
            path: self.path.clone().key(key),
        }
    }

    /// A member that must be there.
    pub fn required(&self, key: &'static str, faults: &mut Faults) -> Member<'a> {
        let member = self.member(key);
        if member.is_missing() {
            member.breaks("Required field is missing", faults);
        }
        member
    }
}

/// A member of an object, or an entry of a list. Its methods read a value that is there, and say of one
/// of the wrong kind what kind it must be.
#[derive(Debug)]
pub struct Member<'a> {
    value: Option<&'a Value>,
    path: FieldPath,
}

impl<'a> Member<'a> {
    /// Whether there is no value.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.value.is_none()
    }

    /// Whether there is no value, or a list without entries.
    #[must_use]
    pub fn is_missing_or_empty(&self) -> bool {
        self.value
            .is_none_or(|value| value.as_array().is_some_and(Vec::is_empty))
    }

    /// The value has the wrong form.
    fn is_malformed(&self, message: &'static str, faults: &mut Faults) {
        faults.malformed = true;
        self.breaks(message, faults);
    }

    /// The value breaks a rule.
    pub fn breaks(&self, message: impl Into<String>, faults: &mut Faults) {
        let fault = FieldError::new(self.path.clone(), message.into());
        faults.fields.push(fault);
    }

    fn of_kind<T>(
        &self,
        read: impl FnOnce(&'a Value) -> Option<T>,
        otherwise: &'static str,
        faults: &mut Faults,
    ) -> Option<T> {
        let read = read(self.value?);
        if read.is_none() {
            self.is_malformed(otherwise, faults);
        }
        read
    }

    /// A text of 1 to `max` characters.
    pub fn text(&self, max: usize, faults: &mut Faults) -> Option<String> {
        let text = self.of_kind(Value::as_str, "Must be a string", faults)?;
        if (1..=max).contains(&text.chars().count()) {
            return Some(text.to_owned());
        }
        self.breaks(format!("Must have between 1 and {max} characters"), faults);
        None
    }

    /// An email address.
    pub fn email(&self, faults: &mut Faults) -> Option<String> {
        let read = |value: &Value| {
            value
                .as_str()
                .filter(|text| is_email(text))
                .map(str::to_owned)
        };
        let email = self.of_kind(read, "Must be a valid email address", faults)?;
        // The form allows ASCII only.
        if email.len() <= MAX_EMAIL {
            return Some(email);
        }
        self.breaks(format!("Must have at most {MAX_EMAIL} characters"), faults);
        None
    }

    /// A time.
    pub fn time(&self, faults: &mut Faults) -> Option<Timestamp> {
        let read = |value: &Value| {
            let text = value.as_str().filter(|text| is_time(text))?;
            text.parse().ok()
        };
        let otherwise = "Must be a date and time such as 2024-01-15T10:00:00Z";
        self.of_kind(read, otherwise, faults)
    }

    /// The id of a workflow.
    pub fn workflow_id(&self, faults: &mut Faults) -> Option<WorkflowId> {
        let read = |value: &Value| WorkflowId::parse(value.as_str()?);
        self.of_kind(read, "Must be the id of a workflow", faults)
    }

    /// The name of something that there is.
    pub fn known<T: for<'de> Deserialize<'de>>(
        &self,
        faults: &mut Faults,
        unknown: impl FnOnce(&str) -> String,
    ) -> Option<T> {
        let name = self.of_kind(Value::as_str, "Must be a string", faults)?;
        let deserializer: StrDeserializer<'_, Error> = name.into_deserializer();
        let known = T::deserialize(deserializer).ok();
        if known.is_none() {
            self.breaks(unknown(&shortened(name)), faults);
        }
        known
    }

    /// An object.
    pub fn object(self, faults: &mut Faults) -> Option<Object<'a>> {
        let members = self.of_kind(Value::as_object, "Must be an object", faults)?;
        Some(Object {
            members,
            path: self.path,
        })
    }

    /// A list of at most `max` objects.
    pub fn list<T>(
        &self,
        max: usize,
        faults: &mut Faults,
        mut entry: impl FnMut(&Object<'a>, &mut Faults) -> Option<T>,
    ) -> Option<Vec<T>> {
        let values = self.of_kind(Value::as_array, "Must be an array", faults)?;
        if values.len() > max {
            // The faults of each entry would make the response longer than the request.
            self.breaks(format!("Must have at most {max} entries"), faults);
            return None;
        }
        let mut entries = Vec::new();
        for (index, value) in values.iter().enumerate() {
            let member = Member {
                value: Some(value),
                path: self.path.clone().index(index),
            };
            let object = member.object(faults);
            entries.extend(object.and_then(|object| entry(&object, faults)));
        }
        Some(entries)
    }
}

/// What a message repeats of a value, which may be very long.
fn shortened(value: &str) -> String {
    match value.char_indices().nth(50) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// Whether a text has the form of the id of a workflow.
pub(crate) fn is_workflow_id(text: &str) -> bool {
    static FORM: LazyLock<Regex> = LazyLock::new(|| regex(WORKFLOW_ID));

    FORM.is_match(text)
}

fn is_email(text: &str) -> bool {
    static FORM: LazyLock<Regex> = LazyLock::new(|| regex(EMAIL));

    FORM.is_match(text)
}

fn is_time(text: &str) -> bool {
    static FORM: LazyLock<Regex> = LazyLock::new(|| regex(TIME));

    FORM.is_match(text)
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("it is a regular expression")
}
