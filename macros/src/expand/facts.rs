//! One row: the facts of one error as literals and paths of functions.
//!
//! ```text
//! __e::ErrorSpec {
//!     declaration: &__DECLARATION, index: 0, status: __e::S404, retryable: false, code: "NOT_FOUND", hash: 7,
//!     variant: "NotFound", summary: "", message: "Not Found", more: __e::NONE,
//! }
//! ```

use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::Target;
use super::fields::{
    Place, link, report, wait, with_example, with_public_example, write_detail, write_header,
};
use super::source::{Code, Source};
use crate::hash::hash;
use crate::model::{self, Error, Field, Message, Piece, Variant};
use crate::status;

/// Writes a row. A message that is the title or the summary is written out, so nothing looks it up at run time.
pub(super) fn row(
    target: &Target<'_>,
    index: usize,
    variant: &Variant,
    error: &Error,
    rows: &mut Source,
) {
    let (number, hash, name) = (error.status, hash(&error.code.text()), &error.name);
    let (title, summary) = (&error.title, error.summary.as_deref().unwrap_or_default());
    let phrase = status::reason_phrase(number);
    let status = match phrase {
        Some(_) => format!("__e::S{number}"),
        None => format!("__e::status({number})"),
    };
    let code = match &error.code {
        model::Code::Text(code) => code,
        model::Code::Number(_) => "",
    };
    let mut more = More::default();
    // The first of all, so that each error response finds it in one step.
    if let Some(level) = error.level {
        more.text(&format!("Level(__e::Level::{level})"));
    }
    if let model::Code::Number(number) = error.code {
        more.text(&format!("NumericCode({number},\"{number}\")"));
    }
    if phrase.unwrap_or("Error") != title {
        more.text(&format!("Title({title:?})"));
    }
    let mut message = match &error.message {
        Message::Title => title,
        Message::Summary => summary,
        Message::Pieces(pieces) => match pieces.as_slice() {
            [Piece::Literal(text)] => text,
            pieces => {
                self::message(target, variant, pieces, &mut more);
                ""
            }
        },
    };
    if let Some(shown) = &error.of_framework {
        if shown.text {
            more.text(&format!("RejectionText({message:?})"));
            message = "";
        }
        if shown.fields {
            more.constant("__e::REJECTED_FIELDS");
        }
        if shown.any_status {
            more.text("AnyStatus");
        }
    }
    declared(error, &mut more);
    of_fields(target, variant, error, &mut more);
    let mut fields = Source::default();
    fields.text(&format!(
        "declaration:&__DECLARATION,index:{index},status:{status},retryable:{},code:{code:?},\
         hash:{hash},variant:{name:?},summary:{summary:?},message:{message:?},more:",
        error.retryable,
    ));
    fields.code(match error.of_framework {
        None => more.finish(),
        Some(_) if !more.is_used => Code::Text("__e::OF_FRAMEWORK".to_owned()),
        Some(_) => {
            more.text("OfFramework");
            more.finish()
        }
    });
    rows.code(fields.in_braces("__e::ErrorSpec"));
}

/// What only some errors declare: `&[__e::Fact::Category("claims"), ..]`.
#[derive(Default)]
struct More {
    facts: Source,
    is_used: bool,
}

impl More {
    fn text(&mut self, fact: &str) {
        self.code(Code::Text(fact.to_owned()));
    }

    fn tokens(&mut self, fact: TokenStream) {
        self.code(Code::Tokens(fact));
    }

    fn code(&mut self, fact: Code) {
        self.facts.text("__e::Fact::");
        self.whole(fact);
    }

    /// Adds an expression that is a fact.
    fn whole(&mut self, fact: Code) {
        self.is_used = true;
        self.facts.code(fact);
        self.end();
    }

    /// A fact that is a constant of the runtime.
    fn constant(&mut self, path: &str) {
        self.facts.text(path);
        self.end();
    }

    fn end(&mut self) {
        self.facts.text(",");
        self.is_used = true;
    }

    fn finish(self) -> Code {
        if self.is_used {
            self.facts.in_brackets("&")
        } else {
            Code::Text("__e::NONE".to_owned())
        }
    }
}

/// The parts of a message with placeholders.
fn message(target: &Target<'_>, variant: &Variant, pieces: &[Piece], more: &mut More) {
    for piece in pieces {
        let (field, spec) = match piece {
            Piece::Literal(text) => {
                more.text(&format!("Text({text:?})"));
                continue;
            }
            Piece::Hole { field, spec } => (&variant.fields[*field], spec),
        };
        let name = &field.name;
        match field.std_text() {
            Some(ty) if spec.is_empty() && field.example.is_none() => more.text(&format!(
                "Hole({name:?},<{ty} as __e::StdText>::write_example)"
            )),
            _ => {
                let show = field.write_hole(&field.example_binding(), spec);
                let place = if spec.is_empty() {
                    Place::Message
                } else {
                    Place::Formatted
                };
                let otherwise = quote!(__writer.push_str(#name));
                let write = with_public_example(target, field, place, &show, &otherwise);
                more.tokens(quote!(Hole(#name, |_, __writer| #write)));
            }
        }
    }
}

/// What is declared without a field.
fn declared(error: &Error, more: &mut More) {
    for (name, text) in [
        ("Explanation", &error.explanation),
        ("Docs", &error.docs),
        ("Category", &error.category),
    ] {
        if let Some(text) = text {
            more.text(&format!("{name}({text:?})"));
        }
    }
    if let Some(not_applied) = error.not_applied {
        more.text(&format!("NotApplied({not_applied})"));
    }
    if let Some(seconds) = error.retry_after {
        more.text(&format!("RetryAfter({seconds})"));
    }
    if let Some(attempts) = error.max_attempts {
        more.text(&format!("MaxAttempts({attempts})"));
    }
    if error.shared {
        more.text("Shared");
    }
    if let Some(deprecation) = &error.deprecation {
        let option = |text: &Option<String>| match text {
            Some(text) => format!("::core::option::Option::Some({text:?})"),
            None => "::core::option::Option::None".to_owned(),
        };
        let (since, note) = (option(&deprecation.since), option(&deprecation.note));
        more.text(&format!(
            "Deprecated(__e::Deprecation::new({since},{note}))"
        ));
    }
    if !error.headers.is_empty() {
        let mut headers = String::new();
        for header in &error.headers {
            let _ = write!(headers, "{header:?},");
        }
        more.text(&format!("Headers(&[{headers}])"));
    }
}

/// What the fields of an occurrence add.
fn of_fields(target: &Target<'_>, variant: &Variant, error: &Error, more: &mut More) {
    for detail in &error.details {
        let field = &variant.fields[detail.field];
        self::detail(target, field, detail.name.as_deref(), more);
    }
    if let Some(field) = error.report {
        let fact = report(target, &variant.fields[field], &quote!(FACT));
        more.whole(Code::Tokens(fact));
    }
    if !error.written_headers.is_empty() {
        let headers = error
            .written_headers
            .iter()
            .map(|headers| written_headers(target, &variant.fields[headers.field], headers));
        more.tokens(quote!(WrittenHeaders(&[#(#headers),*])));
    }
    if let Some(example) = wait(target, variant, error) {
        more.tokens(quote!(OwnWait(#example)));
    }
    if let Some(field) = error.retry_after_field {
        let field = &variant.fields[field];
        let ty = target.type_in_rows(&field.ty);
        let always = quote_spanned!(field.here()=> <#ty as __e::Wait>::ALWAYS);
        more.tokens(quote!(AlwaysWaits(#always)));
    }
    if let Some(example) = link(target, variant, error) {
        more.tokens(quote!(OwnDocs(#example)));
    }
}

/// `Detail("limit", "limit", <u64 as __e::StdDetail>::write_example, <u64 as __e::StdDetail>::schema)`
fn detail(target: &Target<'_>, field: &Field, name: Option<&str>, more: &mut More) {
    let field_name = &field.name;
    match (name, &field.std_type) {
        (Some(name), Some(ty)) if field.example.is_none() => {
            let ty = &ty.text;
            more.text(&format!(
                "Detail({name:?},{field_name:?},<{ty} as __e::StdDetail>::write_example,\
                 <{ty} as __e::StdDetail>::schema)"
            ));
        }
        _ => {
            let ty = target.type_in_rows(&field.ty);
            let write = write_detail(field, name, &field.example_binding());
            let place = if name.is_some() {
                Place::Detail
            } else {
                Place::Details
            };
            let write = with_public_example(target, field, place, &write, &TokenStream::new());
            let schema = if field.generic {
                quote_spanned!(field.here()=> __e::public_schema::<#ty>().of(__schemas))
            } else {
                quote_spanned!(field.here()=> __e::schema::<#ty>().of(__schemas))
            };
            let functions = quote!(|_, _, __writer| #write, |__schemas| #schema);
            more.tokens(match name {
                Some(name) => quote!(Detail(#name, #field_name, #functions)),
                None => quote!(WholeDetails(#field_name, #functions)),
            });
        }
    }
}

fn written_headers(
    target: &Target<'_>,
    field: &Field,
    headers: &model::WrittenHeaders,
) -> TokenStream {
    let ty = target.type_in_rows(&field.ty);
    let name = headers.name.as_deref();
    let write = write_header(field, headers, &ty, &field.example_binding());
    let nothing = TokenStream::new();
    let write = match name {
        Some(_) => with_public_example(target, field, Place::Header, &write, &nothing),
        None => with_example(target, field, &write, &nothing),
    };
    let (names, always, value) = match name {
        Some(name) => (
            quote!(&[#name]),
            quote!(&[]),
            quote!(|| __e::header_value::<#ty>().of()),
        ),
        None => (
            quote_spanned!(field.here()=> <#ty as __e::HeaderSet>::NAMES),
            quote_spanned!(field.here()=> <#ty as __e::HeaderSet>::ALWAYS),
            quote!(|| __e::HeaderValue::ANY),
        ),
    };
    quote!(__e::WrittenHeaders {
        names: #names,
        always: #always,
        example: |__writer| #write,
        value: #value,
    })
}
