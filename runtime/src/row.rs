//! How the derive writes the facts of an error: as tuples of literals, in tables, because the compiler is
//! done with these soonest.

use std::borrow::Cow;
use std::time::Duration;

use crate::schema::{DetailSchema, Schemas};
use crate::spec::{Declaration, Deprecation, ErrorSpec};
use crate::write::{DetailsWriter, HeaderWriter, MessageWriter, TextKind};

/// The facts of one error that most declare, each at its place. A struct would say more and cost the
/// compiler twice the time.
#[doc(hidden)]
pub type Row = (
    &'static str, // the variant
    u16,          // the status
    &'static str, // the code; nothing where it is an integer
    u64,          // a hash of the code's text, so that the catalog's check is cheap
    &'static str, // the title
    &'static str, // the summary; nothing where there is none
    &'static str, // the public message, if it is the same for every occurrence
    bool,         // whether it is to be retried
    u32,          // how many of the message's parts are its own, where it has holes
    u32,          // how many of the details
    u32,          // how many of the further facts: one or none
);

/// What the rows of a type refer to: each takes as many as it says, behind those of the rows before.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Tables {
    pub parts: &'static [Part],
    pub details: &'static [Detail],
    pub more: &'static [MoreFacts],
}

/// Where the entries of a row begin in the tables.
#[derive(Clone, Copy)]
pub(crate) struct Starts {
    parts: u32,
    details: u32,
    more: u32,
}

/// The facts of the errors of a type, one for each row.
#[doc(hidden)]
#[must_use]
pub const fn specs<const N: usize>(
    declaration: &'static Declaration,
    tables: &'static Tables,
    rows: &'static [Row; N],
) -> [ErrorSpec; N] {
    let mut specs = [const { ErrorSpec::NONE }; N];
    let mut starts = Starts {
        parts: 0,
        details: 0,
        more: 0,
    };
    let mut index = 0;
    while index < N {
        let row = &rows[index];
        specs[index] = ErrorSpec {
            declaration,
            tables,
            row,
            index,
            starts,
        };
        starts.parts += row.8;
        starts.details += row.9;
        starts.more += row.10;
        index += 1;
    }
    specs
}

/// The fields of a row that are rarely declared. What a variant does not say stays at
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

/// A field that becomes a member of the details object (or the whole of the details, without a
/// name), what writes its example, and what makes its schema.
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
    pub example: fn(&mut HeaderWriter),
    /// What is known of the value, where it is a single header's.
    pub value: fn() -> HeaderValue,
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

impl ErrorSpec {
    /// Of no error.
    const NONE: ErrorSpec = ErrorSpec {
        declaration: &Declaration::NONE,
        tables: &Tables {
            parts: &[],
            details: &[],
            more: &[],
        },
        row: &("", 500, "", 0, "", "", "", false, 0, 0, 0),
        index: 0,
        starts: Starts {
            parts: 0,
            details: 0,
            more: 0,
        },
    };

    /// What an occurrence adds as details, in order.
    pub(crate) const fn details(&self) -> &'static [Detail] {
        let (_, behind) = self.tables.details.split_at(self.starts.details as usize);
        behind.split_at(self.row.9 as usize).0
    }

    /// The parts of the public message in order, where it has holes.
    pub(crate) const fn message_parts(&self) -> &'static [Part] {
        let (_, behind) = self.tables.parts.split_at(self.starts.parts as usize);
        behind.split_at(self.row.8 as usize).0
    }

    /// The public message, if it is the same for every occurrence.
    pub(crate) const fn fixed_message(&self) -> Option<&'static str> {
        match self.row.8 {
            0 => Some(self.row.6),
            _ => None,
        }
    }

    /// What few errors declare.
    pub(crate) const fn more(&self) -> &'static MoreFacts {
        match self.row.10 {
            0 => &MoreFacts::NONE,
            _ => &self.tables.more[self.starts.more as usize],
        }
    }

    /// A hash of the code's text.
    pub(crate) const fn hash(&self) -> u64 {
        self.row.3
    }
}

impl Detail {
    /// A member of the details object.
    #[must_use]
    pub const fn member(
        name: &'static str,
        field: &'static str,
        example: fn(&Detail, &mut DetailsWriter<'_>),
        schema: fn(&mut Schemas) -> DetailSchema,
    ) -> Self {
        Detail {
            name: Some(name),
            field,
            example,
            schema,
        }
    }

    /// The name of the member; nothing for a value that is the whole of the details.
    #[must_use]
    pub const fn member_name(&self) -> &'static str {
        match self.name {
            Some(name) => name,
            None => "",
        }
    }
}
