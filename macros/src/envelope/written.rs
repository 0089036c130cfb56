//! What was written, before anyone asks whether it makes sense.
//!
//! A part that could not be read is `None`; whoever left it out has reported the mistake.

use proc_macro2::{Span, TokenStream};
use syn::{Attribute, Ident, Lit, LitStr, Path, Visibility};

/// The input of `envelope!`.
pub(super) struct Written {
    /// The path of the errorbook crate.
    pub(super) runtime: TokenStream,
    pub(super) declaration: Option<Declaration>,
    pub(super) media_type: Option<LitStr>,
    pub(super) headers: Vec<Header>,
    /// `fields = pointer;`
    pub(super) fields: Option<Ident>,
    /// `field_names = "camelCase";`
    pub(super) field_names: Option<FieldNames>,
    pub(super) root: Option<Value>,
}

/// `/// The error body of the claims API. pub Claims`
pub(super) struct Declaration {
    pub(super) attrs: Vec<Attribute>,
    pub(super) vis: Visibility,
    pub(super) name: Ident,
}

/// `header "X-Error-Code" = code;`
pub(super) struct Header {
    pub(super) name: LitStr,
    pub(super) value: Option<Value>,
}

/// What the Rust names of fields become.
pub(super) enum FieldNames {
    /// One of serde's rules.
    Case(LitStr),
    Function(Path),
}

/// A JSON value, or a word in the place of one.
pub(super) enum Value {
    /// A slot, or `true`, `false`, `null`.
    Word(Word),
    Text(LitStr),
    /// A number, or a literal that Rust has and JSON has not.
    Literal {
        minus: bool,
        literal: Lit,
    },
    Object {
        members: Vec<Member>,
        span: Span,
    },
    Array {
        elements: Vec<Element>,
        span: Span,
    },
}

impl Value {
    pub(super) fn span(&self) -> Span {
        match self {
            Value::Word(word) => word.span,
            Value::Text(text) => text.span(),
            Value::Literal { literal, .. } => literal.span(),
            Value::Object { span, .. } | Value::Array { span, .. } => *span,
        }
    }
}

pub(super) enum Member {
    Entry(Entry),
    /// `..details`
    Spread(Ident),
}

/// `"key": value`, `"key"?: value`, `(slot): value`
pub(super) struct Entry {
    pub(super) key: Option<Key>,
    pub(super) optional: bool,
    pub(super) value: Option<Value>,
}

pub(super) enum Key {
    Name(LitStr),
    Slot(Word),
}

/// `code`, `context.tenant`
pub(super) struct Word {
    pub(super) text: String,
    pub(super) span: Span,
}

/// `value`, `value?`
pub(super) struct Element {
    pub(super) optional: bool,
    pub(super) value: Value,
}
