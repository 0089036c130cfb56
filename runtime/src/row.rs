//! How the derive writes the facts of a type's errors: the numbers as one byte string, the texts as one
//! string, and beside them what cannot be written so, which is mostly functions. The compiler is done
//! with two literals at once, where rows of a struct take it longer than all else that the derive makes.
//!
//! A number has seven bits in each byte, the lowest first; all bytes of it but the last have the eighth
//! bit (LEB128). Of a text only the length stands among the numbers: the texts follow each other in the
//! order of these. A row is
//!
//! - the status, less 400,
//! - [`RETRYABLE`] and [`MORE`], added up,
//! - the code, which is nothing where it is an integer; the variant; the title; the summary, which is
//!   nothing where there is none,
//! - the public message: [`TITLE`], [`SUMMARY`], or [`PARTS`] and how many it has,
//! - each part: 0 for a hole, with the name of its field and the place of its function in
//!   [`Facts::holes`]; else the text's length and one more,
//! - how many details there are,
//! - each detail: 0 where it has no name, else the name's length and one more; 0 where the field has the
//!   same name, else the length of the field's name and one more; its place in [`Facts::details`].

use std::borrow::Cow;
use std::time::Duration;

use crate::schema::{DetailSchema, Schemas};
use crate::spec::{Code, Declaration, Deprecation};
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

    const fn text(&self, text: Text) -> &'static str {
        let (_, behind) = self.texts.split_at(text.start as usize);
        behind.split_at(text.length as usize).0
    }
}

/// The same request may succeed later.
const RETRYABLE: u32 = 1;
/// The row has an entry in [`Facts::more`], behind those of the rows before.
const MORE: u32 = 2;

/// The message is the title.
const TITLE: u32 = 0;
/// The message is the summary.
const SUMMARY: u32 = 1;
/// The message has parts, as many as the number is greater than this.
const PARTS: u32 = 2;

/// A piece of [`Facts::texts`].
#[derive(Clone, Copy)]
struct Text {
    start: u32,
    length: u32,
}

/// The facts of one error, read where nothing can be allocated. [`ErrorSpec`](crate::ErrorSpec) is what
/// becomes of them at run time.
#[derive(Clone, Copy)]
pub(crate) struct Row {
    pub(crate) declaration: &'static Declaration,
    facts: &'static Facts,
    pub(crate) more: &'static MoreFacts,
    pub(crate) status: u16,
    pub(crate) retryable: bool,
    code: Text,
    variant: Text,
    title: Text,
    summary: Text,
    /// Where the message stands.
    message: Place,
}

/// Where the next number and the next text are.
#[derive(Clone, Copy)]
struct Place {
    number: usize,
    text: u32,
}

impl Row {
    pub(crate) const fn code(&self) -> Code {
        match self.more.number {
            Some(number) => Code::Number(number),
            None => Code::Text(self.facts.text(self.code)),
        }
    }

    pub(crate) const fn variant(&self) -> &'static str {
        self.facts.text(self.variant)
    }

    pub(crate) const fn title(&self) -> &'static str {
        self.facts.text(self.title)
    }

    pub(crate) const fn summary(&self) -> &'static str {
        self.facts.text(self.summary)
    }

    /// The public message, if it is the same for every occurrence; else its parts.
    pub(crate) fn message(&self) -> Result<&'static str, Box<[Part]>> {
        let mut reader = self.reader();
        match reader.number() {
            TITLE => Ok(self.title()),
            SUMMARY => Ok(self.summary()),
            PARTS => Ok(""),
            parts => {
                let parts: Box<[Part]> = (PARTS..parts).map(|_| reader.part()).collect();
                match *parts {
                    [Part::Text(text)] => Ok(text),
                    _ => Err(parts),
                }
            }
        }
    }

    /// What an occurrence adds as details, in order.
    pub(crate) const fn details(&self) -> Details {
        let mut reader = self.reader();
        reader.skip_message();
        let count = reader.number();
        Details { reader, count }
    }

    const fn reader(&self) -> Reader {
        Reader {
            declaration: self.declaration,
            facts: self.facts,
            place: self.message,
            more: 0,
        }
    }
}

/// The details that are still to be read.
pub(crate) struct Details {
    reader: Reader,
    pub(crate) count: u32,
}

impl Details {
    /// The next one.
    pub(crate) const fn next(&mut self) -> Option<Detail> {
        if self.count == 0 {
            return None;
        }
        self.count -= 1;
        Some(self.reader.detail())
    }
}

/// Reads the rows of a type one behind the other.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    declaration: &'static Declaration,
    facts: &'static Facts,
    place: Place,
    /// How many entries of [`Facts::more`] the rows before have taken.
    more: usize,
}

impl Reader {
    pub(crate) const fn new(declaration: &'static Declaration, facts: &'static Facts) -> Self {
        Reader {
            declaration,
            facts,
            place: Place { number: 0, text: 0 },
            more: 0,
        }
    }

    /// The next row.
    pub(crate) const fn next(&mut self) -> Option<Row> {
        if self.place.number == self.facts.rows.len() {
            return None;
        }
        let status = self.number();
        let bits = self.number();
        let (declaration, facts) = (self.declaration, self.facts);
        let row = Row {
            declaration,
            facts,
            more: self.more(bits),
            #[allow(clippy::cast_possible_truncation, reason = "it is 599 at most")]
            status: 400 + status as u16,
            retryable: bits & RETRYABLE != 0,
            code: self.text(),
            variant: self.text(),
            title: self.text(),
            summary: self.text(),
            message: self.place,
        };
        self.skip_message();
        let mut details = self.number();
        while details > 0 {
            self.skip_detail();
            details -= 1;
        }
        Some(row)
    }

    const fn more(&mut self, bits: u32) -> &'static MoreFacts {
        if bits & MORE == 0 {
            return &MoreFacts::NONE;
        }
        self.more += 1;
        &self.facts.more[self.more - 1]
    }

    const fn byte(&mut self) -> u32 {
        self.place.number += 1;
        self.facts.rows[self.place.number - 1] as u32
    }

    const fn number(&mut self) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= (byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
            shift += 7;
        }
    }

    const fn text(&mut self) -> Text {
        let length = self.number();
        self.text_of(length)
    }

    const fn text_of(&mut self, length: u32) -> Text {
        let start = self.place.text;
        self.place.text += length;
        Text { start, length }
    }

    /// A text that may not be there.
    const fn optional_text(&mut self) -> Option<Text> {
        match self.number() {
            0 => None,
            length => Some(self.text_of(length - 1)),
        }
    }

    fn part(&mut self) -> Part {
        match self.optional_text() {
            Some(text) => Part::Text(self.facts.text(text)),
            None => {
                let name = self.text();
                Part::Hole(
                    self.facts.text(name),
                    self.facts.holes[self.number() as usize],
                )
            }
        }
    }

    const fn skip_message(&mut self) {
        let mut parts = self.number();
        while parts > PARTS {
            if self.optional_text().is_none() {
                self.text();
                self.number();
            }
            parts -= 1;
        }
    }

    const fn detail(&mut self) -> Detail {
        let name = match self.optional_text() {
            Some(name) => Some(self.facts.text(name)),
            None => None,
        };
        let field = match (self.optional_text(), name) {
            (Some(field), _) => self.facts.text(field),
            (None, Some(name)) => name,
            (None, None) => "",
        };
        let DetailType { example, schema } = self.facts.details[self.number() as usize];
        Detail {
            name,
            field,
            example,
            schema,
        }
    }

    const fn skip_detail(&mut self) {
        self.optional_text();
        self.optional_text();
        self.number();
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
