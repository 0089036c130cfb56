//! The rows of a type's errors, and how they are read: numbers in one byte string, texts in one string, and
//! beside them ([`Facts`]) what cannot be written so, which is mostly functions. The compiler is done
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

use crate::facts::{Detail, DetailType, Facts, MoreFacts, Part};
use crate::spec::{Code, Declaration};

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

impl Text {
    const fn of(self, facts: &Facts) -> &'static str {
        let (_, behind) = facts.texts.split_at(self.start as usize);
        behind.split_at(self.length as usize).0
    }
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
            None => Code::Text(self.code.of(self.facts)),
        }
    }

    pub(crate) const fn variant(&self) -> &'static str {
        self.variant.of(self.facts)
    }

    pub(crate) const fn title(&self) -> &'static str {
        self.title.of(self.facts)
    }

    pub(crate) const fn summary(&self) -> &'static str {
        self.summary.of(self.facts)
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
            Some(text) => Part::Text(text.of(self.facts)),
            None => {
                let name = self.text();
                Part::Hole(
                    name.of(self.facts),
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
            Some(name) => Some(name.of(self.facts)),
            None => None,
        };
        let field = match (self.optional_text(), name) {
            (Some(field), _) => field.of(self.facts),
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
