//! Every key of `#[api_error(..)]`: where it may stand and how it is written. The parser, its
//! messages and its suggestions read this one table.

use std::fmt;

/// What an attribute stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Enum,
    Struct,
    Variant,
    Field,
    /// The type that `http_errors!` declares.
    HttpErrors,
    /// An error that `http_errors!` declares.
    HttpError,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Place::Enum => "an enum",
            Place::Struct => "a struct",
            Place::Variant => "a variant",
            Place::Field => "a field",
            Place::HttpErrors => "the type of `http_errors!`",
            Place::HttpError => "a row of `http_errors!`",
        })
    }
}

/// A key of `#[api_error(..)]`.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) name: &'static str,
    /// Where it may stand, and how it is written there.
    pub(crate) forms: &'static [(&'static [Place], &'static str)],
    /// Whether it may stand more than once in one place.
    pub(crate) repeats: bool,
}

/// Where a type is written out.
const WRITTEN_TYPE: &[Place] = &[Place::Enum, Place::Struct];
const TYPE: &[Place] = &[Place::Enum, Place::Struct, Place::HttpErrors];
/// A struct is one error, so it takes what a variant takes.
const WRITTEN_ERROR: &[Place] = &[Place::Variant, Place::Struct];
const ERROR: &[Place] = &[Place::Variant, Place::Struct, Place::HttpError];
const TYPE_AND_ERROR: &[Place] = &[
    Place::Enum,
    Place::Struct,
    Place::Variant,
    Place::HttpErrors,
    Place::HttpError,
];
const FIELD: &[Place] = &[Place::Field];

const fn key(name: &'static str, forms: &'static [(&'static [Place], &'static str)]) -> Key {
    Key {
        name,
        forms,
        repeats: false,
    }
}

#[rustfmt::skip]
pub(crate) static KEYS: &[Key] = &[
    key("envelope", &[(TYPE, "envelope = MyEnvelope")]),
    key("rename_all", &[(TYPE, "rename_all = \"SCREAMING_SNAKE_CASE\"")]),
    Key {
        repeats: true,
        ..key("manual", &[
            (WRITTEN_TYPE, "manual(error)`, `manual(response)` or `manual(error, response)"),
            (&[Place::HttpErrors], "manual(response)"),
        ])
    },
    key("crate", &[(WRITTEN_TYPE, "crate = path::to::errorbook")]),
    key("category", &[(TYPE_AND_ERROR, "category = \"claims\"")]),
    Key {
        repeats: true,
        ..key("header", &[
            (TYPE_AND_ERROR, "header(\"Name\" = \"value\")"),
            (FIELD, "header = \"Name\""),
        ])
    },
    Key {
        repeats: true,
        ..key("challenge", &[(TYPE_AND_ERROR, "challenge = \"Bearer\"")])
    },
    key("message", &[
        (&[Place::Enum], "message = display"),
        (ERROR, "message = \"..\"`, a text that can show fields by name, for example `\"Claim {id} not found\""),
    ]),
    key("status", &[(WRITTEN_ERROR, "status = 404` or `status = NOT_FOUND")]),
    key("code", &[(ERROR, "code = \"NOT_FOUND\"")]),
    key("shared", &[(ERROR, "shared")]),
    key("title", &[(ERROR, "title = \"Not found\"")]),
    key("display", &[
        (ERROR, "display = \"..\"`, a text that can show fields by name, for example `\"claim {id} is gone\""),
    ]),
    key("docs", &[
        (TYPE_AND_ERROR, "docs = \"https://docs.example.com/errors#{code}\""),
        (FIELD, "docs"),
    ]),
    key("retryable", &[(ERROR, "retryable` or `retryable = false")]),
    key("not_applied", &[(ERROR, "not_applied` or `not_applied = false")]),
    key("retry", &[(ERROR, "retry(after = \"30s\", max = 3)")]),
    key("level", &[(ERROR, "level = \"warn\"")]),
    key("transparent", &[(WRITTEN_ERROR, "transparent")]),
    key("framework", &[(WRITTEN_ERROR, "framework")]),
    key("detail", &[(FIELD, "detail` or `detail = \"name\"")]),
    key("details", &[(FIELD, "details")]),
    key("headers", &[(FIELD, "headers")]),
    key("retry_after", &[(FIELD, "retry_after")]),
    key("example", &[(FIELD, "example = 42")]),
];

impl Key {
    /// The key with this name.
    pub(crate) fn find(name: &str) -> Option<&'static Key> {
        KEYS.iter().find(|key| key.name == name)
    }

    /// How the key is written at a place, if it may stand there.
    pub(crate) fn form(&self, place: Place) -> Option<&'static str> {
        self.forms
            .iter()
            .find(|(places, _)| places.contains(&place))
            .map(|(_, form)| *form)
    }

    /// What to do with the key where it cannot be.
    pub(crate) fn remedy(&self, place: Place) -> String {
        let can_be = |other| self.form(other).is_some();
        match place {
            Place::HttpErrors if can_be(Place::HttpError) => {
                "write it on a row, as in `NotFound(code = \"no_route\")`".to_owned()
            }
            Place::HttpError if can_be(Place::HttpErrors) => {
                "write it after the name of the type, before the rows".to_owned()
            }
            Place::HttpError if self.name == "status" => {
                "remove it, because the name of the row is its status".to_owned()
            }
            Place::HttpErrors | Place::HttpError => "remove it".to_owned(),
            _ => format!("write it on {}", self.places()),
        }
    }

    /// Where the key may stand, in words.
    pub(crate) fn places(&self) -> String {
        let all = [Place::Enum, Place::Struct, Place::Variant, Place::Field];
        let places: Vec<_> = all
            .into_iter()
            .filter(|place| self.form(*place).is_some())
            .map(|place| place.to_string())
            .collect();
        match places.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
            None => String::new(),
        }
    }
}

/// The names of the keys that may stand at a place.
pub(crate) fn keys_on(place: Place) -> impl Iterator<Item = &'static str> + Clone {
    KEYS.iter()
        .filter(move |key| key.form(place).is_some())
        .map(|key| key.name)
}
