//! Code as text, for the arms that hundreds of variants have. The compiler's own lexer reads text many
//! times faster than tokens can be put together one by one. It points nowhere, so what can be wrong
//! because of a user's type has to be tokens, which do.

use std::mem;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};

/// A piece of code.
pub(super) enum Code {
    /// Nothing that depends on a user's type, unless a function that it calls is of that type: the same
    /// text does the same.
    Text(String),
    Tokens(TokenStream),
}

/// Text and tokens, one behind the other. Text may end anywhere but between two delimiters.
#[derive(Default)]
pub(super) struct Source {
    tokens: TokenStream,
    text: String,
}

impl Source {
    pub(super) fn text(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(super) fn code(&mut self, code: Code) {
        match code {
            Code::Text(text) => self.text(&text),
            Code::Tokens(tokens) => {
                self.read_text();
                self.tokens.extend([tokens]);
            }
        }
    }

    /// Tokens of the user's, which keep their places.
    pub(super) fn tokens(&mut self, tokens: &TokenStream) {
        if !tokens.is_empty() {
            self.read_text();
            self.tokens.extend([tokens.clone()]);
        }
    }

    pub(super) fn finish(mut self) -> Code {
        if self.tokens.is_empty() {
            return Code::Text(self.text);
        }
        self.read_text();
        Code::Tokens(self.tokens)
    }

    /// `head { .. }`
    pub(super) fn in_braces(self, head: &str) -> Code {
        self.finish().delimited(head, Delimiter::Brace, ['{', '}'])
    }

    /// `head(..)`
    pub(super) fn in_parentheses(self, head: &str) -> Code {
        self.finish().in_parentheses(head)
    }

    /// `head[..]`
    pub(super) fn in_brackets(self, head: &str) -> Code {
        self.finish()
            .delimited(head, Delimiter::Bracket, ['[', ']'])
    }

    fn read_text(&mut self) {
        if !self.text.is_empty() {
            let text = mem::take(&mut self.text);
            self.tokens.extend([read(&text)]);
        }
    }
}

impl Code {
    /// `head { .. }`
    pub(super) fn in_braces(self, head: &str) -> Code {
        self.delimited(head, Delimiter::Brace, ['{', '}'])
    }

    /// With a text behind it.
    pub(super) fn with(self, text: &str) -> Code {
        match self {
            Code::Text(code) => Code::Text(code + text),
            Code::Tokens(mut tokens) => {
                tokens.extend([read(text)]);
                Code::Tokens(tokens)
            }
        }
    }

    /// `head(..)`
    pub(super) fn in_parentheses(self, head: &str) -> Code {
        self.delimited(head, Delimiter::Parenthesis, ['(', ')'])
    }

    fn delimited(self, head: &str, delimiter: Delimiter, [open, close]: [char; 2]) -> Code {
        match self {
            Code::Text(text) => Code::Text(format!("{head}{open}{text}{close}")),
            Code::Tokens(tokens) => {
                let mut all = read(head);
                all.extend([TokenTree::Group(Group::new(delimiter, tokens))]);
                Code::Tokens(all)
            }
        }
    }

    pub(super) fn into_tokens(self) -> TokenStream {
        match self {
            Code::Text(text) => read(&text),
            Code::Tokens(tokens) => tokens,
        }
    }
}

/// A user's name as it stands in text. The compiler reads text in the edition of this crate, in which more
/// words are keywords than in the user's may be.
pub(super) fn in_text(name: &Ident) -> String {
    const LATER_KEYWORDS: [&str; 5] = ["async", "await", "dyn", "gen", "try"];
    let text = name.to_string();
    if LATER_KEYWORDS.contains(&text.as_str()) {
        return format!("r#{text}");
    }
    text
}

/// The tokens of a text that this crate has written.
fn read(text: &str) -> TokenStream {
    const WRITTEN: &str = "it is made of Rust's tokens";
    if proc_macro::is_available() {
        let tokens: proc_macro::TokenStream = text.parse().expect(WRITTEN);
        return tokens.into();
    }
    text.parse().expect(WRITTEN)
}
