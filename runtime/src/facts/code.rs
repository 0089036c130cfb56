//! The machine-readable code of an error.

use std::fmt;

use serde::{Serialize, Serializer};

/// The stable machine code of an error: text, or an integer, as in some APIs.
///
/// You can compare it with both, as in `assert_eq!(error.spec().code(), "NOT_FOUND")`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A code such as `"VALIDATION_ERROR"`.
    Text(&'static str),
    /// A code such as `20404`, within ±(2^53 − 1).
    Number(i64),
}

impl Code {
    /// The code, if it is text.
    #[must_use]
    pub const fn as_str(&self) -> Option<&'static str> {
        match self {
            Code::Text(text) => Some(text),
            Code::Number(_) => None,
        }
    }

    /// The code, if it is an integer.
    #[must_use]
    pub const fn as_number(&self) -> Option<i64> {
        match self {
            Code::Text(_) => None,
            Code::Number(number) => Some(*number),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Code::Text(text) => f.pad(text),
            Code::Number(number) => fmt::Display::fmt(number, f),
        }
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Code::Text(text) => serializer.serialize_str(text),
            Code::Number(number) => serializer.serialize_i64(*number),
        }
    }
}

impl PartialEq<str> for Code {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == Some(other)
    }
}

impl PartialEq<&str> for Code {
    fn eq(&self, other: &&str) -> bool {
        self == *other
    }
}

impl PartialEq<i64> for Code {
    fn eq(&self, other: &i64) -> bool {
        self.as_number() == Some(*other)
    }
}
