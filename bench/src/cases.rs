//! The cases, each as one value for every way.

use std::time::Duration;

use errorbook::{FieldError, FieldPath, RateLimit};

use crate::{by_hand, declared};

/// What stands in the errors of all ways.
pub const CLEAN: &str = "annual-report-24x";
/// As long, and three of its characters need an escape.
pub const TO_ESCAPE: &str = "annual \"report\"\n4";
/// Path, message and, for one, the name of the rule.
pub const FIELDS: [(&str, &str, Option<&str>); 3] = [
    (
        "claim",
        "Claim must not exceed 2000 characters",
        Some("length"),
    ),
    ("sources[0].url", "The URL is not absolute", None),
    ("language", "Unknown language \"xx\"", None),
];
/// The limit, what remains of it, and when the window ends.
pub const LIMIT: [u64; 3] = [1000, 0, 1_798_761_600];
/// The wait until then.
pub const WAIT: Duration = Duration::from_millis(1500);
/// The id of the request that hit the limit.
pub const REQUEST_ID: &str = "req_01HV8J2M4T6X9";

/// The errors that are answered, in both of our ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Nothing depends on the occurrence.
    Static,
    /// One interpolated text of 17 characters.
    Clean,
    /// The same, with characters to escape.
    ToEscape,
    /// Three field errors as details.
    Fields,
    /// Four headers that depend on the occurrence, and a request id.
    RateLimit,
}

impl Case {
    /// All of them.
    pub const ALL: [Case; 5] = [
        Case::Static,
        Case::Clean,
        Case::ToEscape,
        Case::Fields,
        Case::RateLimit,
    ];

    /// How it is called in the tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Case::Static => "static",
            Case::Clean => "one text, clean",
            Case::ToEscape => "one text, to escape",
            Case::Fields => "three field errors",
            Case::RateLimit => "rate limit, request id",
        }
    }

    /// The error as errorbook has it.
    #[must_use]
    pub fn declared(self) -> declared::ClaimError {
        match self {
            Case::Static => declared::ClaimError::Locked,
            Case::Clean => declared::ClaimError::UnknownSource { name: CLEAN.into() },
            Case::ToEscape => declared::ClaimError::UnknownSource {
                name: TO_ESCAPE.into(),
            },
            Case::Fields => declared::ClaimError::Validation {
                fields: FIELDS
                    .map(|(field, message, code)| {
                        let path = match field {
                            "sources[0].url" => FieldPath::new("sources").index(0).key("url"),
                            field => field.into(),
                        };
                        let error = FieldError::new(path, message);
                        match code {
                            Some(code) => error.with_code(code),
                            None => error,
                        }
                    })
                    .into(),
            },
            Case::RateLimit => declared::ClaimError::RateLimited(
                RateLimit::new()
                    .limit(LIMIT[0])
                    .remaining(LIMIT[1])
                    .reset(LIMIT[2])
                    .retry_after(WAIT),
            ),
        }
    }

    /// The error as it is by hand.
    #[must_use]
    pub fn by_hand(self) -> by_hand::ClaimError {
        match self {
            Case::Static => by_hand::ClaimError::Locked,
            Case::Clean => by_hand::ClaimError::UnknownSource { name: CLEAN.into() },
            Case::ToEscape => by_hand::ClaimError::UnknownSource {
                name: TO_ESCAPE.into(),
            },
            Case::Fields => by_hand::ClaimError::Validation {
                fields: FIELDS
                    .map(|(field, message, code)| by_hand::FieldError {
                        field: field.into(),
                        message: message.into(),
                        code: code.map(Into::into),
                    })
                    .into(),
            },
            Case::RateLimit => by_hand::ClaimError::RateLimited {
                limit: LIMIT[0],
                remaining: LIMIT[1],
                reset: LIMIT[2],
                wait: WAIT,
            },
        }
    }

    /// The id of the request in which the error happens.
    #[must_use]
    pub fn request_id(self) -> Option<&'static str> {
        (self == Case::RateLimit).then_some(REQUEST_ID)
    }
}
