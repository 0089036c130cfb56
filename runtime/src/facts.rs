//! What the derive writes of a type's errors, and the runtime reads: see `row.rs`.

use std::borrow::Cow;
use std::time::Duration;

use crate::schema::{DetailSchema, Schemas};
use crate::spec::Deprecation;
use crate::write::{DetailsWriter, HeaderWriter, MessageWriter, TextKind};

/// The facts of the errors of a type, as the derive writes them.
#[doc(hidden)]
pub struct Facts {
    pub rows: &'static [u8],
    pub texts: &'static str,
    /// A hash of each code's text, in four bytes each, the lowest first; the lowest bit is no part of it,
    /// it says that the code is shared. A catalog is checked without looking at more, as long as no two
    /// are the same but such.
    pub hashes: &'static [u8],
    /// What writes the examples of the fields in messages; the name of the field is handed to it.
    pub holes: &'static [fn(&'static str, &mut MessageWriter<'_>)],
    pub details: &'static [DetailType],
    /// What few errors declare, for each that does.
    pub more: &'static [MoreFacts],
}

impl Facts {
    pub(crate) const NONE: Facts = Facts {
        rows: &[],
        texts: "",
        hashes: &[],
        holes: &[],
        details: &[],
        more: &[],
    };

    /// How many errors there are.
    pub(crate) const fn count(&self) -> usize {
        self.hashes.len() / 4
    }

    /// The hash of the code of the error with this index, and whether it is shared.
    pub(crate) const fn hash(&self, index: usize) -> (u32, bool) {
        let hashes = self.hashes;
        let start = 4 * index;
        let entry = u32::from_le_bytes([
            hashes[start],
            hashes[start + 1],
            hashes[start + 2],
            hashes[start + 3],
        ]);
        (entry >> 1, entry & 1 == 1)
    }
}

/// The facts of an error that are rarely declared. What a variant does not say stays at
/// [`MoreFacts::NONE`].
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct MoreFacts {
    /// The code, where it is an integer.
    pub number: Option<i64>,
    pub explanation: Option<&'static str>,
    pub docs: Option<&'static str>,
    pub category: Option<&'static str>,
    pub retry_after: Option<u64>,
    pub max_attempts: Option<u32>,
    pub shared: bool,
    pub deprecation: Option<Deprecation>,
    pub headers: &'static [(&'static str, &'static str)],
    pub written_headers: &'static [WrittenHeaders],
    /// The example of the field that is the occurrence's own wait, if there is one.
    pub retry_after_field: Option<fn() -> Option<Duration>>,
    /// The example of the field that is the occurrence's own docs link, if there is one.
    pub docs_field: Option<fn() -> Option<Cow<'static, str>>>,
    /// Whether every occurrence has a wait of its own.
    pub always_waits: bool,
}

impl MoreFacts {
    pub const NONE: MoreFacts = MoreFacts {
        number: None,
        explanation: None,
        docs: None,
        category: None,
        retry_after: None,
        max_attempts: None,
        shared: false,
        deprecation: None,
        headers: &[],
        written_headers: &[],
        retry_after_field: None,
        docs_field: None,
        always_waits: false,
    };
}

/// A part of a message that has holes.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Part {
    Text(&'static str),
    /// What a message calls the field that stands here, and what writes its example.
    Hole(&'static str, fn(&'static str, &mut MessageWriter<'_>)),
}

/// What writes the example of a detail, and what makes its schema.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct DetailType {
    pub example: fn(&Detail, &mut DetailsWriter<'_>),
    pub schema: fn(&mut Schemas) -> DetailSchema,
}

/// A field that becomes a member of the details object (or the whole of the details, without a
/// name).
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Detail {
    pub name: Option<&'static str>,
    /// What a message would call the field.
    pub field: &'static str,
    pub example: fn(&Detail, &mut DetailsWriter<'_>),
    pub schema: fn(&mut Schemas) -> DetailSchema,
}

/// The headers that one field writes, names in lower case, and what writes their examples.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct WrittenHeaders {
    pub names: &'static [&'static str],
    /// Those that every value writes, where it is a set.
    pub always: &'static [&'static str],
    pub example: fn(&mut HeaderWriter),
    /// What is known of the value, where it is a single header's.
    pub value: fn() -> HeaderValue,
}

#[cfg(feature = "openapi")]
impl WrittenHeaders {
    /// Whether every value of the field writes a header, as far as its set says.
    pub(crate) fn always_has(&self, name: &str) -> bool {
        self.always
            .iter()
            .any(|always| always.eq_ignore_ascii_case(name))
    }
}

/// What a header's value is, as far as the field's type tells.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct HeaderValue {
    pub kind: TextKind,
    /// Whether every occurrence has the header.
    pub always: bool,
}

impl HeaderValue {
    /// A text, or none.
    pub const ANY: HeaderValue = HeaderValue {
        kind: TextKind::Text,
        always: false,
    };
}

impl Detail {
    /// The name of the member; nothing for a value that is the whole of the details.
    #[must_use]
    pub const fn member_name(&self) -> &'static str {
        match self.name {
            Some(name) => name,
            None => "",
        }
    }
}
