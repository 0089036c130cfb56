//! One field of a request that breaks a rule, and the path to it.

use std::borrow::Cow;
use std::fmt::{self, Write};

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::escape::push_escaped;

/// One field of a request that breaks a rule: `{"field": .., "message": .., "code"?: ..}`.
///
/// ```
/// use errorbook::FieldError;
///
/// let error = FieldError::new("claim", "Claim must not exceed 2000 characters").code("length");
/// assert_eq!(
///     serde_json::to_string(&error).unwrap(),
///     r#"{"field":"claim","message":"Claim must not exceed 2000 characters","code":"length"}"#
/// );
/// assert_eq!(error.to_string(), "claim: Claim must not exceed 2000 characters");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldError {
    field: Cow<'static, str>,
    message: Cow<'static, str>,
    code: Option<Cow<'static, str>>,
}

impl FieldError {
    /// The field at this path breaks a rule. Both texts are public.
    ///
    /// A path with several steps is best built with [`FieldPath`].
    #[must_use]
    pub fn new(field: impl Into<Cow<'static, str>>, message: impl Into<Cow<'static, str>>) -> Self {
        FieldError {
            field: field.into(),
            message: message.into(),
            code: None,
        }
    }

    /// A machine-readable name of the rule.
    #[must_use]
    pub fn code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        self.code = Some(code.into());
        self
    }
}

/// `claim: Claim must not exceed 2000 characters`, for a log.
impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.message)
    }
}

// By hand, because serde's derive would be one more dependency of everybody.
impl Serialize for FieldError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = 2 + usize::from(self.code.is_some());
        let mut members = serializer.serialize_struct("FieldError", length)?;
        members.serialize_field("field", &self.field)?;
        members.serialize_field("message", &self.message)?;
        match &self.code {
            Some(code) => members.serialize_field("code", code)?,
            None => members.skip_field("code")?,
        }
        members.end()
    }
}

impl FieldError {
    /// Writes what `Serialize` says, eight bytes of a text at a time.
    pub(crate) fn push_json(&self, body: &mut Vec<u8>) {
        body.extend_from_slice(br#"{"field":""#);
        push_escaped(body, &self.field);
        body.extend_from_slice(br#"","message":""#);
        push_escaped(body, &self.message);
        if let Some(code) = &self.code {
            body.extend_from_slice(br#"","code":""#);
            push_escaped(body, code);
        }
        body.extend_from_slice(br#""}"#);
    }
}

/// Lists of field errors that serialize as lists. Sealed.
#[doc(hidden)]
pub trait FieldErrors {
    fn list(&self) -> &[FieldError];
}

impl FieldErrors for [FieldError] {
    fn list(&self) -> &[FieldError] {
        self
    }
}

impl FieldErrors for Vec<FieldError> {
    fn list(&self) -> &[FieldError] {
        self
    }
}

impl<T: FieldErrors + ?Sized> FieldErrors for &T {
    fn list(&self) -> &[FieldError] {
        (**self).list()
    }
}

/// The way from the root of a request body to one of its fields, in both common notations.
///
/// ```
/// use errorbook::FieldPath;
///
/// let path = FieldPath::new("items").index(0).key("name");
/// assert_eq!(path.bracketed(), "items[0].name");
/// assert_eq!(path.dotted(), "items.0.name");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FieldPath {
    steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Step {
    Key(Cow<'static, str>),
    Index(usize),
}

impl FieldPath {
    /// The path to a member of the root object.
    #[must_use]
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        FieldPath::default().key(key)
    }

    /// A step to a member of an object.
    #[must_use]
    pub fn key(mut self, key: impl Into<Cow<'static, str>>) -> Self {
        self.steps.push(Step::Key(key.into()));
        self
    }

    /// A step to an element of an array, counted from 0.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.steps.push(Step::Index(index));
        self
    }

    /// The path as in `items[0].name`.
    #[must_use]
    pub fn bracketed(&self) -> String {
        self.notation(|text, index| write!(text, "[{index}]"))
    }

    /// The path as in `items.0.name`.
    #[must_use]
    pub fn dotted(&self) -> String {
        self.notation(|text, index| {
            let dot = if text.is_empty() { "" } else { "." };
            write!(text, "{dot}{index}")
        })
    }

    fn notation(&self, push_index: impl Fn(&mut String, usize) -> std::fmt::Result) -> String {
        let mut text = String::new();
        for step in &self.steps {
            match step {
                Step::Key(key) => {
                    if !text.is_empty() {
                        text.push('.');
                    }
                    text.push_str(key);
                }
                // Writing into a `String` does not fail.
                Step::Index(index) => drop(push_index(&mut text, *index)),
            }
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::FieldError;

    #[test]
    fn json_that_is_written_directly_is_what_serde_json_writes() {
        let plain = FieldError::new("a.b[0]", "is \"too\" long\n");
        for error in [plain.clone(), plain.code("l\\ength")] {
            let mut json = Vec::new();
            error.push_json(&mut json);
            assert_eq!(json, serde_json::to_vec(&error).unwrap());
        }
    }
}
