//! The lines ahead of the members: `header "X-Error-Code" = code;`, `fields = pointer;`, `field_names = "camelCase";`

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Path, Token};

use super::start::{at_field_names, at_fields, at_header, at_member, keyword};
use super::value::at_value;
use super::{Parser, eat, skip_until};
use crate::envelope::written::{FieldNames, Header, Value};

impl Parser<'_> {
    pub(super) fn headers_ahead(&mut self, input: ParseStream) {
        loop {
            self.no_attributes(input);
            if at_header(input) {
                self.header(input);
            } else if at_fields(input) {
                self.fields(input);
            } else if at_field_names(input) {
                self.field_names(input);
            } else {
                return;
            }
        }
    }

    /// Reads one line, wherever it stands.
    pub(super) fn header(&mut self, input: ParseStream) {
        eat(input, keyword::header);
        let Ok(name) = input.parse::<LitStr>() else {
            self.found.error(
                input.span(),
                "a header name must be a string: write it as in `header \"X-Error-Code\" = code;`",
            );
            skip_past_semicolon(input);
            return;
        };
        self.no_mark(input, &name);
        let equals = eat(input, Token![=]);
        if !equals {
            self.found.error(
                span_or(input, name.span()),
                format!(
                    "expected `=` after the header name: write it as in `header {} = code;`",
                    source(&name)
                ),
            );
            eat(input, Token![:]);
        }
        if !at_value(input) {
            if equals {
                self.found.error(
                    name.span(),
                    format!(
                        "expected a slot or a string as the header value: write it as in `header {} = code;`",
                        source(&name)
                    ),
                );
            }
            self.headers.push(Header { name, value: None });
            skip_past_semicolon(input);
            return;
        }
        let value = self.value(input);
        self.no_mark(input, &name);
        let end = value.as_ref().map_or(name.span(), Value::span);
        self.headers.push(Header { name, value });
        self.semicolon(input, end);
    }

    /// Reads the line that sets the notation of paths, wherever it is.
    pub(super) fn fields(&mut self, input: ParseStream) {
        let span = input.span();
        eat(input, keyword::fields);
        eat(input, Token![=]);
        let Ok(word) = input.call(Ident::parse_any) else {
            self.found.error(
                span,
                "expected a notation for the paths of fields: write `fields = bracketed;`, \
                 `fields = dotted;` or `fields = pointer;`",
            );
            skip_past_semicolon(input);
            return;
        };
        if self.fields.replace(word).is_some() {
            self.found
                .error(span, "`fields` is already set: remove one of the two lines");
        }
        self.end_of_line(input, span, "fields = pointer;");
    }

    /// Reads the line that sets the case of fields' names, wherever it is.
    pub(super) fn field_names(&mut self, input: ParseStream) {
        let span = input.span();
        eat(input, keyword::field_names);
        eat(input, Token![=]);
        let names = if input.peek(LitStr) {
            input.parse().map(FieldNames::Case)
        } else {
            input.call(Path::parse_mod_style).map(FieldNames::Function)
        };
        let Ok(names) = names else {
            self.found.error(
                span,
                "expected a case for the names of fields, or a function: write `field_names = \"camelCase\";` or \
                 `field_names = path::to::function;`",
            );
            skip_past_semicolon(input);
            return;
        };
        if self.field_names.replace(names).is_some() {
            self.found.error(
                span,
                "`field_names` is already set: remove one of the two lines",
            );
        }
        self.end_of_line(input, span, "field_names = \"camelCase\";");
    }

    fn end_of_line(&self, input: ParseStream, span: Span, example: &str) {
        if eat(input, Token![;]) {
            return;
        }
        self.found.error(
            span,
            format!("expected `;` at the end of the line: write it as in `{example}`"),
        );
        if !eat(input, Token![,]) && !at_header(input) && !at_member(input) {
            skip_past_semicolon(input);
        }
    }

    fn no_mark(&self, input: ParseStream, name: &LitStr) {
        let span = input.span();
        if eat(input, Token![?]) {
            self.found.error(
                span,
                format!(
                    "a header cannot have `?`, because it is always omitted if a slot in it is empty: \
                     write `header {} = ..;`",
                    source(name)
                ),
            );
        }
    }

    fn semicolon(&self, input: ParseStream, end: Span) {
        if eat(input, Token![;]) {
            return;
        }
        self.found.error(
            if input.peek(Token![,]) {
                input.span()
            } else {
                end
            },
            "expected `;` at the end of a header line: write it as in `header \"X-Error-Code\" = code;`",
        );
        if !eat(input, Token![,]) && !at_header(input) && !at_member(input) {
            skip_past_semicolon(input);
        }
    }
}

/// The literal as it stands in the user's file.
fn source(name: &LitStr) -> String {
    name.token().to_string()
}

fn span_or(input: ParseStream, end: Span) -> Span {
    if input.is_empty() { end } else { input.span() }
}

fn skip_past_semicolon(input: ParseStream) {
    skip_until(input, |input| {
        input.peek(Token![;]) || input.peek(Token![,])
    });
    if !eat(input, Token![;]) {
        eat(input, Token![,]);
    }
}
