//! What was written → what is valid. A part with a mistake is reported and left out; the rest is
//! still checked, so that one compile shows everything.

mod json;
mod media_type;
mod problem;
mod text;

use proc_macro2::Span;
use syn::{Ident, Lit, LitStr};

use super::slot::Slot;
use super::template::{BRACKETED, Element, FieldNames, Header, Key, Member, Node, Piece, Template};
use super::written::{self, Value, Written};
use crate::case::Case;
use crate::diagnostics::Diagnostics;
use crate::header;
use crate::literal;
use crate::nearest;

/// The template, if it and everything ahead of it is free of mistakes.
pub(super) fn check(written: &Written, found: &Diagnostics) -> Option<Template> {
    let checker = Checker { found };
    let media_type = written.media_type.as_ref();
    let media_type = media_type.and_then(|media_type| checker.media_type(media_type));
    let headers = checker.headers(&written.headers);
    let fields = written.fields.as_ref();
    let fields = fields.map_or(BRACKETED, |word| checker.notation(word));
    let field_names = checker.field_names(written.field_names.as_ref());
    let root = written.root.as_ref().and_then(|root| checker.value(root));
    if let (Some(media_type), Some(root)) = (&media_type, &written.root) {
        problem::check_type(media_type, root, found);
    }
    let template = Template {
        media_type: media_type?,
        headers,
        fields,
        field_names,
        root: root?,
    };
    found.is_clean().then_some(template)
}

struct Checker<'a> {
    found: &'a Diagnostics,
}

impl Checker<'_> {
    fn media_type(&self, written: &LitStr) -> Option<String> {
        let text = self.plain(written)?;
        match media_type::check(&text) {
            Ok(()) => Some(text),
            Err(message) => {
                self.found.error(written.span(), message);
                None
            }
        }
    }

    /// One of serde's rules for the names of fields, or a function.
    fn field_names(&self, written: Option<&written::FieldNames>) -> FieldNames {
        let rule = match written {
            None => return FieldNames::Rust,
            Some(written::FieldNames::Function(path)) => return FieldNames::Function(path.clone()),
            Some(written::FieldNames::Case(rule)) => rule,
        };
        let name = literal::text(rule);
        match Case::find(&name) {
            // What serde takes fields to be in already.
            Some(Case::Lower | Case::Snake) => FieldNames::Rust,
            Some(Case::Upper | Case::ScreamingSnake) => FieldNames::Case("upper"),
            Some(Case::Pascal) => FieldNames::Case("pascal"),
            Some(Case::Camel) => FieldNames::Case("camel"),
            Some(Case::Kebab) => FieldNames::Case("kebab"),
            Some(Case::ScreamingKebab) => FieldNames::Case("screaming_kebab"),
            None => {
                let message = nearest::unknown("rule", &name, Case::names());
                self.found.error(rule.span(), message);
                FieldNames::Rust
            }
        }
    }

    /// `bracketed`, `dotted` or `pointer`.
    fn notation(&self, word: &Ident) -> &'static str {
        const NOTATIONS: [(&str, &str); 3] = [
            ("bracketed", BRACKETED),
            ("dotted", "Dotted"),
            ("pointer", "Pointer"),
        ];
        match NOTATIONS.iter().find(|(name, _)| word == name) {
            Some((_, variant)) => variant,
            None => {
                let message = nearest::unknown(
                    "notation",
                    &word.to_string(),
                    NOTATIONS.map(|(name, _)| name),
                );
                self.found.error(word.span(), message);
                BRACKETED
            }
        }
    }

    fn headers(&self, written: &[written::Header]) -> Vec<Header> {
        let mut names = Vec::new();
        let mut headers = Vec::new();
        for line in written {
            let name = match header::check_name(&literal::text(&line.name)) {
                Ok(name) if names.contains(&name) && !header::may_repeat(&name) => {
                    self.found.error(
                        line.name.span(),
                        format!("the header `{name}` appears twice: keep one of them"),
                    );
                    None
                }
                Ok(name) => {
                    names.push(name.clone());
                    Some(name)
                }
                Err(message) => {
                    self.found.error(line.name.span(), message);
                    None
                }
            };
            let value = line
                .value
                .as_ref()
                .and_then(|value| self.header_value(value));
            headers.extend(name.zip(value).map(|(name, value)| Header { name, value }));
        }
        headers
    }

    fn header_value(&self, written: &Value) -> Option<Vec<Piece>> {
        let pieces = match written {
            Value::Word(word) if !is_json_word(word) => {
                let slot = self.text_slot(&word.text, word.span, "a header")?;
                vec![Piece::Slot(slot)]
            }
            Value::Text(text) => self.pieces(text, "a header")?,
            other => {
                self.found.error(
                    other.span(),
                    "a header value must be text: write a slot or a string, as in `\"1\"` or `\"{retry_after}s\"`",
                );
                return None;
            }
        };
        for piece in &pieces {
            if let Piece::Literal(text) = piece {
                if let Err(message) = header::check_letters(text) {
                    self.found.error(written.span(), message);
                    return None;
                }
            }
        }
        Some(pieces)
    }

    fn value(&self, written: &Value) -> Option<Node> {
        match written {
            Value::Word(word) if is_json_word(word) => Some(Node::Literal(word.text.clone())),
            Value::Word(word) => self.slot(&word.text, word.span).map(Node::Slot),
            Value::Text(text) => self.text(text),
            Value::Literal { minus, literal } => self.literal(*minus, literal),
            Value::Object { members, .. } => Some(Node::Object(self.members(members))),
            Value::Array { elements, .. } => Some(Node::Array(self.elements(elements))),
        }
    }

    fn text(&self, written: &LitStr) -> Option<Node> {
        let pieces = self.pieces(written, "a string")?;
        Some(match pieces.as_slice() {
            [] => Node::Literal(json::string("")),
            [Piece::Literal(text)] => Node::Literal(json::string(text)),
            _ => Node::Text(pieces),
        })
    }

    fn literal(&self, minus: bool, literal: &Lit) -> Option<Node> {
        match json::literal(minus, literal) {
            Ok(text) => Some(Node::Literal(text)),
            Err(message) => {
                self.found.error(literal.span(), message);
                None
            }
        }
    }

    fn members(&self, written: &[written::Member]) -> Vec<Member> {
        let mut members: Vec<Member> = Vec::new();
        let mut keys = Vec::new();
        let mut spread = false;
        for member in written {
            let entry = match member {
                written::Member::Entry(entry) => entry,
                written::Member::Spread(word) => {
                    self.spread(word, spread);
                    spread |= word == "details";
                    members.push(Member::SpreadDetails);
                    continue;
                }
            };
            let key = entry.key.as_ref().and_then(|key| self.key(key, &mut keys));
            let value = entry.value.as_ref().and_then(|value| self.value(value));
            members.extend(key.zip(value).map(|(key, value)| Member::Entry {
                key,
                optional: entry.optional,
                value,
            }));
        }
        members
    }

    fn spread(&self, word: &Ident, again: bool) {
        if word != "details" {
            self.found.error(
                word.span(),
                format!("`{word}` cannot be spread, because only details have members: write `..details`"),
            );
        } else if again {
            self.found.error(
                word.span(),
                "`..details` appears twice in one object: keep one of them",
            );
        }
    }

    /// A key that is not among the `known` of its object, and becomes one of them.
    fn key(&self, written: &written::Key, known: &mut Vec<Key>) -> Option<Key> {
        let (key, span) = match written {
            written::Key::Name(name) => (Key::Name(self.key_name(name)?), name.span()),
            written::Key::Slot(slot) => {
                (Key::Slot(self.key_slot(&slot.text, slot.span)?), slot.span)
            }
        };
        if known.contains(&key) {
            let shown = match &key {
                Key::Name(name) => format!("{name:?}"),
                Key::Slot(slot) => format!("({})", slot.name),
            };
            self.found.error(
                span,
                format!(
                    "the key `{shown}` appears twice in one object: rename or remove one of them"
                ),
            );
            return None;
        }
        known.push(key.clone());
        Some(key)
    }

    fn elements(&self, written: &[written::Element]) -> Vec<Element> {
        let mut elements = Vec::new();
        for element in written {
            elements.extend(self.value(&element.value).map(|value| Element {
                optional: element.optional,
                value,
            }));
        }
        elements
    }

    fn slot(&self, word: &str, span: Span) -> Option<Slot> {
        let slot = Slot::find(word);
        if slot.is_none() {
            self.found.error(span, Slot::unknown(word));
        }
        slot
    }

    /// A slot as a key: one that is the same for every occurrence, so that it is known whether a
    /// member has the name already.
    fn key_slot(&self, word: &str, span: Span) -> Option<Slot> {
        let slot = self.text_slot(word, span, "a key")?;
        if !slot.may_be_key() {
            let because = if slot.varies() {
                ", because it differs between occurrences"
            } else {
                ""
            };
            self.found.error(
                span,
                format!(
                    "`{word}` cannot be a key{because}: write one of `category`, `code`, `status`, `title`"
                ),
            );
            return None;
        }
        Some(slot)
    }

    /// A slot in a `place` that holds text only.
    fn text_slot(&self, word: &str, span: Span, place: &str) -> Option<Slot> {
        let slot = self.slot(word, span)?;
        if slot.is_details() {
            self.found.error(
                span,
                format!(
                    "`details` cannot appear in {place}, because they are not text: \
                     write them as the value of a member, `\"details\": details`"
                ),
            );
            return None;
        }
        Some(slot)
    }
}

fn is_json_word(word: &written::Word) -> bool {
    ["true", "false", "null"].contains(&word.text.as_str())
}
