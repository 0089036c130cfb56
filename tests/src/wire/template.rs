//! The text of an `envelope!`, read once more: by the README's words and by none of errorbook's code.

use std::iter::Peekable;
use std::vec::IntoIter;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Lit;

/// An envelope.
#[derive(Debug)]
pub struct Template {
    /// The headers that it binds, by their names in lower case.
    pub headers: Vec<(String, Vec<Piece>)>,
    /// How it writes the paths of fields.
    pub fields: String,
    /// The body.
    pub root: Node,
}

/// A value of the body.
#[derive(Debug)]
pub enum Node {
    /// JSON as it is.
    Literal(String),
    /// The value of the slot with this name.
    Slot(String),
    /// A string with slots in it.
    Text(Vec<Piece>),
    /// An object.
    Object(Vec<Member>),
    /// An array, its elements with whether they are optional.
    Array(Vec<(Node, bool)>),
}

/// A part of a string.
#[derive(Debug)]
pub enum Piece {
    /// Text.
    Literal(String),
    /// The text of the slot with this name.
    Slot(String),
}

/// A member of an object.
#[derive(Debug)]
pub enum Member {
    /// `"name": ..`
    Named(String, bool, Node),
    /// `(slot): ..`
    Keyed(String, bool, Node),
    /// `..details`
    Spread,
}

type Tokens = Peekable<IntoIter<TokenTree>>;

impl Template {
    /// Reads the outer braces or brackets and what is in them.
    ///
    /// # Panics
    ///
    /// If this is no template.
    #[must_use]
    pub fn read(text: &str) -> Template {
        let tokens: TokenStream = text.parse().expect("these are tokens");
        let Some(TokenTree::Group(root)) = tokens.into_iter().next() else {
            panic!("no braces around {text}");
        };
        let mut tokens = list(root.stream());
        let mut headers = Vec::new();
        let mut fields = "bracketed".to_owned();
        loop {
            if let Some(header) = read_header(&mut tokens) {
                headers.push(header);
            } else if tokens
                .next_if(|token| token.to_string() == "fields")
                .is_some()
            {
                expect(&mut tokens, '=');
                fields = tokens.next().expect("a notation").to_string();
                expect(&mut tokens, ';');
            } else {
                break;
            }
        }
        let root = match root.delimiter() {
            Delimiter::Brace => Node::Object(members(tokens)),
            _ => Node::Array(elements(tokens)),
        };
        Template {
            headers,
            fields,
            root,
        }
    }

    /// Whether errors without a category do not compile in this envelope.
    #[must_use]
    pub fn needs_category(&self) -> bool {
        self.root.needs_category()
    }
}

impl Node {
    fn needs_category(&self) -> bool {
        match self {
            Node::Literal(_) => false,
            Node::Slot(slot) => slot == "category",
            Node::Text(pieces) => pieces
                .iter()
                .any(|piece| matches!(piece, Piece::Slot(slot) if slot == "category")),
            Node::Object(members) => members.iter().any(|member| match member {
                Member::Named(_, false, value) => value.needs_category(),
                Member::Keyed(slot, false, value) => slot == "category" || value.needs_category(),
                _ => false,
            }),
            Node::Array(elements) => elements
                .iter()
                .any(|(value, optional)| !optional && value.needs_category()),
        }
    }
}

fn list(tokens: TokenStream) -> Tokens {
    tokens
        .into_iter()
        .collect::<Vec<_>>()
        .into_iter()
        .peekable()
}

/// `header "Name" = ..;`
fn read_header(tokens: &mut Tokens) -> Option<(String, Vec<Piece>)> {
    // In an array `header` is no slot, so there is nothing to mistake it for.
    tokens.next_if(|token| token.to_string() == "header")?;
    let Some(TokenTree::Literal(name)) = tokens.next() else {
        panic!("a header has a name");
    };
    expect(tokens, '=');
    let value = match value(tokens) {
        Node::Slot(slot) => vec![Piece::Slot(slot)],
        Node::Text(pieces) => pieces,
        Node::Literal(json) => {
            vec![Piece::Literal(serde_json::from_str(&json).expect("a text"))]
        }
        other => panic!("{other:?} is no header"),
    };
    expect(tokens, ';');
    Some((string(name).to_ascii_lowercase(), value))
}

fn members(mut tokens: Tokens) -> Vec<Member> {
    let mut members = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(dot) if dot.as_char() == '.' => {
                expect(&mut tokens, '.');
                tokens.next();
                members.push(Member::Spread);
            }
            TokenTree::Group(slot) => {
                let optional = entry(&mut tokens);
                let value = value(&mut tokens);
                members.push(Member::Keyed(slot.stream().to_string(), optional, value));
            }
            TokenTree::Literal(name) => {
                let name = name_text(pieces(&string(name)));
                let optional = entry(&mut tokens);
                let value = value(&mut tokens);
                members.push(Member::Named(name, optional, value));
            }
            other => panic!("{other} is no member"),
        }
        take(&mut tokens, ',');
    }
    members
}

/// `?:` or `:`
fn entry(tokens: &mut Tokens) -> bool {
    let optional = take(tokens, '?');
    expect(tokens, ':');
    optional
}

fn elements(mut tokens: Tokens) -> Vec<(Node, bool)> {
    let mut elements = Vec::new();
    while tokens.peek().is_some() {
        let value = value(&mut tokens);
        elements.push((value, take(&mut tokens, '?')));
        take(&mut tokens, ',');
    }
    elements
}

fn value(tokens: &mut Tokens) -> Node {
    match tokens.next().expect("a value") {
        TokenTree::Ident(word) => match word.to_string().as_str() {
            word @ ("true" | "false" | "null") => Node::Literal(word.to_owned()),
            "context" => {
                expect(tokens, '.');
                let name = tokens.next().expect("the name of a value");
                Node::Slot(format!("context.{name}"))
            }
            slot => Node::Slot(slot.to_owned()),
        },
        TokenTree::Punct(_) => Node::Literal(format!("-{}", tokens.next().expect("a number"))),
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            Node::Object(members(list(group.stream())))
        }
        TokenTree::Group(group) => Node::Array(elements(list(group.stream()))),
        TokenTree::Literal(literal) if literal.to_string().contains('"') => {
            let pieces = pieces(&string(literal));
            if pieces.iter().any(|piece| matches!(piece, Piece::Slot(_))) {
                Node::Text(pieces)
            } else {
                let text = name_text(pieces);
                Node::Literal(serde_json::to_string(&text).expect("text is JSON"))
            }
        }
        TokenTree::Literal(number) => Node::Literal(number.to_string()),
    }
}

/// The text that a string literal stands for.
fn string(literal: proc_macro2::Literal) -> String {
    match Lit::new(literal) {
        Lit::Str(text) => text.value(),
        _ => panic!("no string"),
    }
}

/// `{slot}` and `{{`, `}}`.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let doubled = "{}".contains(letter) && letters.next_if_eq(&letter).is_some();
        if letter == '{' && !doubled {
            pieces.push(Piece::Literal(std::mem::take(&mut literal)));
            pieces.push(Piece::Slot(
                letters
                    .by_ref()
                    .take_while(|&letter| letter != '}')
                    .collect(),
            ));
        } else {
            literal.push(letter);
        }
    }
    pieces.push(Piece::Literal(literal));
    pieces
}

fn name_text(pieces: Vec<Piece>) -> String {
    let literal = |piece| match piece {
        Piece::Literal(text) => text,
        Piece::Slot(slot) => panic!("the slot {slot} in a name"),
    };
    pieces.into_iter().map(literal).collect()
}

fn take(tokens: &mut Tokens, mark: char) -> bool {
    tokens
        .next_if(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark))
        .is_some()
}

fn expect(tokens: &mut Tokens, mark: char) {
    assert!(
        take(tokens, mark),
        "no `{mark}` ahead of {:?}",
        tokens.peek()
    );
}
