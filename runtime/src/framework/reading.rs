//! What clients may read of an error of serde's.
//!
//! Such an error is a text that holds the refused value, and often the name of a Rust type. It can also be a text of the
//! user's own `Deserialize`. So only what is recognized word by word is public: what [`expected`] knows, and the
//! names of fields and variants. If the deserialization was watched, names come from the type's declaration.

use std::borrow::Cow;

use super::expected::{expected, from_str_failure};
use super::watch::Note;
use crate::write::{FieldError, FieldPath};

/// A longer name is not public: nobody declares it.
const MAX_NAME: usize = 64;
/// A longer key of the request is not public.
pub(super) const MAX_KEY: usize = 128;
/// A longer list of names is not public.
const MAX_LIST: usize = 400;

/// Where in a request the error is.
pub(crate) enum Place {
    /// At this path. The empty path is the whole.
    At(FieldPath),
    /// At no path that is known.
    Unknown,
}

/// What clients may read of an error of serde's.
pub(crate) struct Reading {
    /// The field that was refused, if it is known.
    pub field: Option<FieldError>,
    /// What was expected: `an object`.
    pub expected: Option<Cow<'static, str>>,
}

/// What is wrong with a value, and what is public of it.
enum Fault<'a> {
    /// A field of it is missing.
    Missing(&'a str),
    /// It is a field that the type around it does not have.
    Unknown,
    /// It has this field twice.
    Duplicate(&'a str),
    /// It is something else than expected. A code of the rule, and the text that is public if the expected thing is not.
    Value {
        expected: Option<Cow<'static, str>>,
        code: &'static str,
        otherwise: &'static str,
    },
}

/// The forms of serde's own errors (`serde::de::Error`), without what was refused.
enum Form<'a> {
    /// ``missing field `a` ``
    Missing(&'a str),
    /// ``unknown field `x`, expected `a` or `b` ``, ``unknown field `x`, there are no fields``
    Unknown(&'a str, &'a str),
    /// ``duplicate field `a` ``
    Duplicate(&'a str),
    /// ``unknown variant `x`, expected `a` or `b` ``
    Variant(&'a str),
    /// `invalid type: string "x", expected u8`
    Type(&'a str),
    /// ``invalid value: integer `0`, expected a nonzero u8``
    Value(&'a str),
    /// `invalid length 2, expected an array of length 3`
    Length(&'a str),
}

impl Reading {
    /// Reads the text of an error, without a position at its end.
    pub(crate) fn new(text: &str, place: Place, note: Option<Note>) -> Reading {
        Fault::read(text, &place, note).at(place)
    }

    /// A text that could not be parsed as a type with this name of serde's.
    pub(crate) fn parsed(ty: &str, place: Place) -> Reading {
        let fault = Fault::Value {
            expected: expected(ty),
            code: "type",
            otherwise: "The value has the wrong type",
        };
        fault.at(place)
    }
}

impl<'a> Fault<'a> {
    fn at(self, place: Place) -> Reading {
        let (child, message, code, expected) = match self {
            Fault::Missing(name) => (Some(name), "The field is required".into(), "required", None),
            Fault::Unknown => (None, "The field is not known".into(), "unknown", None),
            Fault::Duplicate(name) => (
                Some(name),
                "The field appears twice".into(),
                "duplicate",
                None,
            ),
            Fault::Value {
                expected,
                code,
                otherwise,
            } => {
                let message = match &expected {
                    Some(expected) => format!("The value must be {expected}").into(),
                    None => Cow::Borrowed(otherwise),
                };
                (None, message, code, expected)
            }
        };
        let path = match (place, child) {
            (Place::At(path), Some(name)) => Some(path.key(name.to_owned())),
            (Place::At(path), None) => Some(path),
            (Place::Unknown, _) => None,
        };
        let field = path
            .filter(|path| *path != FieldPath::default())
            .map(|path| FieldError::new(path, message).with_code(code));
        Reading { field, expected }
    }

    fn read(text: &'a str, place: &Place, note: Option<Note>) -> Fault<'a> {
        let is_declared = |name: &str| match note {
            Some(Note::Struct(fields)) => fields.contains(&name),
            Some(Note::Tag) | None => true,
            Some(_) => false,
        };
        match (Form::read(text), note) {
            (Some(Form::Missing(name)), _) if is_declared(name) => Fault::Missing(name),
            (Some(Form::Duplicate(name)), _) if is_declared(name) => Fault::Duplicate(name),
            (Some(Form::Unknown(name, list)), _)
                if is_at(place, name)
                    && names(list).is_some_and(|names| names.into_iter().all(is_declared)) =>
            {
                Fault::Unknown
            }
            (_, Some(Note::Enum(variants))) => Fault::variant(list_of(variants)),
            (Some(Form::Variant(list)), Some(Note::Tag) | None) => {
                Fault::variant(names(list).and_then(|names| list_of(&names)))
            }
            (Some(Form::Type(what)), None | Some(Note::Value(_) | Note::Tag)) => Fault::Value {
                expected: expected(what),
                code: "type",
                otherwise: "The value has the wrong type",
            },
            (Some(Form::Value(what)), None | Some(Note::Value(_) | Note::Tag)) => Fault::Value {
                expected: expected(what),
                code: "value",
                otherwise: "The value is not valid",
            },
            (Some(Form::Length(what)), None | Some(Note::Value(_) | Note::Tag)) => {
                let expected = expected(what);
                // `[]` for a struct has the wrong length for serde.
                let is_object = expected.as_deref() == Some("an object");
                Fault::Value {
                    expected,
                    code: if is_object { "type" } else { "length" },
                    otherwise: "The value has the wrong length",
                }
            }
            (None, None | Some(Note::Value(_))) => {
                let ty = match note {
                    Some(Note::Value(ty)) => ty.and_then(expected),
                    _ => None,
                };
                match from_str_failure(text) {
                    Some((what, code)) => Fault::Value {
                        expected: ty.or(Some(what.into())),
                        code,
                        otherwise: "",
                    },
                    None => Fault::any(),
                }
            }
            _ => Fault::any(),
        }
    }

    fn variant(list: Option<String>) -> Self {
        Fault::Value {
            expected: list.map(Cow::Owned),
            code: "value",
            otherwise: "The value is not one of those that are allowed",
        }
    }

    /// Of which nothing is known.
    fn any() -> Self {
        Fault::Value {
            expected: None,
            code: "value",
            otherwise: "The value is not valid",
        }
    }
}

impl<'a> Form<'a> {
    fn read(text: &'a str) -> Option<Form<'a>> {
        if let Some(rest) = text.strip_prefix("missing field ") {
            return quoted(rest).filter(|name| is_name(name)).map(Form::Missing);
        }
        if let Some(rest) = text.strip_prefix("duplicate field ") {
            return quoted(rest)
                .filter(|name| is_name(name))
                .map(Form::Duplicate);
        }
        if let Some(rest) = text.strip_prefix("unknown field ") {
            let (name, list) = match rest.strip_suffix(", there are no fields") {
                Some(name) => (name, ""),
                None => refused(rest)?,
            };
            return quoted(name)
                .filter(|key| is_key(key))
                .map(|key| Form::Unknown(key, list));
        }
        if let Some(rest) = text.strip_prefix("unknown variant ") {
            return refused(rest).map(|(_, list)| Form::Variant(list));
        }
        if let Some(rest) = text.strip_prefix("invalid type: ") {
            return refused(rest).map(|(_, what)| Form::Type(what));
        }
        if let Some(rest) = text.strip_prefix("invalid value: ") {
            return refused(rest).map(|(_, what)| Form::Value(what));
        }
        let rest = text.strip_prefix("invalid length ")?;
        refused(rest).map(|(_, what)| Form::Length(what))
    }
}

/// Whether a path ends at this key, which then is one of the request.
fn is_at(place: &Place, key: &str) -> bool {
    matches!(place, Place::At(path) if path.last_key() == Some(key))
}

/// What was refused, and what was expected. The first part can hold any text of the request, so the last separator
/// counts.
fn refused(text: &str) -> Option<(&str, &str)> {
    text.rsplit_once(", expected ")
}

/// What is between two backquotes.
fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('`')?.strip_suffix('`')
}

/// Whether a key of the request can be public.
fn is_key(key: &str) -> bool {
    key.len() <= MAX_KEY && !key.contains(char::is_control)
}

/// Whether this looks like a name that a type declares, and not like a text.
fn is_name(name: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || "_-.:$@/#+".contains(letter);
    !name.is_empty() && name.len() <= MAX_NAME && name.chars().all(is_letter)
}

/// The names in a list of serde's: `` `a` ``, `` `a` or `b` ``, ``one of `a`, `b`, `c` ``. No list has no names.
fn names(list: &str) -> Option<Vec<&str>> {
    let name = |text| quoted(text).filter(|name| is_name(name));
    if list.is_empty() {
        return Some(Vec::new());
    }
    if let Some(list) = list.strip_prefix("one of ") {
        return list.split(", ").map(name).collect();
    }
    list.split(" or ").map(name).collect()
}

/// A list of names, in serde's words.
fn list_of(names: &[&str]) -> Option<String> {
    let list = match names {
        [] => return None,
        [name] => format!("`{name}`"),
        [first, second] => format!("`{first}` or `{second}`"),
        names => format!("one of `{}`", names.join("`, `")),
    };
    (list.len() <= MAX_LIST).then_some(list)
}
