//! A declaration of which everything is right that is in it, so that expanding it cannot fail. What was wrong is not
//! in it.

use proc_macro2::{Span, TokenStream};
use syn::{Generics, Ident, Member, Path, Type};

use crate::ast::{Deprecation, HttpErrors};

pub(crate) struct Declaration {
    pub(crate) ident: Ident,
    /// The lints that the declaration allows.
    pub(crate) allowed: Vec<TokenStream>,
    pub(crate) generics: Generics,
    pub(crate) is_enum: bool,
    /// The path of the runtime.
    pub(crate) errorbook: Path,
    pub(crate) envelope: Option<Path>,
    /// The docs link of every variant, with `{code}` in it.
    pub(crate) docs: Option<String>,
    /// Who makes `Display`, `Error` and `From`.
    pub(crate) error_maker: Maker,
    /// Whether the frameworks' response impls are made here.
    pub(crate) makes_response: bool,
    pub(crate) variants: Vec<Variant>,
    /// How many variants the declaration has, those with mistakes included.
    pub(crate) declared_variants: usize,
    /// What is known of a type that `http_errors!` declares.
    pub(crate) http_errors: Option<HttpErrors>,
    /// What is known of the rest, if the declaration has mistakes.
    pub(crate) wrong: Option<Wrong>,
}

/// What is known of the parts of a declaration that have mistakes.
pub(crate) struct Wrong {
    /// The types of fields that are marked with `#[from]`.
    pub(crate) from: Vec<Type>,
    /// Whether one of them holds the errors of frameworks.
    pub(crate) framework: bool,
    /// Whether a key of the type could not be read, its envelope for example.
    pub(crate) in_type: bool,
}

/// Who makes `Display`, `Error` and `From`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Maker {
    This,
    Thiserror,
    /// By hand, or by another derive: `manual(error)`.
    User,
}

pub(crate) struct Variant {
    pub(crate) ident: Ident,
    /// Whether it is written without braces or parentheses.
    pub(crate) is_unit: bool,
    pub(crate) fields: Vec<Field>,
    /// The position of the field that is the source, and whether `From` is made of it.
    pub(crate) source: Option<Source>,
    pub(crate) kind: Kind,
}

pub(crate) struct Source {
    pub(crate) field: usize,
    pub(crate) from: bool,
}

pub(crate) enum Kind {
    /// The response is that of the error in this field.
    Transparent {
        field: usize,
        /// Whether it holds the errors of frameworks.
        framework: bool,
    },
    Error(Box<Error>),
}

pub(crate) struct Field {
    pub(crate) member: Member,
    /// What a message calls it.
    pub(crate) name: String,
    pub(crate) ty: Type,
    pub(crate) span: Span,
    pub(crate) example: Option<TokenStream>,
    /// Whether the type mentions a type parameter.
    pub(crate) generic: bool,
    /// The type, if the runtime has compiled what is done with it: many fields are a `String` or a `u64`.
    pub(crate) std_type: Option<StdType>,
}

/// A type of the language or the standard library that the runtime writes as a detail.
pub(crate) struct StdType {
    /// The type as it is written.
    pub(crate) text: String,
    /// Whether it is written in messages, too.
    pub(crate) has_text: bool,
}

impl Field {
    /// The type, if the runtime writes it in messages.
    pub(crate) fn std_text(&self) -> Option<&str> {
        let ty = self.std_type.as_ref().filter(|ty| ty.has_text)?;
        Some(&ty.text)
    }
}

/// The facts of one error, and what its fields are for.
pub(crate) struct Error {
    pub(crate) name: String,
    pub(crate) status: u16,
    pub(crate) code: Code,
    pub(crate) title: String,
    pub(crate) summary: Option<String>,
    pub(crate) explanation: Option<String>,
    pub(crate) message: Message,
    /// The text for logs, where it is another than the message.
    pub(crate) display: Option<Vec<Piece>>,
    pub(crate) docs: Option<String>,
    pub(crate) category: Option<String>,
    pub(crate) retryable: bool,
    /// Whether the request was not carried out, where the status says otherwise.
    pub(crate) not_applied: Option<bool>,
    pub(crate) retry_after: Option<u64>,
    pub(crate) max_attempts: Option<u32>,
    /// The variant of the runtime's `Level`.
    pub(crate) level: Option<&'static str>,
    pub(crate) shared: bool,
    pub(crate) deprecation: Option<Deprecation>,
    /// The lines of constant headers, names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) written_headers: Vec<WrittenHeaders>,
    pub(crate) details: Vec<Detail>,
    /// The source, if its name is that of a report on a request's fields, which are details then.
    pub(crate) report: Option<usize>,
    pub(crate) retry_after_field: Option<usize>,
    pub(crate) docs_field: Option<usize>,
    /// A header that the status requires, where a set of headers has to name it.
    pub(crate) required_header: Option<RequiredHeader>,
    /// What it shows of a framework's error, if it is one.
    pub(crate) of_framework: Option<OfFramework>,
}

/// What an error shows of the framework's error in it.
pub(crate) struct OfFramework {
    /// The text of a rejection, in place of the message.
    pub(crate) text: bool,
    /// The fields that a rejection names, as a detail.
    pub(crate) fields: bool,
    /// The status, where its class has no error for it.
    pub(crate) any_status: bool,
}

impl Error {
    /// The fields that the response shows, by their positions.
    pub(crate) fn public_fields(&self) -> impl Iterator<Item = usize> {
        let message = match &self.message {
            Message::Pieces(pieces) => pieces.as_slice(),
            Message::Title | Message::Summary => &[],
        };
        let placeholders = message.iter().filter_map(|piece| match piece {
            Piece::Hole { field, .. } => Some(*field),
            Piece::Literal(_) => None,
        });
        placeholders
            .chain(self.details.iter().map(|detail| detail.field))
            .chain(self.written_headers.iter().map(|headers| headers.field))
            .chain(self.retry_after_field)
            .chain(self.docs_field)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    Text(String),
    Number(i64),
}

impl Code {
    /// The code as text, which is what makes codes the same.
    pub(crate) fn text(&self) -> String {
        match self {
            Code::Text(text) => text.clone(),
            Code::Number(number) => number.to_string(),
        }
    }
}

pub(crate) enum Message {
    Title,
    Summary,
    Pieces(Vec<Piece>),
}

/// A part of a text: literal, or a field with its format spec.
#[derive(Clone)]
pub(crate) enum Piece {
    Literal(String),
    Hole { field: usize, spec: String },
}

/// The headers that a field writes.
pub(crate) struct WrittenHeaders {
    pub(crate) field: usize,
    /// The header's name in lower case; without one the field is a set of headers.
    pub(crate) name: Option<String>,
    /// Whether other fields may add lines to this header.
    pub(crate) repeats: bool,
}

/// A field that is a member of the details, or without a name the whole of them.
pub(crate) struct Detail {
    pub(crate) field: usize,
    pub(crate) name: Option<String>,
}

/// That one of the sets of headers among the fields names a header.
pub(crate) struct RequiredHeader {
    pub(crate) fields: Vec<usize>,
    pub(crate) name: &'static str,
    pub(crate) message: String,
}
