//! What stands behind a key: each kind of value, and what to say when it is another.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{
    AngleBracketedGenericArguments, Ident, LitBool, LitInt, LitStr, Path, Token, TypePath,
    parenthesized,
};

use super::table::Place;
use super::{At, Code, ConstantHeader, Message, Status};

/// What stands behind a key.
pub(super) struct Value<'a> {
    pub(super) input: ParseStream<'a>,
    pub(super) at: Span,
    /// How the key is written, for messages.
    pub(super) form: &'static str,
}

impl Value<'_> {
    pub(super) fn expected(&self) -> syn::Error {
        self.expected_at(self.here())
    }

    fn expected_at(&self, span: Span) -> syn::Error {
        syn::Error::new(span, format!("expected `{}`", self.form))
    }

    /// The place of the value; of the key, if there is none.
    fn here(&self) -> Span {
        if self.input.is_empty() || self.input.peek(Token![,]) {
            self.at
        } else {
            self.input.span()
        }
    }

    /// Whether a literal comes next. syn's own look reads the whole of it.
    fn at_literal(&self) -> bool {
        self.input.cursor().literal().is_some()
    }

    /// The value has to end here.
    pub(super) fn end(&self) -> syn::Result<()> {
        if self.input.is_empty() || self.input.peek(Token![,]) {
            Ok(())
        } else if self.input.peek(Ident::peek_any) {
            Err(self.input.error("expected `,` between two keys"))
        } else {
            Err(self.expected())
        }
    }

    pub(super) fn equals(&self) -> syn::Result<()> {
        self.input
            .parse::<Token![=]>()
            .map(|_| ())
            .map_err(|_| self.expected())
    }

    pub(super) fn flag(&self) -> syn::Result<Span> {
        self.end().map_err(|error| {
            let message = format!("`{0}` takes no value: write `{0}` alone", self.form);
            syn::Error::new(error.span(), message)
        })?;
        Ok(self.at)
    }

    /// A flag that can be turned off: `retryable`, `retryable = false`.
    pub(super) fn switch(&self) -> syn::Result<At<bool>> {
        let value = !self.input.peek(Token![=]) || self.boolean()?;
        self.end()?;
        Ok(At {
            key: self.at,
            value,
        })
    }

    /// A token that is parsed as a whole, such as a literal.
    pub(super) fn token<T: Parse>(&self) -> syn::Result<T> {
        // syn steps over a literal of another kind, so the place is taken ahead.
        let here = self.here();
        self.input.parse().map_err(|_| self.expected_at(here))
    }

    pub(super) fn text(&self) -> syn::Result<At<LitStr>> {
        self.equals()?;
        let value = self.token()?;
        self.end()?;
        Ok(At {
            key: self.at,
            value,
        })
    }

    pub(super) fn path(&self) -> syn::Result<At<Path>> {
        self.equals()?;
        let value = self.token()?;
        self.end()?;
        Ok(At {
            key: self.at,
            value,
        })
    }

    pub(super) fn boolean(&self) -> syn::Result<bool> {
        self.equals()?;
        Ok(self.token::<LitBool>()?.value)
    }

    pub(super) fn integer(&self) -> syn::Result<LitInt> {
        self.equals()?;
        let value = self.token()?;
        self.end()?;
        Ok(value)
    }

    pub(super) fn constant_header(&self) -> syn::Result<ConstantHeader> {
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
            // What is left over would be reported once more.
            let _ = content.parse::<TokenStream>();
            syn::Error::new(error.span(), format!("expected `{}`", self.form))
        })?;
        self.end()?;
        Ok(header)
    }

    pub(super) fn message(&self, place: Place) -> syn::Result<At<Message>> {
        self.equals()?;
        let value = if self.at_literal() && place != Place::Enum {
            Message::Text(self.token()?)
        } else if self.input.peek(Ident) {
            let word: Ident = self.input.parse()?;
            if word != "display" {
                let message = if self.input.peek(Token![!]) {
                    format!("`message` cannot be a macro call: write `{}`", self.form)
                } else {
                    format!("expected `message = display` or `{}`", self.form)
                };
                return Err(syn::Error::new(word.span(), message));
            }
            Message::Display
        } else if place == Place::Enum {
            return Err(syn::Error::new(
                self.input.span(),
                "`message` on an enum can only be `display`: write `message = display`, or write the text on a variant",
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

    pub(super) fn status(&self) -> syn::Result<At<Status>> {
        self.equals()?;
        let value = if self.at_literal() {
            Status::Number(self.token()?)
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

    pub(super) fn code(&self) -> syn::Result<At<Code>> {
        self.equals()?;
        let value = if self.input.peek(LitStr) {
            Code::Text(self.input.parse()?)
        } else {
            let negative = self.input.parse::<Option<Token![-]>>()?.is_some();
            let digits = self.token().map_err(|error| {
                syn::Error::new(
                    error.span(),
                    format!(
                        "expected `{}`, or an integer, as in `code = 20404`",
                        self.form
                    ),
                )
            })?;
            Code::Number { negative, digits }
        };
        self.end()?;
        Ok(At {
            key: self.at,
            value,
        })
    }

    /// Any expression, as tokens up to the next comma that is not inside of it. syn would parse
    /// expressions only with a feature that doubles its size.
    pub(super) fn expression(&self) -> syn::Result<At<TokenStream>> {
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
