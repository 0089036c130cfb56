//! What clients may read of an error of serde's.
//!
//! Such an error is a text that holds the refused value, and often the name of a Rust type. It may also be a text of
//! the user's own `Deserialize`. So nothing of it is public but what is recognized word by word: the names of fields and
//! variants, and the expected types that [`expected`] knows.

use std::borrow::Cow;

use super::expected::{expected, from_str_failure};
use crate::write::{FieldError, FieldPath};

/// A name or key of this length can be public. A longer one is no name that somebody declared.
const MAX_NAME: usize = 64;
/// A list of names of this length can be public.
const MAX_LIST: usize = 400;

/// Where in a request the error is.
pub(crate) enum Place {
    /// At this path. The empty path is the whole.
    At(FieldPath),
    /// At no path that is known.
    Unknown,
}

/// What clients may read of an error of serde's.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The field that was refused, if it is known.
    pub field: Option<FieldError>,
    /// What was expected where the field is not known: `an object`.
    pub expected: Option<Cow<'static, str>>,
}

/// The forms of serde's own errors (`serde::de::Error`), and what is public of each.
#[derive(Debug, PartialEq, Eq)]
enum Form<'a> {
    /// `invalid type: string "x", expected u8`
    Type { expected: &'a str },
    /// ``invalid value: integer `7`, expected a nonzero u8``
    Value { expected: &'a str },
    /// `invalid length 2, expected an array of length 3`
    Length { expected: &'a str },
    /// ``unknown variant `x`, expected `a` or `b` ``
    Variant { expected: &'a str },
    /// ``unknown field `x`, expected `a` or `b` ``
    Unknown { name: &'a str },
    /// ``missing field `a` ``
    Missing { name: &'a str },
    /// ``duplicate field `a` ``
    Duplicate { name: &'a str },
}

impl Reading {
    /// Reads the text of an error, without a position at its end.
    pub(crate) fn new(text: &str, place: Place) -> Reading {
        let mut expects = None;
        let (child, message, code): (_, Cow<'static, str>, _) = match Form::read(text) {
            Some(Form::Missing { name }) => {
                (Some(name), "The field is required".into(), "required")
            }
            Some(Form::Unknown { name }) => {
                (Some(name), "The field is not known".into(), "unknown")
            }
            Some(Form::Duplicate { name }) => {
                (Some(name), "The field appears twice".into(), "duplicate")
            }
            Some(Form::Variant { expected }) => {
                expects = one_of(expected);
                (
                    None,
                    "The value is not one of those that are allowed".into(),
                    "value",
                )
            }
            Some(Form::Type { expected: text }) => {
                expects = expected(text);
                (None, "The value has the wrong type".into(), "type")
            }
            Some(Form::Value { expected: text }) => {
                expects = expected(text);
                (None, "The value is not valid".into(), "value")
            }
            Some(Form::Length { expected: text }) => {
                expects = expected(text);
                (None, "The value has the wrong length".into(), "length")
            }
            None => match from_str_failure(text) {
                Some((found, code)) => {
                    expects = Some(found.into());
                    (None, "".into(), code)
                }
                None => (None, "The value is not valid".into(), "value"),
            },
        };
        let message = match &expects {
            Some(expected) => format!("The value must be {expected}").into(),
            None => message,
        };
        let path = match (place, child) {
            (Place::At(path), Some(name)) => Some(path.key(name.to_owned())),
            (Place::At(path), None) => Some(path),
            (Place::Unknown, _) => None,
        };
        let field = path
            .filter(|path| *path != FieldPath::default())
            .map(|path| FieldError::new(path, message).with_code(code));
        Reading {
            field,
            expected: expects,
        }
    }
}

impl<'a> Form<'a> {
    fn read(text: &'a str) -> Option<Form<'a>> {
        if let Some(rest) = text.strip_prefix("missing field ") {
            return Some(Form::Missing {
                name: quoted(rest)?,
            });
        }
        if let Some(rest) = text.strip_prefix("duplicate field ") {
            return Some(Form::Duplicate {
                name: quoted(rest)?,
            });
        }
        if let Some(rest) = text.strip_prefix("unknown field ") {
            let name = match rest.strip_suffix(", there are no fields") {
                Some(name) => name,
                None => {
                    let (name, expected) = refused(rest)?;
                    names(expected)?;
                    name
                }
            };
            return Some(Form::Unknown {
                name: quoted(name)?,
            });
        }
        if let Some(rest) = text.strip_prefix("unknown variant ") {
            let (_, expected) = refused(rest)?;
            return Some(Form::Variant { expected });
        }
        if let Some(rest) = text.strip_prefix("invalid type: ") {
            return Some(Form::Type {
                expected: refused(rest)?.1,
            });
        }
        if let Some(rest) = text.strip_prefix("invalid value: ") {
            return Some(Form::Value {
                expected: refused(rest)?.1,
            });
        }
        let rest = text.strip_prefix("invalid length ")?;
        let (length, expected) = refused(rest)?;
        let is_number = length.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then_some(Form::Length { expected })
    }
}

/// What was refused, and what was expected. The request decides on the first, and nothing of it comes after the last
/// separator.
fn refused(text: &str) -> Option<(&str, &str)> {
    text.rsplit_once(", expected ")
}

/// The name between two backquotes.
fn quoted(text: &str) -> Option<&str> {
    let name = text.strip_prefix('`')?.strip_suffix('`')?;
    let is_name = !name.is_empty()
        && name.len() <= MAX_NAME
        && !name.contains(|letter: char| letter == '`' || letter.is_control());
    is_name.then_some(name)
}

/// The names in a list of serde's: `` `a` ``, `` `a` or `b` ``, ``one of `a`, `b`, `c` ``.
fn names(list: &str) -> Option<Vec<&str>> {
    if let Some(list) = list.strip_prefix("one of ") {
        return list.split(", ").map(quoted).collect();
    }
    match list.split_once(" or ") {
        Some((first, second)) => Some(vec![quoted(first)?, quoted(second)?]),
        None => Some(vec![quoted(list)?]),
    }
}

/// A list of names, for clients.
fn one_of(list: &str) -> Option<Cow<'static, str>> {
    let is_short = list.len() <= MAX_LIST && names(list).is_some();
    is_short.then(|| list.to_owned().into())
}
