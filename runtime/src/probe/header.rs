//! What the value of a header is, by its type.

use super::chain;
use crate::facts::HeaderValue;
use crate::write::{DirectText, TextKind};

chain! {
    /// Is it an integer? Is it optional?
    IsOptionalHeader -> IsDirectHeader -> IsAnyHeader
}

/// The start of the chain for a header's type.
#[must_use]
pub const fn header_value<T>() -> IsOptionalHeader<T> {
    IsOptionalHeader::START
}

impl<T: DirectText> IsOptionalHeader<Option<T>> {
    pub fn of(&self) -> HeaderValue {
        HeaderValue {
            kind: T::KIND,
            always: false,
        }
    }
}

impl<T: DirectText> IsDirectHeader<T> {
    pub fn of(&self) -> HeaderValue {
        HeaderValue {
            kind: T::KIND,
            always: T::KIND != TextKind::Text,
        }
    }
}

impl<T> IsAnyHeader<T> {
    pub fn of(&self) -> HeaderValue {
        HeaderValue::ANY
    }
}
