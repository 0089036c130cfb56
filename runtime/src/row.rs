//! How the derive writes the facts of an error: as numbers, in tables, and all texts of a type as one. The
//! compiler is done with these soonest: a text of its own is a symbol of its own, and five hundred errors
//! have two thousand of them.

use std::borrow::Cow;
use std::time::Duration;

use crate::schema::{DetailSchema, Schemas};
use crate::spec::{Code, Declaration, Deprecation, ErrorSpec};
use crate::write::{DetailsWriter, HeaderWriter, MessageWriter, TextKind};

/// The facts of one error that most declare: numbers, each at its place.
#[doc(hidden)]
pub type Row = [u32; 11];

/// The status.
const STATUS: usize = 0;
/// How long the texts of a row are, in bytes. They stand one behind the other in this order. The code has
/// no length where it is an integer, nor has a summary that is not there, nor a message with holes.
pub(crate) const CODE: usize = 1;
pub(crate) const VARIANT: usize = 2;
pub(crate) const TITLE: usize = 3;
pub(crate) const SUMMARY: usize = 4;
pub(crate) const MESSAGE: usize = 5;
/// How many parts of messages are its own, where its message has holes.
const PARTS: usize = 6;
/// How many details.
const DETAILS: usize = 7;
/// How many further facts: one or none.
const MORE: usize = 8;
/// 1, if the same request may succeed later.
pub(crate) const RETRYABLE: usize = 9;
/// A hash of the code's text, so that the catalog's check is cheap.
const HASH: usize = 10;

/// What the rows of a type refer to: each takes as many as it says, behind those of the rows before.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Tables {
    pub texts: &'static str,
    pub parts: &'static [Part],
    pub details: &'static [Detail],
    pub more: &'static [MoreFacts],
}

/// Where the entries of a row begin in the tables.
#[derive(Clone, Copy)]
pub(crate) struct Starts {
    texts: u32,
    parts: u32,
    details: u32,
    more: u32,
}

impl Starts {
    const ZERO: Starts = Starts {
        texts: 0,
        parts: 0,
        details: 0,
        more: 0,
    };
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
    let mut starts = Starts::ZERO;
    let mut index = 0;
    while index < N {
        let row = &rows[index];
        specs[index] = ErrorSpec {
            declaration,
            tables,
            row,
            index,
            starts,
            status: status(row),
            code: code(tables, row, starts),
        };
        starts.texts += row[CODE] + row[VARIANT] + row[TITLE] + row[SUMMARY] + row[MESSAGE];
        starts.parts += row[PARTS];
        starts.details += row[DETAILS];
        starts.more += row[MORE];
        index += 1;
    }
    specs
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the derive takes 400 to 599 only"
)]
const fn status(row: &Row) -> u16 {
    row[STATUS] as u16
}

const fn code(tables: &'static Tables, row: &Row, starts: Starts) -> Code {
    if row[MORE] == 1 {
        if let Some(number) = tables.more[starts.more as usize].number {
            return Code::Number(number);
        }
    }
    Code::Text(slice(tables.texts, starts.texts, row[CODE]))
}

const fn slice(texts: &'static str, start: u32, length: u32) -> &'static str {
    let (_, behind) = texts.split_at(start as usize);
    behind.split_at(length as usize).0
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
            texts: "",
            parts: &[],
            details: &[],
            more: &[],
        },
        row: &[500, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        index: 0,
        starts: Starts::ZERO,
        status: 500,
        code: Code::Text(""),
    };

    /// What an occurrence adds as details, in order.
    pub(crate) const fn details(&self) -> &'static [Detail] {
        let (_, behind) = self.tables.details.split_at(self.starts.details as usize);
        behind.split_at(self.row[DETAILS] as usize).0
    }

    /// The parts of the public message in order, where it has holes.
    pub(crate) const fn message_parts(&self) -> &'static [Part] {
        let (_, behind) = self.tables.parts.split_at(self.starts.parts as usize);
        behind.split_at(self.row[PARTS] as usize).0
    }

    /// The public message, if it is the same for every occurrence.
    pub(crate) const fn fixed_message(&self) -> Option<&'static str> {
        match self.row[PARTS] {
            0 => Some(self.text(MESSAGE)),
            _ => None,
        }
    }

    /// What few errors declare.
    pub(crate) const fn more(&self) -> &'static MoreFacts {
        match self.row[MORE] {
            0 => &MoreFacts::NONE,
            _ => &self.tables.more[self.starts.more as usize],
        }
    }

    /// A hash of the code's text.
    pub(crate) const fn hash(&self) -> u64 {
        self.row[HASH] as u64
    }

    /// One of the texts.
    pub(crate) const fn text(&self, place: usize) -> &'static str {
        let mut start = self.starts.texts;
        let mut before = CODE;
        while before < place {
            start += self.row[before];
            before += 1;
        }
        slice(self.tables.texts, start, self.row[place])
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
