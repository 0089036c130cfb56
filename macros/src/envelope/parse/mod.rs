//! Tokens → what was written. Each mistake is reported where it stands, and reading goes on behind
//! it: at the next word that makes sense, or else behind the next comma.

mod header;
mod member;
mod start;
mod value;

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseBuffer, ParseStream, Parser as _, Peek};
use syn::{Attribute, Ident, LitStr, Token, Visibility, token};

use super::written::{Declaration, FieldNames, Header, Value, Written};
use crate::diagnostics::Diagnostics;

/// What `input` says; `None` where it does not even begin like an envelope.
pub(super) fn parse(input: TokenStream, found: &Diagnostics) -> Option<Written> {
    let parser = Parser {
        found,
        headers: Vec::new(),
        fields: None,
        field_names: None,
    };
    let read = |input: ParseStream| parser.envelope(input);
    read.parse2(input).map_err(|error| found.push(error)).ok()
}

struct Parser<'a> {
    found: &'a Diagnostics,
    headers: Vec<Header>,
    fields: Option<Ident>,
    field_names: Option<FieldNames>,
}

impl Parser<'_> {
    fn envelope(mut self, input: ParseStream) -> syn::Result<Written> {
        let runtime = flatten(input.parse::<Group>()?.stream());
        let attrs = input.call(Attribute::parse_outer)?;
        let vis: Visibility = input.parse()?;
        let name = self.name(input);
        let media_type = self.media_type(input, name.as_ref().map(Ident::span));
        let root = self.root(input, media_type.as_ref().map(LitStr::span));
        self.nothing_more(input);
        Ok(Written {
            runtime,
            declaration: name.map(|name| Declaration { attrs, vis, name }),
            media_type,
            headers: self.headers,
            fields: self.fields,
            field_names: self.field_names,
            root,
        })
    }

    fn name(&self, input: ParseStream) -> Option<Ident> {
        if input.peek(Ident) {
            return input.parse().ok();
        }
        self.found.error(
            input.span(),
            "expected the name of the envelope: write it as in `pub Claims: \"application/json\" { .. }`",
        );
        // `pub struct Claims` has the name, behind a keyword too many.
        if input.peek(Ident::peek_any) {
            input.call(Ident::parse_any).ok()?;
            return input.parse().ok();
        }
        None
    }

    /// `: "application/json"`, behind the name `before` it, if that is there.
    fn media_type(&self, input: ParseStream, before: Option<Span>) -> Option<LitStr> {
        let colon = eat(input, Token![:]);
        if input.peek(LitStr) {
            if !colon {
                self.found
                    .error(input.span(), "expected `:` between name and media type");
            }
            return input.parse().ok();
        }
        let at = before.filter(|_| at_body(input));
        if let Some(at) = at.or_else(|| place(input, before)) {
            self.found.error(
                at,
                "expected the media type, a string, after the name: \
                 write it as in `Claims: \"application/json\" { .. }`",
            );
        }
        skip_until(input, at_body);
        None
    }

    /// `{ .. }` or `[ .. ]`, with the headers ahead of what is in it.
    fn root(&mut self, input: ParseStream, before: Option<Span>) -> Option<Value> {
        if !at_body(input) {
            if let Some(at) = place(input, before) {
                self.found.error(
                    at,
                    "expected the body after the media type: write an object, `{ .. }`, or an array, `[ .. ]`",
                );
            }
            skip_until(input, at_body);
        }
        if input.peek(token::Brace) {
            let (content, span) = braced(input).ok()?;
            self.headers_ahead(&content);
            let members = self.members(&content);
            Some(Value::Object { members, span })
        } else if input.peek(token::Bracket) {
            let (content, span) = bracketed(input).ok()?;
            self.headers_ahead(&content);
            let elements = self.elements(&content);
            Some(Value::Array { elements, span })
        } else {
            None
        }
    }

    fn nothing_more(&self, input: ParseStream) {
        if !input.is_empty() {
            self.found.error(
                input.span(),
                "nothing can appear after the body: remove this, or write a second `envelope!` for a second envelope",
            );
            skip_until(input, |_| false);
        }
    }
}

/// Where something is missing: at what stands in its place, else at what is `before`. Where that is
/// missing too, the user knows.
fn place(input: ParseStream, before: Option<Span>) -> Option<Span> {
    if input.is_empty() {
        before
    } else {
        Some(input.span())
    }
}

/// `tokens` without the invisible groups that a `macro_rules` puts around what it passes on.
fn flatten(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                flatten(group.stream())
            }
            other => other.into(),
        })
        .collect()
}

fn at_body(input: ParseStream) -> bool {
    input.peek(token::Brace) || input.peek(token::Bracket)
}

/// Takes `token` if it is next, and says whether it was.
fn eat<P: Peek>(input: ParseStream, token: P) -> bool
where
    P::Token: Parse,
{
    input.peek(token) && input.parse::<P::Token>().is_ok()
}

fn skip_until(input: ParseStream, stop: impl Fn(ParseStream) -> bool) {
    while !input.is_empty() && !stop(input) {
        if input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}

fn skip_past_comma(input: ParseStream) {
    skip_until(input, |input| input.peek(Token![,]));
    eat(input, Token![,]);
}

fn braced<'a>(input: &ParseBuffer<'a>) -> syn::Result<(ParseBuffer<'a>, Span)> {
    let content;
    let braces = syn::braced!(content in input);
    Ok((content, braces.span.open()))
}

fn bracketed<'a>(input: &ParseBuffer<'a>) -> syn::Result<(ParseBuffer<'a>, Span)> {
    let content;
    let brackets = syn::bracketed!(content in input);
    Ok((content, brackets.span.open()))
}

fn parenthesized<'a>(input: &ParseBuffer<'a>) -> syn::Result<(ParseBuffer<'a>, Span)> {
    let content;
    let parens = syn::parenthesized!(content in input);
    Ok((content, parens.span.open()))
}
