//! How the derive writes the facts of an error: calls with positional arguments, because their tokens
//! are fewer than those of struct expressions, and the compiler is done with them sooner.

use std::borrow::Cow;
use std::time::Duration;

use crate::schema::{DetailSchema, Schemas};
use crate::spec::{Code, Declaration, Deprecation, ErrorSpec};
use crate::write::{DetailsWriter, HeaderWriter, MessageWriter, TextKind};

/// The fields of a row. The derive calls [`Declaration::row`] and then one method for each fact that the variant
/// declares. What few variants declare stands elsewhere: the compiler is done sooner with small rows.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Facts {
    pub variant: &'static str,
    pub status: u16,
    pub code: Code,
    /// A hash of the code's text, made by the derive so that the catalog's check is cheap.
    pub hash: u64,
    pub title: &'static str,
    pub summary: Option<&'static str>,
    pub message: Said,
    pub retryable: bool,
    pub details: &'static [Detail],
    pub more: &'static MoreFacts,
}

/// The fields of a row that are rarely declared. What a variant does not say stays at
/// [`MoreFacts::NONE`].
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct MoreFacts {
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

/// Where the public message comes from.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub enum Said {
    Title,
    Summary,
    Text(&'static str),
    Parts(&'static [Part]),
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

impl Declaration {
    /// The row of an error that declares nothing but a status. `index` is its place among the rows of
    /// its type, `hash` that of the code's text.
    #[must_use]
    pub const fn row(
        &'static self,
        index: usize,
        variant: &'static str,
        status: u16,
        code: &'static str,
        hash: u64,
        title: &'static str,
    ) -> ErrorSpec {
        self.coded_row(index, variant, status, Code::Text(code), hash, title)
    }

    /// The same for an error whose code is an integer.
    #[must_use]
    pub const fn numbered_row(
        &'static self,
        index: usize,
        variant: &'static str,
        status: u16,
        code: i64,
        hash: u64,
        title: &'static str,
    ) -> ErrorSpec {
        self.coded_row(index, variant, status, Code::Number(code), hash, title)
    }

    const fn coded_row(
        &'static self,
        index: usize,
        variant: &'static str,
        status: u16,
        code: Code,
        hash: u64,
        title: &'static str,
    ) -> ErrorSpec {
        ErrorSpec {
            declaration: self,
            index,
            facts: Facts {
                variant,
                status,
                code,
                hash,
                title,
                summary: None,
                message: Said::Title,
                retryable: false,
                details: &[],
                more: &MoreFacts::NONE,
            },
        }
    }
}

/// Declares a method for each fact: what it takes, and what it sets.
macro_rules! facts {
    ($($name:ident($($argument:ident: $type:ty)?) => $field:ident: $value:expr;)*) => {
        impl ErrorSpec {$(
            #[doc(hidden)]
            #[must_use]
            pub const fn $name(mut self $(, $argument: $type)?) -> Self {
                self.facts.$field = $value;
                self
            }
        )*}
    };
}

facts! {
    summarized(text: &'static str) => summary: Some(text);
    says_summary() => message: Said::Summary;
    says(text: &'static str) => message: Said::Text(text);
    to_be_retried() => retryable: true;
    more(more: &'static MoreFacts) => more: more;
}

impl ErrorSpec {
    /// The message is that many parts of a list of them.
    #[doc(hidden)]
    #[must_use]
    pub const fn says_parts(mut self, all: &'static [Part], start: usize, count: usize) -> Self {
        self.facts.message = Said::Parts(all.split_at(start).1.split_at(count).0);
        self
    }

    /// The details are that many of a list of them.
    #[doc(hidden)]
    #[must_use]
    pub const fn details(mut self, all: &'static [Detail], start: usize, count: usize) -> Self {
        self.facts.details = all.split_at(start).1.split_at(count).0;
        self
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
