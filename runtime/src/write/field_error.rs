//! The fields of a request that break a rule.

use std::borrow::Cow;
use std::fmt;
use std::{slice, vec};

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::escape::push_escaped;
use super::field_path::FieldPath;
use super::field_style::FieldStyle;

/// One field of a request that breaks a rule: `{"field": .., "message": .., "code"?: ..}`.
///
/// ```
/// use errorbook::{FieldError, FieldPath};
///
/// let error = FieldError::new("claim", "Claim must not exceed 2000 characters").with_code("length");
/// assert_eq!(
///     serde_json::to_string(&error).unwrap(),
///     r#"{"field":"claim","message":"Claim must not exceed 2000 characters","code":"length"}"#
/// );
/// assert_eq!(error.to_string(), "claim: Claim must not exceed 2000 characters");
/// assert_eq!(error.path(), &FieldPath::new("claim"));
/// ```
///
/// A list of them is [`FieldErrors`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FieldError {
    path: FieldPath,
    message: Cow<'static, str>,
    code: Option<Cow<'static, str>>,
}

impl FieldError {
    /// The field at this path breaks a rule. Path and message are public.
    ///
    /// A text is the path to a member of the root object. Longer paths are built with [`FieldPath`].
    #[must_use]
    pub fn new(path: impl Into<FieldPath>, message: impl Into<Cow<'static, str>>) -> Self {
        FieldError {
            path: path.into(),
            message: message.into(),
            code: None,
        }
    }

    /// Sets a machine-readable name of the rule, which is public.
    #[must_use]
    pub fn with_code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// The path to the field.
    #[must_use]
    pub fn path(&self) -> &FieldPath {
        &self.path
    }

    /// What is wrong with the field.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The name of the rule.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// Writes the same as `Serialize`, but eight bytes of a text at a time.
    fn push_json(&self, style: FieldStyle, body: &mut Vec<u8>) {
        body.extend_from_slice(br#"{"field":""#);
        self.path.push_json(style, body);
        body.extend_from_slice(br#"","message":""#);
        push_escaped(body, &self.message);
        if let Some(code) = &self.code {
            body.extend_from_slice(br#"","code":""#);
            push_escaped(body, code);
        }
        body.extend_from_slice(br#""}"#);
    }
}

/// `claim: Claim must not exceed 2000 characters`, for a log.
impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

// By hand, because serde's derive would be one more dependency of everybody.
impl Serialize for FieldError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let length = 2 + usize::from(self.code.is_some());
        let mut members = serializer.serialize_struct("FieldError", length)?;
        members.serialize_field("field", &self.path)?;
        members.serialize_field("message", &self.message)?;
        match &self.code {
            Some(code) => members.serialize_field("code", code)?,
            None => members.skip_field("code")?,
        }
        members.end()
    }
}

/// The fields of a request that break a rule: the type of a detail.
///
/// ```
/// use errorbook::{ApiError, Context, FieldError, FieldErrors, FieldPath, envelope, render};
///
/// envelope! {
///     Claims: "application/json" {
///         fields = pointer;
///         "code": code,
///         "errors"?: details,
///     }
/// }
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 422, code = "INVALID", envelope = Claims)]
/// struct Invalid(#[api_error(detail = "fields")] FieldErrors);
///
/// let path = FieldPath::new("items").index(0).key("name");
/// let fields = FieldErrors::new()
///     .with(FieldError::new("claim", "The field is required"))
///     .with(FieldError::new(path, "The value is too long").with_code("length"));
/// assert_eq!(
///     render(&Invalid(fields), &Context::new()).body(),
///     r#"{"code":"INVALID","errors":{"fields":[{"field":"/claim","message":"The field is required"},{"field":"/items/0/name","message":"The value is too long","code":"length"}]}}"#
/// );
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    /// No field breaks a rule.
    #[must_use]
    pub const fn new() -> Self {
        FieldErrors(Vec::new())
    }

    /// Adds one.
    #[must_use]
    pub fn with(mut self, error: FieldError) -> Self {
        self.push(error);
        self
    }

    /// Adds one.
    pub fn push(&mut self, error: FieldError) {
        self.0.push(error);
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them in order.
    pub fn iter(&self) -> slice::Iter<'_, FieldError> {
        self.0.iter()
    }

    /// Gives each struct's field that a path goes through the name that clients know, whatever the envelope says of names.
    ///
    /// This concerns the steps that are [fields](FieldPath::field), such as those in the reports of garde and validator.
    /// Keys and elements stay as they are.
    ///
    /// ```
    /// use errorbook::{FieldError, FieldErrors, FieldPath};
    ///
    /// let path = FieldPath::default().field("kind").key("kind");
    /// let errors = FieldErrors::from(FieldError::new(path, "The kind is not known"));
    /// let errors = errors.map_names(|name| if name == "kind" { "type".into() } else { name.to_owned() });
    /// assert_eq!(errors.to_string(), "type.kind: The kind is not known");
    /// ```
    #[must_use]
    pub fn map_names<N: Into<Cow<'static, str>>>(
        mut self,
        mut rename: impl FnMut(&str) -> N,
    ) -> Self {
        for error in &mut self.0 {
            error.path.rename(&mut |name| rename(name).into());
        }
        self
    }

    /// Sorts by the paths. What is wrong with one field stays in its order.
    #[cfg(any(feature = "garde", feature = "validator"))]
    pub(crate) fn sort(&mut self) {
        self.0.sort_by(|a, b| a.path.order(&b.path));
    }

    /// Writes the same as `Serialize`, but faster.
    pub(crate) fn push_json(&self, style: FieldStyle, body: &mut Vec<u8>) {
        body.push(b'[');
        for (index, error) in self.iter().enumerate() {
            if index > 0 {
                body.push(b',');
            }
            error.push_json(style, body);
        }
        body.push(b']');
    }
}

/// `claim: The field is required; items[0].name: The value is too long`, for a log.
impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, error) in self.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{error}")?;
        }
        Ok(())
    }
}

impl Serialize for FieldErrors {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl From<FieldError> for FieldErrors {
    fn from(error: FieldError) -> Self {
        FieldErrors(vec![error])
    }
}

impl From<Vec<FieldError>> for FieldErrors {
    fn from(errors: Vec<FieldError>) -> Self {
        FieldErrors(errors)
    }
}

impl<const N: usize> From<[FieldError; N]> for FieldErrors {
    fn from(errors: [FieldError; N]) -> Self {
        FieldErrors(errors.into())
    }
}

impl FromIterator<FieldError> for FieldErrors {
    fn from_iter<I: IntoIterator<Item = FieldError>>(errors: I) -> Self {
        FieldErrors(errors.into_iter().collect())
    }
}

impl Extend<FieldError> for FieldErrors {
    fn extend<I: IntoIterator<Item = FieldError>>(&mut self, errors: I) {
        self.0.extend(errors);
    }
}

impl IntoIterator for FieldErrors {
    type Item = FieldError;
    type IntoIter = vec::IntoIter<FieldError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a FieldErrors {
    type Item = &'a FieldError;
    type IntoIter = slice::Iter<'a, FieldError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::{FieldError, FieldErrors, FieldPath, FieldStyle};
    use crate::write::FieldNotation;

    #[test]
    fn json_that_is_written_directly_is_what_serde_json_writes() {
        let path = FieldPath::new("a.b").index(0).key("c\"\\\n/~é").key("d");
        let errors = FieldErrors::new()
            .with(FieldError::new("a", "is \"too\" long\n"))
            .with(FieldError::new(path, "no").with_code("l\\ength"));
        for notation in [
            FieldNotation::Bracketed,
            FieldNotation::Dotted,
            FieldNotation::Pointer,
        ] {
            let style = FieldStyle::from(notation);
            let _in_style = style.enter();
            let mut json = Vec::new();
            errors.push_json(style, &mut json);
            assert_eq!(json, serde_json::to_vec(&errors).unwrap());
        }
    }
}
