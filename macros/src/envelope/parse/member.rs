//! The members of objects.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, Lit, LitStr, Token, token};

use super::start::{at_field_names, at_fields, at_header, at_member};
use super::value::{at_value, word};
use super::{Parser, eat, parenthesized, skip_past_comma, skip_until};
use crate::envelope::slot::Slot;
use crate::envelope::written::{Entry, Key, Member, Value, Word};

/// Whether `"key":` or `"key"?:` is next.
fn at_fixed_key(input: ParseStream) -> bool {
    input.peek(LitStr)
        && (input.peek2(Token![:]) || input.peek2(Token![?]) && input.peek3(Token![:]))
}

impl Parser<'_> {
    pub(super) fn members(&mut self, input: ParseStream) -> Vec<Member> {
        let mut members = Vec::new();
        while !input.is_empty() {
            self.no_attributes(input);
            if at_header(input) {
                self.found.error(
                    input.span(),
                    "a header line cannot appear after a member: write it before all members of the outermost object",
                );
                self.header(input);
            } else if at_fields(input) {
                self.found.error(
                    input.span(),
                    "a `fields` line cannot appear after a member: write it before all members of the outermost object",
                );
                self.fields(input);
            } else if at_field_names(input) {
                self.found.error(
                    input.span(),
                    "a `field_names` line cannot appear after a member: write it before all members of the outermost object",
                );
                self.field_names(input);
            } else if let Some(member) = self.member(input) {
                // A key without a value may be one that is still being typed, without its comma.
                let whole = !matches!(&member, Member::Entry(Entry { value: None, .. }));
                members.push(member);
                if whole || !at_member(input) {
                    self.comma(input, "member", at_member(input) || at_header(input));
                }
            } else {
                skip_past_comma(input);
            }
        }
        members
    }

    fn member(&mut self, input: ParseStream) -> Option<Member> {
        if input.is_empty() {
            return None;
        }
        if input.peek(Token![..]) {
            return self.spread(input);
        }
        let span = input.span();
        let (key, shown) = self.key(input)?;
        let mut optional = eat(input, Token![?]);
        let marked = format!("{shown}?");
        let shown = if optional { marked.clone() } else { shown };
        if input.peek(Token![=]) {
            self.found.error(
                input.span(),
                format!("expected `:` between key and value: write `{shown}: ..`"),
            );
            eat(input, Token![=]);
            eat(input, Token![>]);
        } else if !eat(input, Token![:]) && at_value(input) {
            self.found.error(
                input.span(),
                format!("expected `:` between key and value: write `{shown}: ..`"),
            );
        }
        let mark = input.span();
        if eat(input, Token![?]) {
            optional = true;
            self.found.error(
                mark,
                format!("the `?` of a member must come after its key: write `{marked}: ..`"),
            );
        }
        if at_fixed_key(input) || !at_value(input) {
            if input.is_empty() || input.peek(Token![,]) || at_member(input) {
                self.found.error(
                    span,
                    format!(
                        "expected a value after the key: write `{shown}: ..` with a slot or JSON"
                    ),
                );
            } else {
                self.no_value(input);
                skip_until(input, |input| input.peek(Token![,]));
            }
            let value = None;
            return Some(Member::Entry(Entry {
                key,
                optional,
                value,
            }));
        }
        let value = self.value(input)?;
        let mark = input.span();
        if eat(input, Token![?]) {
            let value = match &value {
                Value::Word(word) => word.text.clone(),
                _ => "..".to_owned(),
            };
            self.found.error(
                mark,
                format!("the `?` of a member must come after its key: write `{marked}: {value}`"),
            );
        }
        let value = Some(value);
        Some(Member::Entry(Entry {
            key,
            optional,
            value,
        }))
    }

    /// A key and how to write it; no key where only a value can still be read.
    fn key(&self, input: ParseStream) -> Option<(Option<Key>, String)> {
        if input.peek(LitStr) {
            let name: LitStr = input.parse().ok()?;
            let shown = name.token().to_string();
            return Some((Some(Key::Name(name)), shown));
        }
        if input.peek(token::Paren) {
            let slot = self.slot_key(input);
            let shown = slot
                .as_ref()
                .map_or("code".to_owned(), |slot| slot.text.clone());
            return Some((slot.map(Key::Slot), format!("({shown})")));
        }
        let span = input.span();
        if input.peek(Ident::peek_any) {
            let word = input.call(Ident::parse_any).ok()?.to_string();
            let marked = input.peek(Token![?]);
            let keyed = if marked {
                input.peek2(Token![:]) || input.peek2(Token![=])
            } else {
                input.peek(Token![:]) || input.peek(Token![=])
            };
            if keyed {
                self.found.error(
                    span,
                    format!("a key must be a string: write `\"{word}\": ..`"),
                );
                let name = LitStr::new(&word, span);
                return Some((Some(Key::Name(name)), format!("\"{word}\"")));
            }
            self.found.error(span, lone_word(&word, marked));
            return None;
        }
        if input.peek(Lit) {
            let name = match input.parse().ok()? {
                Lit::Int(number) => number.to_string(),
                Lit::Char(letter) => letter.value().to_string(),
                _ => "key".to_owned(),
            };
            self.found.error(
                span,
                format!("a key must be a string: write `\"{name}\": ..`"),
            );
            return Some((None, format!("\"{name}\"")));
        }
        self.found.error(
            span,
            "expected a member: write `\"key\": value`, `\"key\"?: value`, `(code): value` or `..details`",
        );
        None
    }

    /// The slot of `(code)`.
    fn slot_key(&self, input: ParseStream) -> Option<Word> {
        let (content, span) = parenthesized(input).ok()?;
        let slot = word(&content);
        if slot.is_some() && content.is_empty() {
            return slot;
        }
        skip_until(&content, |_| false);
        self.found.error(
            span,
            "a key in parentheses must be one slot: write it as in `(code): ..`",
        );
        None
    }

    fn spread(&self, input: ParseStream) -> Option<Member> {
        let span = input.span();
        let three_dots = input.peek(Token![...]);
        input.parse::<Token![..]>().ok()?;
        if three_dots {
            eat(input, Token![.]);
        }
        let mut marked = eat(input, Token![?]);
        let Ok(word) = input.call(Ident::parse_any) else {
            self.found
                .error(span, "a spread must name `details`: write `..details`");
            return None;
        };
        marked |= eat(input, Token![?]);
        if three_dots {
            self.found
                .error(span, "a spread must have two dots: write `..details`");
        }
        if marked {
            self.found.error(
                word.span(),
                "a spread cannot have `?`, because empty details add no member: write `..details`",
            );
        }
        Some(Member::Spread(word))
    }
}

/// What to say about `{ code }` and `{ details? }`.
fn lone_word(word: &str, marked: bool) -> String {
    let mark = if marked { "?" } else { "" };
    if Slot::find(word).is_some() {
        format!("a member must have a key and a value: write `\"{word}\"{mark}: {word}`")
    } else {
        format!("a member must have a key and a value: write `\"{word}\"{mark}: ..`")
    }
}
