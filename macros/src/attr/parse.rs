//! The parser of `#[api_error(..)]`. It goes on behind a mistake, so that all are seen at once.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{
    AngleBracketedGenericArguments, Attribute, Ident, LitBool, LitInt, LitStr, Meta, Path, Token,
    TypePath, parenthesized,
};

use super::table::{Key, Place, keys_on};
use super::{At, Attrs, Code, ConstantHeader, Message, Retry, Status};
use crate::diagnostics::Diagnostics;
use crate::nearest::suggestion;

/// Reads the attributes of one place that are this derive's.
pub(crate) fn parse(attributes: &[Attribute], place: Place, diagnostics: &Diagnostics) -> Attrs {
    let mut parser = Parser {
        place,
        diagnostics,
        attrs: Attrs::default(),
        seen: Vec::new(),
    };
    for attribute in attributes {
        if attribute.path().is_ident("api_error") {
            parser.attribute(attribute);
        } else if attribute.path().is_ident("source") {
            parser.attrs.source = Some(attribute.path().span_of_first());
        } else if attribute.path().is_ident("from") {
            parser.attrs.from = Some(attribute.path().span_of_first());
        }
    }
    parser.attrs
}

struct Parser<'a> {
    place: Place,
    diagnostics: &'a Diagnostics,
    attrs: Attrs,
    seen: Vec<&'static str>,
}

impl Parser<'_> {
    fn attribute(&mut self, attribute: &Attribute) {
        let keys = match &attribute.meta {
            Meta::List(list) => list,
            Meta::Path(path) => {
                self.diagnostics.error(
                    path.span_of_first(),
                    "`#[api_error]` says nothing yet: write keys in parentheses, as in `#[api_error(status = 404)]`",
                );
                return;
            }
            Meta::NameValue(pair) => {
                self.diagnostics.error(
                    pair.path.span_of_first(),
                    "write the keys in parentheses, as in `#[api_error(status = 404)]`",
                );
                return;
            }
        };
        let parsed = keys.parse_args_with(|input: ParseStream<'_>| {
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
                        .error(error.span(), "expected a comma between two keys");
                    skip_to_comma(input)?;
                    input.parse::<Option<Token![,]>>()?;
                }
            }
            Ok(())
        });
        if let Err(error) = parsed {
            self.diagnostics.push(error);
        }
    }

    /// One key with its value.
    fn item(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let name = input.call(Ident::parse_any).map_err(|error| {
            let known: Vec<_> = keys_on(self.place).map(|key| format!("`{key}`")).collect();
            let known = known.join(", ");
            syn::Error::new(
                error.span(),
                format!("expected a key; {} takes {known}", self.place),
            )
        })?;
        let at = name.span();
        let text = name.to_string();
        let Some(key) = Key::find(&text) else {
            let kind = format!("keys of {}", self.place);
            let near = suggestion(&text, &kind, keys_on(self.place));
            return Err(syn::Error::new(
                at,
                format!("there is no key `{text}`: {near}"),
            ));
        };
        let Some(form) = key.form(self.place) else {
            let message = format!(
                "`{text}` belongs on {}, not on {}",
                key.places(),
                self.place
            );
            return Err(syn::Error::new(at, message));
        };
        if self.seen.contains(&key.name) && !(key.repeats && self.place != Place::Field) {
            let message = format!("`{text}` stands here twice: keep one of them");
            return Err(syn::Error::new(at, message));
        }
        self.seen.push(key.name);
        let value = Value { input, at, form };
        self.value(key.name, &value)
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
            "challenge" => attrs.challenge = Some(value.text()?),
            "message" => attrs.message = Some(value.message(self.place)?),
            "status" => attrs.status = Some(value.status()?),
            "code" => attrs.code = Some(value.code()?),
            "shared" => attrs.shared = Some(value.flag()?),
            "title" => attrs.title = Some(value.text()?),
            "display" => attrs.display = Some(value.text()?),
            "docs" if field => attrs.docs_field = Some(value.flag()?),
            "docs" => attrs.docs = Some(value.text()?),
            "retryable" => {
                let on = !value.input.peek(Token![=]) || value.boolean()?;
                value.end()?;
                attrs.retryable = Some(At { key: at, value: on });
            }
            "retry" => attrs.retry = Some(retry(value, self.diagnostics)?),
            "transparent" => attrs.transparent = Some(value.flag()?),
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
        while !content.is_empty() {
            let part: Ident = content.call(Ident::parse_any)?;
            let at = Some(part.span());
            match part.to_string().as_str() {
                "error" => self.attrs.manual_error = at,
                "response" => self.attrs.manual_response = at,
                other => {
                    let near = suggestion(other, "parts", ["error", "response"]);
                    let message = format!("`manual` knows no part `{other}`: {near}");
                    return Err(syn::Error::new(part.span(), message));
                }
            }
            content.parse::<Option<Token![,]>>()?;
        }
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
    let mut retry = Retry::default();
    while !content.is_empty() {
        let part: Ident = content.call(Ident::parse_any)?;
        let inner = Value {
            input: &content,
            at: part.span(),
            form: "retry(after = \"30s\", max = 3)",
        };
        match part.to_string().as_str() {
            "after" => retry.after = Some(inner.text()?.value),
            "max" => retry.max = Some(inner.integer()?),
            other => {
                let near = suggestion(other, "parts", ["after", "max"]);
                let message = format!("`retry` knows no part `{other}`: {near}");
                diagnostics.error(part.span(), message);
                skip_to_comma(&content)?;
            }
        }
        content.parse::<Option<Token![,]>>()?;
    }
    value.end()?;
    Ok(At {
        key: value.at,
        value: retry,
    })
}

/// What stands behind a key.
struct Value<'a> {
    input: ParseStream<'a>,
    at: Span,
    /// How the key is written, for messages.
    form: &'static str,
}

impl Value<'_> {
    fn expected(&self) -> syn::Error {
        let span = if self.input.is_empty() || self.input.peek(Token![,]) {
            self.at
        } else {
            self.input.span()
        };
        syn::Error::new(span, format!("write it as `{}`", self.form))
    }

    /// The value has to end here.
    fn end(&self) -> syn::Result<()> {
        if self.input.is_empty() || self.input.peek(Token![,]) {
            Ok(())
        } else {
            Err(self.expected())
        }
    }

    fn equals(&self) -> syn::Result<()> {
        self.input
            .parse::<Token![=]>()
            .map(|_| ())
            .map_err(|_| self.expected())
    }

    fn flag(&self) -> syn::Result<Span> {
        self.end()?;
        Ok(self.at)
    }

    fn text(&self) -> syn::Result<At<LitStr>> {
        self.equals()?;
        let value = self.input.parse().map_err(|_| self.expected())?;
        self.end()?;
        Ok(At {
            key: self.at,
            value,
        })
    }

    fn path(&self) -> syn::Result<At<Path>> {
        self.equals()?;
        let value = self.input.parse().map_err(|_| self.expected())?;
        self.end()?;
        Ok(At {
            key: self.at,
            value,
        })
    }

    fn boolean(&self) -> syn::Result<bool> {
        self.equals()?;
        let value: LitBool = self.input.parse().map_err(|_| self.expected())?;
        Ok(value.value)
    }

    fn integer(&self) -> syn::Result<LitInt> {
        self.equals()?;
        let value = self.input.parse().map_err(|_| self.expected())?;
        self.end()?;
        Ok(value)
    }

    fn constant_header(&self) -> syn::Result<ConstantHeader> {
        if !self.input.peek(syn::token::Paren) {
            return Err(self.expected());
        }
        let content;
        parenthesized!(content in self.input);
        let parse = || -> syn::Result<ConstantHeader> {
            let name = content.parse()?;
            content.parse::<Token![=]>()?;
            let value = content.parse()?;
            content.parse::<Option<Token![,]>>()?;
            if content.is_empty() {
                Ok(ConstantHeader { name, value })
            } else {
                Err(content.error(""))
            }
        };
        let header = parse().map_err(|error| {
            syn::Error::new(error.span(), format!("write it as `{}`", self.form))
        })?;
        self.end()?;
        Ok(header)
    }

    fn message(&self, place: Place) -> syn::Result<At<Message>> {
        self.equals()?;
        let value = if self.input.peek(LitStr) && place != Place::Enum {
            Message::Text(self.input.parse()?)
        } else if self.input.peek(Ident) {
            let word: Ident = self.input.parse()?;
            if word != "display" {
                let message = format!("write it as `{}` or `message = display`", self.form);
                return Err(syn::Error::new(word.span(), message));
            }
            Message::Display
        } else if place == Place::Enum {
            return Err(syn::Error::new(
                self.input.span(),
                "a text is the message of one variant: write it there. An enum takes `message = display` only",
            ));
        } else {
            return Err(self.expected());
        };
        self.end()?;
        Ok(At {
            key: self.at,
            value,
        })
    }

    fn status(&self) -> syn::Result<At<Status>> {
        self.equals()?;
        let value = if self.input.peek(LitInt) {
            Status::Number(self.input.parse()?)
        } else if self.input.peek(Ident) {
            // `StatusCode::NOT_FOUND` is what a user may have copied.
            let path: Path = self.input.parse()?;
            match path.segments.last() {
                Some(last) => Status::Name(last.ident.clone()),
                None => return Err(self.expected()),
            }
        } else {
            return Err(self.expected());
        };
        self.end()?;
        Ok(At {
            key: self.at,
            value,
        })
    }

    fn code(&self) -> syn::Result<At<Code>> {
        self.equals()?;
        let value = if self.input.peek(LitStr) {
            Code::Text(self.input.parse()?)
        } else {
            let negative = self.input.parse::<Option<Token![-]>>()?.is_some();
            Code::Number {
                negative,
                digits: self.input.parse().map_err(|_| {
                    syn::Error::new(
                        self.expected().span(),
                        format!(
                            "write it as `{}`, or as an integer: `code = 20404`",
                            self.form
                        ),
                    )
                })?,
            }
        };
        self.end()?;
        Ok(At {
            key: self.at,
            value,
        })
    }

    /// Any expression, as tokens up to the next comma that is not inside of it. syn would parse
    /// expressions only with a feature that doubles its size.
    fn expression(&self) -> syn::Result<At<TokenStream>> {
        self.equals()?;
        let mut tokens = TokenStream::new();
        if self.input.peek(Token![<]) {
            // `<Vec<(A, B)>>::new()`
            self.input.parse::<TypePath>()?.to_tokens(&mut tokens);
        }
        while !self.input.is_empty() && !self.input.peek(Token![,]) {
            if self.input.peek(Token![::]) && self.input.peek3(Token![<]) {
                let generics: AngleBracketedGenericArguments = self.input.parse()?;
                generics.to_tokens(&mut tokens);
            } else {
                self.input.parse::<TokenTree>()?.to_tokens(&mut tokens);
            }
        }
        if tokens.is_empty() {
            return Err(self.expected());
        }
        Ok(At {
            key: self.at,
            value: tokens,
        })
    }
}

/// Steps over the rest of an item that could not be read.
fn skip_to_comma(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}

/// The span of a path's first segment: that of the whole cannot be had on a stable compiler.
trait SpanOfFirst {
    fn span_of_first(&self) -> Span;
}

impl SpanOfFirst for Path {
    fn span_of_first(&self) -> Span {
        self.segments
            .first()
            .map_or_else(Span::call_site, |segment| segment.ident.span())
    }
}
