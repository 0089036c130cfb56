//! Tokens → what was written. Each mistake is reported at its place, and reading goes on behind it.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Path, Token, Visibility, token};

use super::rows;
use super::written::{Row, Written};
use crate::diagnostics::Diagnostics;

/// What `input` says; `None` if it does not name a type.
pub(super) fn parse(input: TokenStream, found: &Diagnostics) -> Option<Written> {
    let parser = Parser { found };
    let read = |input: ParseStream<'_>| parser.whole(input);
    read.parse2(input).unwrap_or_else(|error| {
        found.push(error);
        None
    })
}

struct Parser<'a> {
    found: &'a Diagnostics,
}

impl Parser<'_> {
    fn whole(&self, input: ParseStream<'_>) -> syn::Result<Option<Written>> {
        let runtime: Path = syn::parse2(flatten(input.parse::<Group>()?.stream()))?;
        let attrs = input.call(Attribute::parse_outer)?;
        self.check_attributes(&attrs, "the type");
        let vis: Visibility = input.parse()?;
        let name = self.name(input);
        let keys = self.keys(input, name.is_some());
        let rows = self.rows(input)?;
        Ok(name.map(|name| Written {
            runtime,
            attrs,
            vis,
            name,
            keys,
            rows,
        }))
    }

    fn name(&self, input: ParseStream<'_>) -> Option<Ident> {
        if input.peek(syn::Ident) {
            return input.parse().ok();
        }
        let span = input.span();
        self.found.error(
            span,
            "expected the name of the type: write it as in `pub HttpError: envelope = MyEnvelope;`",
        );
        // `pub enum HttpError` has the name, behind a keyword too many.
        if input.peek(syn::Ident::peek_any) {
            input.call(Ident::parse_any).ok()?;
            return input.parse().ok();
        }
        None
    }

    /// `: envelope = Claims, rename_all = "snake_case";`, all of it optional.
    fn keys(&self, input: ParseStream<'_>, has_name: bool) -> TokenStream {
        let mut keys = TokenStream::new();
        if input.is_empty() {
            return keys;
        }
        let has_colon = input.peek(Token![:]) && input.parse::<Token![:]>().is_ok();
        if !has_colon && !input.peek(Token![;]) {
            if has_name {
                self.found.error(
                    input.span(),
                    "expected `:` and keys, or `;`, after the name of the type: write it as in \
                     `HttpError: envelope = MyEnvelope;`",
                );
            }
            skip_past_semicolon(input);
            return keys;
        }
        while !input.is_empty() && !input.peek(Token![;]) {
            if at_row(input) {
                self.found.error(
                    input.span(),
                    "expected `;` after the keys of the type: write it before the first row",
                );
                return keys;
            }
            match input.parse::<TokenTree>() {
                Ok(token) => keys.extend([token]),
                Err(_) => break,
            }
        }
        let _ = input.parse::<Option<Token![;]>>();
        keys
    }

    fn rows(&self, input: ParseStream<'_>) -> syn::Result<Vec<Row>> {
        let mut rows = Vec::new();
        while !input.is_empty() {
            let attrs = input.call(Attribute::parse_outer)?;
            if let Some(name) = self.row_name(input) {
                self.check_attributes(&attrs, "a row");
                let keys = self.row_keys(input, &name)?;
                rows.push(Row { attrs, name, keys });
            }
            self.separator(input)?;
        }
        Ok(rows)
    }

    fn row_name(&self, input: ParseStream<'_>) -> Option<Ident> {
        if input.peek(syn::Ident::peek_any) {
            return input.call(Ident::parse_any).ok();
        }
        let span = input.span();
        let number = input.parse::<syn::LitInt>();
        let name = number
            .ok()
            .and_then(|number| number.base10_parse().ok())
            .and_then(rows::name_of_status);
        let example = name.as_deref().unwrap_or("NotFound");
        self.found.error(
            span,
            format!("a row begins with the name of its status: write `{example}(code = \"..\")`"),
        );
        None
    }

    fn row_keys(&self, input: ParseStream<'_>, name: &Ident) -> syn::Result<TokenStream> {
        if input.peek(token::Paren) {
            let content;
            syn::parenthesized!(content in input);
            return content.parse();
        }
        if !input.is_empty() && !input.peek(Token![,]) && !input.peek(Token![;]) {
            self.found.error(
                input.span(),
                format!(
                    "the keys of a row are in parentheses: write it as in `{name}(code = \"..\")`"
                ),
            );
        }
        Ok(TokenStream::new())
    }

    /// `,` or `;` after a row, optional after the last.
    fn separator(&self, input: ParseStream<'_>) -> syn::Result<()> {
        let at_end = |input: ParseStream<'_>| {
            input.is_empty() || input.peek(Token![,]) || input.peek(Token![;])
        };
        if !at_end(input) && at_row(input) {
            self.found
                .error(input.span(), "expected `,` between two rows");
            return Ok(());
        }
        while !at_end(input) {
            input.parse::<TokenTree>()?;
        }
        if !input.is_empty() {
            input.parse::<TokenTree>()?;
        }
        Ok(())
    }

    /// Attributes that would not be applied to all that is made.
    fn check_attributes(&self, attrs: &[Attribute], place: &str) {
        for attribute in attrs {
            let path = attribute.path();
            let span = path
                .segments
                .first()
                .map_or_else(Span::call_site, |segment| segment.ident.span());
            if path.is_ident("api_error") {
                let example = match place {
                    "a row" => "`NotFound(code = \"no_route\")`",
                    _ => "`HttpError: envelope = MyEnvelope;`",
                };
                self.found.error(
                    span,
                    format!("`#[api_error(..)]` cannot appear in `http_errors!`: write its keys as in {example}"),
                );
            } else if path.is_ident("cfg") || path.is_ident("cfg_attr") {
                let name = path.segments[0].ident.to_string();
                self.found.error(
                    span,
                    format!("`#[{name}(..)]` cannot appear on {place} of `http_errors!`: write it on a module that contains the whole call"),
                );
            }
        }
    }
}

fn skip_past_semicolon(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![;]) {
        if input.parse::<TokenTree>().is_err() {
            return;
        }
    }
    let _ = input.parse::<Option<Token![;]>>();
}

/// Whether a row begins here: `NotFound(`, or attributes.
fn at_row(input: ParseStream<'_>) -> bool {
    if input.peek(Token![#]) {
        return true;
    }
    let fork = input.fork();
    let Ok(name) = fork.call(Ident::parse_any) else {
        return false;
    };
    rows::is_known(&name) && !input.peek2(Token![::])
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
