//! The parts of a row.

use std::borrow::Cow;
use std::time::Duration;

use super::deprecation::Deprecation;
use super::level::Level;
use crate::write::{DetailSchema, DetailsWriter, HeaderWriter, MessageWriter, Schemas, TextKind};

/// Writes the example of a field of this name into a message.
type TextExample = fn(&'static str, &mut MessageWriter<'_>);

/// Writes the example of a detail of this name, and of a field of this name, into the details.
type DetailExample = fn(&'static str, &'static str, &mut DetailsWriter<'_>);

type SchemaOf = fn(&mut Schemas) -> DetailSchema;

/// A part of a message that has placeholders.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Text(&'static str),
    /// The name by which a message refers to the field, and what writes its example.
    Hole(&'static str, TextExample),
}

/// A field that becomes a member of the details object (or the whole of the details, without a name).
#[derive(Clone, Copy)]
pub(crate) struct Detail {
    pub(crate) name: Option<&'static str>,
    field: &'static str,
    example: DetailExample,
    #[cfg_attr(not(feature = "openapi"), expect(dead_code))]
    pub(crate) schema: SchemaOf,
}

impl Detail {
    /// Writes the example.
    pub(crate) fn write_example(&self, writer: &mut DetailsWriter<'_>) {
        (self.example)(self.name.unwrap_or_default(), self.field, writer);
    }
}

impl Fact {
    pub(crate) const fn part(&self) -> Option<Part> {
        match *self {
            Fact::Text(text) => Some(Part::Text(text)),
            Fact::Hole(name, example) => Some(Part::Hole(name, example)),
            Fact::RejectionText(message) => Some(Part::Hole(message, |message, writer| {
                writer.push_str(message);
            })),
            _ => None,
        }
    }

    pub(crate) const fn detail(&self) -> Option<Detail> {
        let (name, field, example, schema) = match *self {
            Fact::Detail(name, field, example, schema) => (Some(name), field, example, schema),
            Fact::WholeDetails(field, example, schema) => (None, field, example, schema),
            Fact::RejectedFields(example, schema) => {
                (Some(REJECTED_FIELDS), REJECTED_FIELDS, example, schema)
            }
            _ => return None,
        };
        Some(Detail {
            name,
            field,
            example,
            schema,
        })
    }
}

/// The name of the detail that lists the fields of a rejected request.
pub(super) const REJECTED_FIELDS: &str = "fields";

/// What only some errors declare.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Fact {
    /// The level of logs, if it is declared: the first of all, so that each error response finds it in one step.
    Level(Level),
    /// The code, if it is an integer, and its text, so that logs and metrics need not make it.
    NumericCode(i64, &'static str),
    /// What a source declares that has the name of a report on fields, and is another error.
    Nothing,
    /// The title, if it is not the reason phrase of the status.
    Title(&'static str),
    /// A part of the public message, if it has placeholders.
    Text(&'static str),
    /// A placeholder: the name by which the message refers to the field, and what writes its example.
    Hole(&'static str, TextExample),
    /// A member of the details: its name, and that by which a message would refer to the field.
    Detail(&'static str, &'static str, DetailExample, SchemaOf),
    /// A field that is the whole of the details.
    WholeDetails(&'static str, DetailExample, SchemaOf),
    Explanation(&'static str),
    Docs(&'static str),
    Category(&'static str),
    /// Whether the request was not carried out, where the status says otherwise.
    NotApplied(bool),
    /// In seconds.
    RetryAfter(u64),
    MaxAttempts(u32),
    Shared,
    Deprecated(Deprecation),
    /// Constant headers, names in lower case.
    Headers(&'static [(&'static str, &'static str)]),
    WrittenHeaders(&'static [WrittenHeaders]),
    /// The example of the field that is the occurrence's own wait; `None` for a set of headers that
    /// never has one.
    OwnWait(Option<fn() -> Option<Duration>>),
    /// Whether every occurrence has a wait of its own.
    AlwaysWaits(bool),
    /// The example of the field that is the occurrence's own docs link.
    OwnDocs(fn() -> Option<Cow<'static, str>>),
    /// It is a row of `http_errors!`: each occurrence has a `FrameworkError` as its source.
    OfFramework,
    /// The message of a row of `http_errors!`, where the `FrameworkError` has no text.
    RejectionText(&'static str),
    /// A row of `http_errors!` lists the fields that the `FrameworkError` has.
    RejectedFields(DetailExample, SchemaOf),
    /// A row of `http_errors!` also has the occurrences of other statuses of its class.
    AnyStatus,
}

/// The headers that one field writes, names in lower case.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct WrittenHeaders {
    pub names: &'static [&'static str],
    /// Those that every value writes, if the field is a set.
    pub always: &'static [&'static str],
    /// Writes the examples.
    pub example: fn(&mut HeaderWriter),
    /// What is known of the value, if the field is a single header.
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
