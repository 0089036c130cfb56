//! Values, and the elements of arrays.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Lit, LitStr, Token, token};

use super::{Parser, braced, bracketed, eat, skip_past_comma, skip_until};
use crate::envelope::slot::Slot;
use crate::envelope::written::{Element, Value, Word};
use crate::nearest;

/// Whether a value begins here.
pub(super) fn at_value(input: ParseStream) -> bool {
    input.peek(Ident::peek_any)
        || input.peek(Lit)
        || input.peek(Token![-])
        || input.peek(token::Brace)
        || input.peek(token::Bracket)
}

/// Whether what stands behind a word makes an expression of it: `.len()`, `(code)`, `!(..)`, `::x`,
/// `+ 1`.
fn at_rest_of_expression(input: ParseStream) -> bool {
    let is_key = input.peek2(Token![:]) || input.peek2(Token![?]);
    (input.peek(token::Paren) && !is_key)
        || (input.peek(Token![.]) && !input.peek(Token![..]))
        || input.peek(Token![!])
        || input.peek(Token![::])
        || input.peek(Token![+])
}

/// Reads a word: `code`, `context.tenant`.
///
/// The points behind `context` belong to it, also where that is misspelt. So does what follows them, as far as it is
/// made of names.
pub(super) fn word(input: ParseStream) -> Option<Word> {
    let first = input.call(Ident::parse_any).ok()?;
    let span = first.span();
    let mut text = first.to_string();
    let is_context = ["context", "ctx"].contains(&text.as_str())
        || Slot::find(&text).is_none() && nearest::nearest(&text, ["context"]).is_some();
    while is_context && input.peek(Token![.]) && !input.peek(Token![..]) {
        // A call is an expression.
        if input.peek2(Ident::peek_any) && input.peek3(token::Paren) {
            break;
        }
        eat(input, Token![.]);
        text.push('.');
        if let Ok(name) = input.call(Ident::parse_any) {
            text.push_str(&name.unraw().to_string());
        } else if let Ok(number) = input.parse::<Lit>() {
            text.push_str(&number.to_token_stream().to_string());
        }
    }
    Some(Word { text, span })
}

impl Parser<'_> {
    pub(super) fn elements(&mut self, input: ParseStream) -> Vec<Element> {
        let mut elements = Vec::new();
        while !input.is_empty() {
            self.no_attributes(input);
            if let Some(element) = self.element(input) {
                elements.push(element);
                self.comma(input, "element", at_value(input));
            } else {
                skip_past_comma(input);
            }
        }
        elements
    }

    fn element(&mut self, input: ParseStream) -> Option<Element> {
        if input.is_empty() {
            return None;
        }
        if input.peek(Token![..]) {
            self.found.error(
                input.span(),
                "an array cannot contain a spread, because it has no members: write `details` as an element",
            );
            return None;
        }
        let mark = input.span();
        let mut optional = eat(input, Token![?]);
        if optional {
            self.found.error(
                mark,
                "the `?` of an element must come after it: write it as in `docs?`",
            );
        }
        let value = self.value(input)?;
        optional |= eat(input, Token![?]);
        let colon = input.span();
        if eat(input, Token![:]) {
            self.found.error(
                colon,
                "an array cannot have keys: write an object, `{ \"key\": value }`, as its element",
            );
            return self.value(input).map(|value| Element { optional, value });
        }
        Some(Element { optional, value })
    }

    /// Reads a value, or reports that none is here and reads nothing.
    pub(super) fn value(&mut self, input: ParseStream) -> Option<Value> {
        if input.peek(token::Brace) {
            let (content, span) = braced(input).ok()?;
            let members = self.members(&content);
            return Some(Value::Object { members, span });
        }
        if input.peek(token::Bracket) {
            let (content, span) = bracketed(input).ok()?;
            let elements = self.elements(&content);
            return Some(Value::Array { elements, span });
        }
        if input.peek(LitStr) {
            return input.parse().ok().map(Value::Text);
        }
        if input.peek(Ident::peek_any) {
            let word = word(input)?;
            if at_rest_of_expression(input) {
                return self.expression(word, input);
            }
            return Some(Value::Word(word));
        }
        let minus = input.peek(Token![-]) && input.peek2(Lit);
        if minus {
            eat(input, Token![-]);
        }
        if input.peek(Lit) {
            let literal = input.parse().ok()?;
            return Some(Value::Literal { minus, literal });
        }
        self.no_value(input);
        None
    }

    /// Reports an expression that begins with a word, and takes it. A slot there counts as the value.
    fn expression(&self, word: Word, input: ParseStream) -> Option<Value> {
        let slot = Slot::find(&word.text);
        let alone = slot.as_ref().map_or("code", |slot| &slot.name);
        let in_text = if alone == "details" { "code" } else { alone };
        self.found.error(
            word.span,
            format!("an envelope cannot contain expressions: write a slot, as in `{alone}`, JSON, or a string with slots, as in `\"{{{in_text}}}\"`"),
        );
        skip_until(input, |input| {
            input.peek(Token![,]) || input.peek(Token![;])
        });
        slot.map(|_| Value::Word(word))
    }

    pub(super) fn no_value(&self, input: ParseStream) {
        self.found.error(
            input.span(),
            "expected a value: write a slot, a string, a number, `true`, `false`, \
             `null`, `{ .. }` or `[ .. ]`",
        );
    }

    /// Takes the comma behind a member or an element.
    pub(super) fn comma(&self, input: ParseStream, kind: &str, next: bool) {
        if input.is_empty() || eat(input, Token![,]) {
            return;
        }
        if input.peek(Token![;]) {
            self.found.error(
                input.span(),
                format!("expected `,` after each {kind}: write `,` in place of this `;`"),
            );
            eat(input, Token![;]);
        } else if next {
            self.found
                .error(input.span(), format!("expected `,` between two {kind}s"));
        } else {
            self.found.error(
                input.span(),
                format!("expected `,` after the {kind}: write a slot or JSON as the value, without anything after it"),
            );
            skip_past_comma(input);
        }
    }

    /// Reports the doc comments and attributes that stand here, and takes them.
    pub(super) fn no_attributes(&self, input: ParseStream) {
        for attr in input.call(Attribute::parse_outer).into_iter().flatten() {
            self.found.error(
                attr.pound_token.span,
                "a doc comment or attribute cannot appear inside an envelope: write it before the name, or write a `//` comment",
            );
        }
    }
}
