//! The parser of `#[api_error(..)]`. It goes on behind a mistake, so that all are seen at once.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Ident, Lit, Meta, MetaNameValue, Token, parenthesized};

use super::markers::{self, span_of_first};
use super::table::{Key, Place, keys_on};
use super::value::Value;
use super::{At, Attrs, Message, Retry};
use crate::diagnostics::Diagnostics;
use crate::format::names_in_braces;
use crate::literal;
use crate::nearest::{nearest, one_of, unknown};

/// Reads the attributes of one place that are this derive's.
pub(crate) fn parse(attributes: &[Attribute], place: Place, diagnostics: &Diagnostics) -> Attrs {
    let mut parser = Parser::new(place, diagnostics);
    for attribute in attributes {
        if attribute.path().is_ident("api_error") {
            parser.attribute(attribute);
        } else if attribute.path().is_ident("source") {
            parser.attrs.source = markers::read("source", attribute, place, &mut parser.attrs);
        } else if attribute.path().is_ident("from") {
            parser.attrs.from = markers::read("from", attribute, place, &mut parser.attrs);
        } else if attribute.path().is_ident("error") {
            markers::read_error(attribute, place, &mut parser.attrs, diagnostics);
        } else if let Meta::List(list) = &attribute.meta {
            if list.path.is_ident("allow") || list.path.is_ident("expect") {
                parser.attrs.allowed.push(list.tokens.clone());
            }
        }
    }
    parser.attrs
}

/// Reads the keys of one place that are not in an attribute.
pub(crate) fn parse_keys(keys: TokenStream, place: Place, diagnostics: &Diagnostics) -> Attrs {
    let mut parser = Parser::new(place, diagnostics);
    let parsed = (|input: ParseStream<'_>| parser.keys(input)).parse2(keys);
    parser.end(parsed);
    parser.attrs
}

struct Parser<'a> {
    place: Place,
    diagnostics: &'a Diagnostics,
    attrs: Attrs,
    seen: Vec<&'static str>,
    /// Whether the last key is a text with arguments behind it, which is reported.
    arguments: bool,
}

impl<'a> Parser<'a> {
    fn new(place: Place, diagnostics: &'a Diagnostics) -> Self {
        Parser {
            place,
            diagnostics,
            attrs: Attrs::default(),
            seen: Vec::new(),
            arguments: false,
        }
    }

    fn attribute(&mut self, attribute: &Attribute) {
        let keys = match &attribute.meta {
            Meta::List(list) => list,
            Meta::Path(path) | Meta::NameValue(MetaNameValue { path, .. }) => {
                self.attrs.unread.extend(keys_on(self.place));
                self.diagnostics.error(
                    span_of_first(path),
                    "`#[api_error]` must have keys in parentheses: write it as in `#[api_error(status = 404)]`",
                );
                return;
            }
        };
        let parsed = keys.parse_args_with(|input: ParseStream<'_>| self.keys(input));
        self.end(parsed);
    }

    /// All keys of a list.
    fn keys(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        while !input.is_empty() {
            if let Err(error) = self.item(input) {
                self.diagnostics.push(error);
                skip_to_comma(input)?;
            }
            if input.is_empty() {
                break;
            }
            if let Err(error) = input.parse::<Token![,]>() {
                self.diagnostics
                    .error(error.span(), "expected `,` between two keys");
                skip_to_comma(input)?;
                input.parse::<Option<Token![,]>>()?;
            }
        }
        Ok(())
    }

    /// Reports a list of which no more could be read.
    fn end(&mut self, parsed: syn::Result<()>) {
        if let Err(error) = parsed {
            self.attrs.unread.extend(keys_on(self.place));
            self.diagnostics.push(error);
        }
    }

    /// One key with its value.
    fn item(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        if !input.peek(Ident::peek_any) && input.peek(Lit) {
            let literal: Lit = input.parse()?;
            if let Some(skipped) = self.argument("", literal.span(), input) {
                return skipped;
            }
            self.attrs.unread.extend(keys_on(self.place));
            return Err(self.lone_literal(&literal));
        }
        let at = input.span();
        let Ok(name) = input.call(Ident::parse_any) else {
            if let Some(skipped) = self.argument("", at, input) {
                return skipped;
            }
            self.attrs.unread.extend(keys_on(self.place));
            return Err(syn::Error::new(at, self.expected_key()));
        };
        let text = name.to_string();
        let Some(key) = Key::find(&text) else {
            if self.place == Place::Field && (text == "source" || text == "from") {
                let message = format!("`{text}` is not a key but an attribute: write `#[{text}]`");
                return Err(syn::Error::new(at, message));
            }
            if let Some(skipped) = self.argument(&text, at, input) {
                return skipped;
            }
            self.attrs
                .unread
                .extend(nearest(&text, keys_on(self.place)));
            let message = unknown("key", &text, keys_on(self.place));
            return Err(syn::Error::new(at, message));
        };
        let Some(form) = key.form(self.place) else {
            let constant = match key.name {
                "retry_after" => ", or `retry(after = \"30s\")` for a constant wait",
                _ => "",
            };
            self.attrs.unread.push(key.name);
            let message = format!(
                "`{text}` cannot appear on {}: {}{constant}",
                self.place,
                key.remedy(self.place),
            );
            return Err(syn::Error::new(at, message));
        };
        if self.seen.contains(&key.name) && !(key.repeats && self.place != Place::Field) {
            return Err(syn::Error::new(at, twice(&text)));
        }
        self.seen.push(key.name);
        self.arguments = false;
        let value = Value { input, at, form };
        let read = self.value(key.name, &value);
        if read.is_err() {
            self.attrs.unread.push(key.name);
        }
        read
    }

    /// What is behind a text and meant as an argument of it, as for `format!`: the first is reported.
    fn argument(
        &mut self,
        word: &str,
        at: Span,
        input: ParseStream<'_>,
    ) -> Option<syn::Result<()>> {
        let key = *self.seen.last()?;
        if self.arguments {
            return Some(skip_to_comma(input));
        }
        let attrs = &mut self.attrs;
        let text = match (key, &attrs.message, &attrs.display) {
            ("message", Some(message), _) => match &message.value {
                Message::Text(text) => text,
                Message::Display => return None,
            },
            ("display", _, Some(display)) => &display.value,
            _ => return None,
        };
        let text = literal::text(text);
        let names = names_in_braces(&text);
        if !names.contains(&"") && !names.contains(&word) {
            return None;
        }
        if key == "message" {
            attrs.message = None;
        } else {
            attrs.display = None;
        }
        attrs.unread.push(key);
        self.arguments = true;
        let message = format!(
            "`{key}` takes no arguments: write the names of fields in the text, as in `{key} = \"Claim {{id}} not found\"`"
        );
        Some(Err(syn::Error::new(at, message)))
    }

    /// A value whose key is not there, or a key in quotes.
    fn lone_literal(&self, literal: &Lit) -> syn::Error {
        let key = match literal {
            Lit::Str(text) if Key::find(&literal::text(text)).is_some() => {
                let message = format!("a key cannot be in quotes: write `{}`", literal::text(text));
                return syn::Error::new(literal.span(), message);
            }
            Lit::Str(_) => "message",
            Lit::Int(_) => "status",
            _ => "",
        };
        let fits = match self.place {
            Place::Struct | Place::Variant => true,
            Place::HttpError => key != "status",
            _ => false,
        };
        let message = if fits && !key.is_empty() {
            format!(
                "this value has no key: write `{key} = {}`",
                literal.to_token_stream()
            )
        } else {
            self.expected_key()
        };
        syn::Error::new(literal.span(), message)
    }

    fn expected_key(&self) -> String {
        format!("expected a key: {}", one_of(keys_on(self.place)))
    }

    fn value(&mut self, key: &'static str, value: &Value<'_>) -> syn::Result<()> {
        let at = value.at;
        let field = self.place == Place::Field;
        let attrs = &mut self.attrs;
        match key {
            "envelope" => attrs.envelope = Some(value.path()?),
            "rename_all" => attrs.rename_all = Some(value.text()?),
            "crate" => attrs.errorbook = Some(value.path()?),
            "manual" => self.manual(value)?,
            "category" => attrs.category = Some(value.text()?),
            "header" if field => attrs.header = Some(value.text()?),
            "header" => attrs.constant_headers.push(value.constant_header()?),
            "challenge" => attrs.challenges.push(value.text()?),
            "message" => attrs.message = Some(value.message(self.place)?),
            "status" => attrs.status = Some(value.status()?),
            "code" => attrs.code = Some(value.code()?),
            "shared" => attrs.shared = Some(value.flag()?),
            "title" => attrs.title = Some(value.text()?),
            "display" => attrs.display = Some(value.text()?),
            "docs" if field => attrs.docs_field = Some(value.flag()?),
            "docs" => attrs.docs = Some(value.text()?),
            "retryable" => attrs.retryable = Some(value.switch()?),
            "not_applied" => attrs.not_applied = Some(value.switch()?),
            "retry" => attrs.retry = Some(retry(value, self.diagnostics)?),
            "level" => attrs.level = Some(value.text()?),
            "transparent" => attrs.transparent = Some(value.flag()?),
            "framework" => attrs.framework = Some(value.flag()?),
            "detail" => {
                let name = if value.input.peek(Token![=]) {
                    Some(value.text()?.value)
                } else {
                    value.end()?;
                    None
                };
                attrs.detail = Some(At {
                    key: at,
                    value: name,
                });
            }
            "details" => attrs.details = Some(value.flag()?),
            "headers" => attrs.headers = Some(value.flag()?),
            "retry_after" => attrs.retry_after = Some(value.flag()?),
            "example" => attrs.example = Some(value.expression()?),
            _ => unreachable!("every key of the table has its value here"),
        }
        Ok(())
    }

    fn manual(&mut self, value: &Value<'_>) -> syn::Result<()> {
        let content;
        if !value.input.peek(syn::token::Paren) {
            return Err(value.expected());
        }
        parenthesized!(content in value.input);
        if content.is_empty() {
            return Err(value.expected());
        }
        parts(&content, value.form, self.diagnostics, |part, at| {
            let manual = match part {
                "error" => &mut self.attrs.manual_error,
                "response" => &mut self.attrs.manual_response,
                other => {
                    let message = unknown("part of `manual`", other, ["error", "response"]);
                    return Err(syn::Error::new(at, message));
                }
            };
            if manual.replace(at).is_some() {
                return Err(syn::Error::new(at, twice(part)));
            }
            Ok(())
        })?;
        value.end()
    }
}

/// `(after = "30s", max = 3)`
fn retry(value: &Value<'_>, diagnostics: &Diagnostics) -> syn::Result<At<Retry>> {
    let content;
    if !value.input.peek(syn::token::Paren) {
        return Err(value.expected());
    }
    parenthesized!(content in value.input);
    if content.is_empty() {
        let message = format!(
            "`retry` cannot be empty: write `{}`, or one of the two parts",
            value.form
        );
        return Err(syn::Error::new(value.at, message));
    }
    let mut retry = Retry::default();
    parts(&content, value.form, diagnostics, |part, at| {
        let inner = Value {
            input: &content,
            at,
            form: value.form,
        };
        match part {
            "after" => retry.after = Some(inner.text()?.value),
            "max" => retry.max = Some(inner.integer()?),
            other => {
                let message = unknown("part of `retry`", other, ["after", "max"]);
                return Err(syn::Error::new(at, message));
            }
        }
        Ok(())
    })?;
    value.end()?;
    Ok(At {
        key: value.at,
        value: retry,
    })
}

/// The parts in a key's parentheses, each once and with a comma between two. `read` is called with
/// the name of each, its value ahead.
fn parts(
    content: ParseStream<'_>,
    form: &str,
    diagnostics: &Diagnostics,
    mut read: impl FnMut(&str, Span) -> syn::Result<()>,
) -> syn::Result<()> {
    let mut seen = Vec::new();
    while !content.is_empty() {
        let span = content.span();
        let part = content
            .call(Ident::parse_any)
            .map_err(|_| syn::Error::new(span, format!("expected `{form}`")))
            .and_then(|part| {
                let name = part.to_string();
                if seen.contains(&name) {
                    return Err(syn::Error::new(part.span(), twice(&name)));
                }
                read(&name, part.span())?;
                seen.push(name);
                Ok(())
            });
        if let Err(error) = part {
            diagnostics.push(error);
            skip_to_comma(content)?;
        }
        if content.is_empty() {
            break;
        }
        if content.parse::<Token![,]>().is_err() {
            diagnostics.error(content.span(), format!("expected `{form}`"));
            skip_to_comma(content)?;
            content.parse::<Option<Token![,]>>()?;
        }
    }
    Ok(())
}

fn twice(key: &str) -> String {
    format!("`{key}` appears twice: keep one of them")
}

/// Steps over the rest of an item that could not be read.
fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
