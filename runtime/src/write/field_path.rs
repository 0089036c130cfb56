//! The way from the root of a request body to one of its fields, and how it is written.

use std::borrow::Cow;
#[cfg(any(feature = "garde", feature = "validator"))]
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use serde::ser::{Serialize, Serializer};

use super::escape::push_escaped;
use super::field_style::{FieldNotation, FieldStyle};
use super::message::{Direct, DirectText};

/// The path from the root of a request body to one of its fields.
///
/// A path keeps its steps. Rendering turns them into text, in the notation that the envelope chooses with
/// `fields = ..;`. No two paths have the same text: a key that could be mistaken for something else is quoted or
/// escaped.
///
/// ```
/// use errorbook::FieldPath;
///
/// let path = FieldPath::new("items").index(0).key("name");
/// assert_eq!(path.bracketed(), "items[0].name");
/// assert_eq!(path.dotted(), "items.0.name");
/// assert_eq!(path.pointer(), "/items/0/name");
///
/// let path = FieldPath::new("items").index(0).key("first.name");
/// assert_eq!(path.bracketed(), r#"items[0]["first.name"]"#);
/// assert_eq!(path.dotted(), r#"items.0."first.name""#);
/// assert_eq!(path.pointer(), "/items/0/first.name");
/// ```
///
/// In most places, you can use a text for a path of one key. An empty path, [`FieldPath::default`], is the whole body.
/// Outside an envelope, a path serializes in the default notation, with brackets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FieldPath {
    /// Most paths have one step, which needs no allocation.
    first: Option<Step>,
    others: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    Key(Cow<'static, str>),
    /// The Rust name of a struct's field, which the envelope may write in another case.
    Field(Cow<'static, str>),
    Index(usize),
}

impl Step {
    /// What steps are compared by. A field is the key that has its name.
    fn identity(&self) -> (Option<usize>, &str) {
        match self {
            Step::Key(name) | Step::Field(name) => (None, name),
            Step::Index(index) => (Some(*index), ""),
        }
    }
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Step {}

impl Hash for Step {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

impl FieldPath {
    /// The path to a member of the root object.
    #[must_use]
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        FieldPath::default().key(key)
    }

    /// A step to a member of an object.
    #[must_use]
    pub fn key(self, key: impl Into<Cow<'static, str>>) -> Self {
        self.step(Step::Key(key.into()))
    }

    /// A step to an element of an array, counted from 0.
    #[must_use]
    pub fn index(self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    /// A step to the member that a struct's field with this Rust name is. An envelope with a `field_names` line writes the
    /// name in another case; without one, it is the same as [`key`](Self::key).
    ///
    /// ```
    /// use errorbook::{ApiError, Context, FieldError, FieldErrors, FieldPath, envelope, render};
    ///
    /// envelope! {
    ///     Claims: "application/json" {
    ///         field_names = "camelCase";
    ///         "errors": details,
    ///     }
    /// }
    ///
    /// #[derive(Debug, ApiError)]
    /// #[api_error(status = 422, envelope = Claims)]
    /// struct Invalid(#[api_error(details)] FieldErrors);
    ///
    /// let path = FieldPath::new("by_id").key("sku_7").field("unit_price");
    /// let errors = FieldErrors::from(FieldError::new(path, "The price is too low"));
    /// assert_eq!(
    ///     render(&Invalid(errors), &Context::new()).body(),
    ///     r#"{"errors":[{"field":"by_id.sku_7.unitPrice","message":"The price is too low"}]}"#
    /// );
    /// ```
    #[must_use]
    pub fn field(self, name: impl Into<Cow<'static, str>>) -> Self {
        self.step(Step::Field(name.into()))
    }

    /// The path as in `items[0].name`. A key is a JSON string in brackets, as in `items[0]["first.name"]`, if it is empty,
    /// looks like an index, or contains a dot, a bracket, a quote, a backslash or white space.
    #[must_use]
    pub fn bracketed(&self) -> String {
        self.text(FieldNotation::Bracketed)
    }

    /// The path as in `items.0.name`. A key that [`bracketed`](Self::bracketed) would quote is a JSON string:
    /// `items.0."first.name"`.
    #[must_use]
    pub fn dotted(&self) -> String {
        self.text(FieldNotation::Dotted)
    }

    /// The path as a JSON Pointer (RFC 6901), as in `/items/0/name`. In a key `~` is `~0` and `/` is `~1`.
    ///
    /// In a JSON Pointer, the key `0` of an object and the first element of an array look the same. A body has only one of
    /// them in that place.
    #[must_use]
    pub fn pointer(&self) -> String {
        self.text(FieldNotation::Pointer)
    }

    /// The key that the path ends with.
    #[cfg(feature = "axum")]
    pub(crate) fn last_key(&self) -> Option<&str> {
        match self.others.last().or(self.first.as_ref()) {
            Some(Step::Key(key)) => Some(key),
            _ => None,
        }
    }

    fn step(mut self, step: Step) -> Self {
        if self.first.is_none() {
            self.first = Some(step);
        } else {
            self.others.push(step);
        }
        self
    }

    /// Which path comes first, step by step: keys by their letters, then elements by their numbers.
    #[cfg(any(feature = "garde", feature = "validator"))]
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        self.steps()
            .map(Step::identity)
            .cmp(other.steps().map(Step::identity))
    }

    #[inline]
    fn steps(&self) -> impl Iterator<Item = &Step> {
        self.first.iter().chain(&self.others)
    }

    /// Replaces the names of fields.
    pub(crate) fn rename(&mut self, rename: &mut impl FnMut(&str) -> Cow<'static, str>) {
        for step in self.first.iter_mut().chain(&mut self.others) {
            if let Step::Field(name) = step {
                *step = Step::Key(rename(name));
            }
        }
    }

    fn text(&self, style: impl Into<FieldStyle>) -> String {
        let mut text = String::new();
        self.write(style.into(), &mut |part, _| text.push_str(part));
        text
    }

    /// Writes the path inside of a JSON string.
    #[inline]
    pub(crate) fn push_json(&self, style: FieldStyle, body: &mut Vec<u8>) {
        self.write(style, &mut |part, as_it_is| {
            if as_it_is {
                body.extend_from_slice(part.as_bytes());
            } else {
                push_escaped(body, part);
            }
        });
    }

    /// Hands over the parts of the path, and whether each is the same inside of a JSON string.
    #[inline]
    fn write(&self, style: FieldStyle, push: &mut impl FnMut(&str, bool)) {
        let notation = style.notation;
        let mut dot = "";
        for step in self.steps() {
            match step {
                Step::Key(key) => push_key(key, notation, dot, push),
                Step::Field(name) => push_key(&(style.names)(name), notation, dot, push),
                Step::Index(index) => {
                    let (before, after) = match notation {
                        FieldNotation::Bracketed => ("[", "]"),
                        FieldNotation::Dotted => (dot, ""),
                        FieldNotation::Pointer => ("/", ""),
                    };
                    push(before, true);
                    index.with_text(|direct| {
                        if let Direct::Bare(digits) = direct {
                            push(std::str::from_utf8(digits).unwrap_or_default(), true);
                        }
                    });
                    push(after, true);
                }
            }
            dot = ".";
        }
    }
}

/// Hands over the parts of a key, behind `dot` where the notation has dots.
#[inline]
fn push_key(key: &str, notation: FieldNotation, dot: &str, push: &mut impl FnMut(&str, bool)) {
    match notation {
        FieldNotation::Pointer => {
            push("/", true);
            push_token(key, push);
        }
        _ if is_plain(key) => {
            push(dot, true);
            push(key, true);
        }
        FieldNotation::Bracketed => {
            push("[", true);
            push(&quoted(key), false);
            push("]", true);
        }
        FieldNotation::Dotted => {
            push(dot, true);
            push(&quoted(key), false);
        }
    }
}

/// Whether a key is written as it is between dots and brackets, also inside of a JSON string.
fn is_plain(key: &str) -> bool {
    let (mut has_other_than_digits, mut is_ascii) = (false, true);
    for byte in key.bytes() {
        // White space, control characters, and what other steps begin or end with.
        if byte <= b' ' || matches!(byte, b'.' | b'[' | b']' | b'"' | b'\\' | 0x7f) {
            return false;
        }
        has_other_than_digits |= !byte.is_ascii_digit();
        is_ascii &= byte < 0x80;
    }
    has_other_than_digits && (is_ascii || !key.contains(is_odd))
}

/// Whether a letter beyond ASCII is not seen: white space, control and format characters, variation selectors.
fn is_odd(letter: char) -> bool {
    !letter.is_ascii()
        && (letter.is_whitespace()
            || letter.is_control()
            || matches!(
                letter,
                '\u{ad}'
                    | '\u{61c}'
                    | '\u{180e}'
                    | '\u{200b}'..='\u{200f}'
                    | '\u{202a}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}'
                    | '\u{fe00}'..='\u{fe0f}'
                    | '\u{feff}'
                    | '\u{fff9}'..='\u{fffb}'
                    | '\u{e0000}'..='\u{e0fff}'
            ))
}

/// A key as a JSON string, odd letters escaped.
fn quoted(key: &str) -> String {
    let mut json = vec![b'"'];
    for part in key.split_inclusive(is_odd) {
        let odd = part.chars().next_back().filter(|letter| is_odd(*letter));
        push_escaped(&mut json, part.strip_suffix(is_odd).unwrap_or(part));
        for unit in odd
            .into_iter()
            .flat_map(|letter| letter.encode_utf16(&mut [0; 2]).to_vec())
        {
            json.extend_from_slice(format!("\\u{unit:04x}").as_bytes());
        }
    }
    json.push(b'"');
    String::from_utf8(json).unwrap_or_default()
}

/// A reference token of a JSON Pointer (RFC 6901, section 3).
fn push_token(key: &str, push: &mut impl FnMut(&str, bool)) {
    let mut rest = key;
    while let Some(at) = rest.find(['~', '/']) {
        push(&rest[..at], false);
        let is_tilde = rest[at..].starts_with('~');
        push(if is_tilde { "~0" } else { "~1" }, true);
        rest = &rest[at + 1..];
    }
    push(rest, false);
}

macro_rules! of_one_key {
    ($($text:ty),*) => {$(
        /// The path to a member of the root object.
        impl From<$text> for FieldPath {
            fn from(key: $text) -> Self {
                FieldPath::new(key)
            }
        }
    )*};
}

of_one_key!(&'static str, String, Cow<'static, str>);

/// In brackets, for a log.
impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.bracketed())
    }
}

impl Serialize for FieldPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text(FieldStyle::current()))
    }
}
