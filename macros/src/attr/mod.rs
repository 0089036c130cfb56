//! `#[api_error(..)]`, `#[source]` and `#[from]` as they are written.
//!
//! Nothing is judged here beyond the form: whether a status exists or two keys contradict each other
//! is for `check` to say.

mod markers;
mod parse;
mod table;
mod value;

use proc_macro2::{Span, TokenStream};
use syn::{Ident, LitInt, LitStr, Path};

pub(crate) use markers::is_thiserror;
pub(crate) use parse::{parse, parse_keys};
pub(crate) use table::Place;

/// A value and where its key stands.
#[derive(Clone)]
pub(crate) struct At<T> {
    pub(crate) key: Span,
    pub(crate) value: T,
}

/// All that one type, variant or field says. Which keys can be there depends on the place.
#[derive(Clone, Default)]
pub(crate) struct Attrs {
    pub(crate) envelope: Option<At<Path>>,
    pub(crate) rename_all: Option<At<LitStr>>,
    pub(crate) manual_error: Option<Span>,
    pub(crate) manual_response: Option<Span>,
    pub(crate) errorbook: Option<At<Path>>,

    pub(crate) category: Option<At<LitStr>>,
    pub(crate) constant_headers: Vec<ConstantHeader>,
    pub(crate) challenges: Vec<At<LitStr>>,
    pub(crate) message: Option<At<Message>>,

    pub(crate) status: Option<At<Status>>,
    pub(crate) code: Option<At<Code>>,
    pub(crate) shared: Option<Span>,
    pub(crate) title: Option<At<LitStr>>,
    pub(crate) display: Option<At<LitStr>>,
    pub(crate) docs: Option<At<LitStr>>,
    pub(crate) retryable: Option<At<bool>>,
    pub(crate) not_applied: Option<At<bool>>,
    pub(crate) retry: Option<At<Retry>>,
    pub(crate) level: Option<At<LitStr>>,
    pub(crate) transparent: Option<Span>,
    pub(crate) framework: Option<Span>,

    pub(crate) detail: Option<At<Option<LitStr>>>,
    pub(crate) details: Option<Span>,
    pub(crate) header: Option<At<LitStr>>,
    pub(crate) headers: Option<Span>,
    pub(crate) retry_after: Option<Span>,
    pub(crate) docs_field: Option<Span>,
    pub(crate) example: Option<At<TokenStream>>,

    pub(crate) source: Option<Span>,
    pub(crate) from: Option<Span>,
    /// Whether the field is no source, whatever its name.
    pub(crate) not_source: bool,
    /// Mistakes in `#[source]` and `#[from]`, unless another derive reads these.
    pub(crate) wrong_markers: Vec<syn::Error>,

    /// What `#[allow(..)]` and `#[expect(..)]` name.
    pub(crate) allowed: Vec<TokenStream>,

    /// Keys that are meant here but could not be read. That is reported, so that they are missing is
    /// not.
    pub(crate) unread: Vec<&'static str>,
}

impl Attrs {
    /// Whether one of these keys is meant here but could not be read.
    pub(crate) fn has_unread(&self, keys: &[&str]) -> bool {
        self.unread.iter().any(|key| keys.contains(key))
    }
}

/// `header("Name" = "value")`.
#[derive(Clone)]
pub(crate) struct ConstantHeader {
    pub(crate) name: LitStr,
    pub(crate) value: LitStr,
}

/// `message = ".."` or `message = display`.
#[derive(Clone)]
pub(crate) enum Message {
    Text(LitStr),
    Display,
}

/// `status = 404` or `status = NOT_FOUND`.
#[derive(Clone)]
pub(crate) enum Status {
    Number(LitInt),
    Name(Ident),
}

/// `code = ".."` or `code = 42`.
#[derive(Clone)]
pub(crate) enum Code {
    Text(LitStr),
    Number { negative: bool, digits: LitInt },
}

/// `retry(after = "30s", max = 3)`.
#[derive(Clone, Default)]
pub(crate) struct Retry {
    pub(crate) after: Option<LitStr>,
    pub(crate) max: Option<LitInt>,
}
