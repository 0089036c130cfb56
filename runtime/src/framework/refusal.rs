//! Why a request was refused, as far as clients may read it.

use std::borrow::Cow;
use std::error::Error;

use http::StatusCode;
use serde::de::value;
use serde_json::error::Category;
use serde_path_to_error::{Path, Segment};

use super::error::{FrameworkError, FrameworkErrorKind};
use super::reading::{MAX_KEY, Place, Reading};
use super::watch::Note;
use crate::write::{FieldErrors, FieldPath};

impl FrameworkError {
    /// The error for a rejection: of its text nothing is public but the refusal.
    pub(crate) fn refused(
        status: StatusCode,
        refusal: Option<Refusal>,
        rejection: impl Error + Send + Sync + 'static,
    ) -> Self {
        let error = FrameworkError::new(status)
            .with_kind(FrameworkErrorKind::Rejection)
            .with_log(rejection.to_string())
            .with_source(rejection);
        match refusal {
            Some(refusal) => error.with_text(refusal.text).with_fields(refusal.fields),
            None => error,
        }
    }
}

/// A path of more steps than this is not public.
const MAX_STEPS: usize = 32;

/// Why a request was refused, as far as clients may read it.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub text: Cow<'static, str>,
    pub fields: FieldErrors,
}

/// The part of a request that was refused.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part {
    Request,
    Body,
    Form,
    Path,
    Query,
}

impl Part {
    /// With its article, at the start of a sentence.
    fn name(self) -> &'static str {
        match self {
            Part::Request => "The request",
            Part::Body => "The request body",
            Part::Form => "The form",
            Part::Path => "The path",
            Part::Query => "The query string",
        }
    }

    /// One of the fields in it.
    fn field(self) -> &'static str {
        match self {
            Part::Request => "A field of the request",
            Part::Body => "A field of the request body",
            Part::Form => "A field of the form",
            Part::Path => "A path parameter",
            Part::Query => "A query parameter",
        }
    }
}

impl Refusal {
    /// A refusal of which nothing but this text is known.
    pub(crate) fn text(text: &'static str) -> Refusal {
        Refusal {
            text: text.into(),
            fields: FieldErrors::new(),
        }
    }

    /// What an error of serde's in this chain says. `None` if there is none.
    pub(crate) fn in_chain(
        error: &(dyn Error + 'static),
        part: Part,
        note: Option<Note>,
    ) -> Option<Refusal> {
        let mut next = Some(error);
        while let Some(error) = next {
            if let Some(error) =
                error.downcast_ref::<serde_path_to_error::Error<serde_json::Error>>()
            {
                return Some(Refusal::json(error.inner(), Some(error.path()), part, note));
            }
            if let Some(error) = error.downcast_ref::<serde_path_to_error::Error<value::Error>>() {
                let text = error.inner().to_string();
                let reading = Reading::new(&text, place(error.path(), &text), note);
                return Some(Refusal::read(reading, part));
            }
            if let Some(error) = error.downcast_ref::<serde_json::Error>() {
                return Some(Refusal::json(error, None, part, note));
            }
            next = error.source();
        }
        None
    }

    /// What an error of serde's says.
    pub(crate) fn read(reading: Reading, part: Part) -> Refusal {
        let text = match (&reading.field, &reading.expected) {
            (Some(_), _) => format!("{} is not valid.", part.field()),
            (None, Some(expected)) => format!("{} is not valid: expected {expected}.", part.name()),
            (None, None) => format!("{} is not valid.", part.name()),
        };
        Refusal {
            text: text.into(),
            fields: reading.field.into_iter().collect(),
        }
    }

    fn json(
        error: &serde_json::Error,
        path: Option<&Path>,
        part: Part,
        note: Option<Note>,
    ) -> Refusal {
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        let position = format!(" at line {line} column {column}");
        let text = text.strip_suffix(&position).unwrap_or(&text);
        let place = || path.map_or(Place::Unknown, |path| place(path, text));
        let name = part.name();
        match error.classify() {
            Category::Data => Refusal::read(Reading::new(text, place(), note), part),
            Category::Io => Refusal {
                text: format!("{name} could not be read.").into(),
                fields: FieldErrors::new(),
            },
            Category::Eof if (line, column) == (1, 0) => Refusal {
                text: format!("{name} is empty.").into(),
                fields: FieldErrors::new(),
            },
            // JSON that is no enum is an error of syntax for `serde_json`.
            Category::Syntax if text == "expected value" && matches!(note, Some(Note::Enum(_))) => {
                Refusal::read(Reading::new(text, place(), note), part)
            }
            Category::Eof | Category::Syntax => {
                let reason = syntax(text).map_or(String::new(), |reason| format!(": {reason}"));
                Refusal {
                    text: format!("{name} is not valid JSON{reason}{position}.").into(),
                    fields: FieldErrors::new(),
                }
            }
        }
    }
}

/// What is wrong with the syntax of JSON, from a text of `serde_json`. None of them has a part of the request in it.
fn syntax(text: &str) -> Option<&'static str> {
    Some(match text {
        "EOF while parsing a list" => "it ends inside of an array",
        "EOF while parsing an object" => "it ends inside of an object",
        "EOF while parsing a string" => "it ends inside of a string",
        "EOF while parsing a value" => "it ends before a value",
        "expected `:`" => "expected `:`",
        "expected `,` or `]`" => "expected `,` or `]`",
        "expected `,` or `}`" => "expected `,` or `}`",
        "expected ident" => "expected `true`, `false` or `null`",
        "expected value" => "expected a value",
        "expected `\"`" => "expected `\"`",
        "invalid escape" => "invalid escape",
        "invalid number" => "invalid number",
        "number out of range" => "number out of range",
        "invalid unicode code point" => "invalid Unicode code point",
        "control character (\\u0000-\\u001F) found while parsing a string" => {
            "unescaped control character in a string"
        }
        "key must be a string" => "the key of an object must be a string",
        "invalid value: expected key to be a number in quotes" => {
            "the key must be a number in quotes"
        }
        "lone leading surrogate in hex escape" | "unexpected end of hex escape" => {
            "invalid `\\u` escape"
        }
        "trailing comma" => "trailing comma",
        "trailing characters" => "unexpected characters after the value",
        "recursion limit exceeded" => "it is nested too deeply",
        _ => return None,
    })
}

/// The path of an error. serde loses the way in what it reads ahead: `flatten`, tagged and untagged enums.
fn place(path: &Path, text: &str) -> Place {
    let mut steps: Vec<_> = path.iter().collect();
    if steps.len() > MAX_STEPS {
        return Place::Unknown;
    }
    // The variant is a text and not a key.
    if text.starts_with("invalid type: unit variant, ") {
        steps.pop();
    }
    let mut public = FieldPath::default();
    for step in steps {
        public = match step {
            Segment::Seq { index } => public.index(*index),
            Segment::Map { key } | Segment::Enum { variant: key } if key.len() <= MAX_KEY => {
                public.key(key.clone())
            }
            _ => return Place::Unknown,
        };
    }
    Place::At(public)
}
