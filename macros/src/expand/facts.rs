//! The facts of a type's errors as two literals: one row of numbers per error, and the texts of all. How
//! they are read says `row.rs` of the runtime.

use std::collections::HashMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

use super::Target;
use super::rows::{errors, more, type_in_rows, with_example, write_detail};
use crate::model::{Code, Error, Message, Piece, Variant};

/// ```text
/// __e::Facts { rows: b"\x04..", texts: "NOT_FOUND..", hashes: b"..", holes: &[], .. }
/// ```
pub(super) fn expand(target: &Target<'_>) -> TokenStream {
    let mut rows = Rows::default();
    let more: Vec<_> = errors(target)
        .filter_map(|(variant, error)| {
            let more = more(target, variant, error);
            row(target, variant, error, more.is_some(), &mut rows);
            more
        })
        .collect();
    let Rows {
        numbers,
        texts,
        hashes,
        holes,
        details,
    } = rows;
    let (numbers, hashes) = (
        Literal::byte_string(&numbers),
        Literal::byte_string(&hashes),
    );
    let (holes, details) = (holes.functions, details.functions);
    quote! {
        __e::Facts {
            rows: #numbers,
            texts: #texts,
            hashes: #hashes,
            holes: &[#(#holes),*],
            details: &[#(#details),*],
            more: &[#(#more),*],
        }
    }
}

/// The rows of a type, as far as they are written.
#[derive(Default)]
struct Rows {
    numbers: Vec<u8>,
    texts: String,
    hashes: Vec<u8>,
    holes: Functions,
    details: Functions,
}

impl Rows {
    #[allow(clippy::cast_possible_truncation, reason = "seven bits are kept")]
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.numbers.push((number % 0x80) as u8 | 0x80);
            number /= 0x80;
        }
        self.numbers.push(number as u8);
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.texts.push_str(text);
    }

    /// A text where 0 stands for none.
    fn optional_text(&mut self, text: Option<&str>) {
        match text {
            Some(text) => {
                self.number(text.len() + 1);
                self.texts.push_str(text);
            }
            None => self.number(0),
        }
    }
}

/// What fields need of their types: one entry for all that need the same.
#[derive(Default)]
struct Functions {
    functions: Vec<TokenStream>,
    shared: HashMap<Ident, usize>,
}

impl Functions {
    /// The place of what this shared function is part of.
    fn shared(&mut self, function: Ident, entry: impl FnOnce(&Ident) -> TokenStream) -> usize {
        if let Some(place) = self.shared.get(&function) {
            return *place;
        }
        let place = self.add(entry(&function));
        self.shared.insert(function, place);
        place
    }

    fn add(&mut self, entry: TokenStream) -> usize {
        self.functions.push(entry);
        self.functions.len() - 1
    }
}

fn row(target: &Target<'_>, variant: &Variant, error: &Error, has_more: bool, rows: &mut Rows) {
    let code = error.code.text();
    rows.number(usize::from(error.status - 400));
    rows.number(usize::from(error.retryable) + 2 * usize::from(has_more));
    let hash = (hash(&code) & !1) | u32::from(error.shared);
    rows.hashes.extend(hash.to_le_bytes());
    rows.text(match &error.code {
        Code::Text(code) => code,
        Code::Number(_) => "",
    });
    rows.text(&error.name);
    rows.text(&error.title);
    rows.text(error.summary.as_deref().unwrap_or_default());
    message(target, variant, error, rows);
    details(target, variant, error, rows);
}

/// What an error says: its title, its summary, or parts, some of them holes.
fn message(target: &Target<'_>, variant: &Variant, error: &Error, rows: &mut Rows) {
    let pieces = match &error.message {
        Message::Title => return rows.number(0),
        Message::Summary => return rows.number(1),
        Message::Pieces(pieces) => pieces,
    };
    rows.number(2 + pieces.len());
    for piece in pieces {
        let (field, spec) = match piece {
            Piece::Literal(text) => {
                rows.optional_text(Some(text));
                continue;
            }
            Piece::Hole { field, spec } => (&variant.fields[*field], spec),
        };
        let name = &field.name;
        rows.optional_text(None);
        rows.text(name);
        let shared = if spec.is_empty() && field.example.is_none() {
            target.shared.message_example(field)
        } else {
            None
        };
        let place = if let Some(example) = shared {
            rows.holes.shared(example, ToTokens::to_token_stream)
        } else {
            let show = field.show(&field.example_binding(), spec);
            let write = with_example(target, field, &show, &quote!(__writer.push_str(#name)));
            rows.holes.add(quote!(|_, __writer| #write))
        };
        rows.number(place);
    }
}

fn details(target: &Target<'_>, variant: &Variant, error: &Error, rows: &mut Rows) {
    rows.number(error.details.len());
    for detail in &error.details {
        let field = &variant.fields[detail.field];
        let name = detail.name.as_deref();
        rows.optional_text(name);
        rows.optional_text((name != Some(&field.name)).then_some(&field.name));
        let shared = if name.is_some() && field.example.is_none() {
            target.shared.detail_example(field)
        } else {
            None
        };
        let place = if let Some(example) = shared {
            rows.details.shared(example, |example| {
                let schema = target.shared.schema(field);
                quote!(__e::DetailType { example: #example, schema: #schema })
            })
        } else {
            let write = write_detail(field, name, &field.example_binding());
            let write = with_example(target, field, &write, &TokenStream::new());
            let ty = type_in_rows(&field.ty, target);
            let schema = quote_spanned!(field.here()=> __e::schema::<#ty>().of(__schemas));
            rows.details.add(quote! {
                __e::DetailType { example: |_, __writer| #write, schema: |__schemas| #schema }
            })
        };
        rows.number(place);
    }
}

/// FNV-1a, 32 bits: good enough to spread codes over a table.
fn hash(code: &str) -> u32 {
    code.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_seven_bits_in_each_byte_the_lowest_first() {
        let written = |number| {
            let mut rows = Rows::default();
            rows.number(number);
            rows.numbers
        };
        assert_eq!(written(0), [0]);
        assert_eq!(written(127), [127]);
        assert_eq!(written(128), [128, 1]);
        assert_eq!(written(300), [0b1010_1100, 0b10]);
        assert_eq!(written(16_383), [255, 127]);
        assert_eq!(written(16_384), [128, 128, 1]);
    }
}
