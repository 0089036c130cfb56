//! Whatever is written in a declaration, the macros do not panic, and what they make is Rust.
//!
//! A proc-macro crate cannot be a dependency of a program, so its modules are built here once more, all
//! but its `lib.rs`, which does nothing but convert token streams.

#![no_main]
#![allow(dead_code, reason = "the macros' own tests use more of them")]

// The compiler hands it to proc-macro crates unasked.
extern crate proc_macro;

#[path = "../../macros/src/ast.rs"]
mod ast;
#[path = "../../macros/src/attr/mod.rs"]
mod attr;
#[path = "../../macros/src/case.rs"]
mod case;
#[path = "../../macros/src/check/mod.rs"]
mod check;
#[path = "../../macros/src/derive.rs"]
mod derive;
#[path = "../../macros/src/diagnostics.rs"]
mod diagnostics;
#[path = "../../macros/src/doc.rs"]
mod doc;
#[path = "../../macros/src/envelope/mod.rs"]
mod envelope;
#[path = "../../macros/src/expand/mod.rs"]
mod expand;
#[path = "../../macros/src/format.rs"]
mod format;
#[path = "../../macros/src/hash.rs"]
mod hash;
#[path = "../../macros/src/header.rs"]
mod header;
#[path = "../../macros/src/http_errors/mod.rs"]
mod http_errors;
#[path = "../../macros/src/internal.rs"]
mod internal;
#[path = "../../macros/src/literal.rs"]
mod literal;
#[path = "../../macros/src/model.rs"]
mod model;
#[path = "../../macros/src/nearest.rs"]
mod nearest;
#[path = "../../macros/src/status.rs"]
mod status;
#[path = "../../macros/src/uri.rs"]
mod uri;

mod vocabulary;

use libfuzzer_sys::{Corpus, fuzz_target};
use proc_macro2::TokenStream;

/// The parsers go down with the brackets, and the compiler has a limit of its own for that.
const MAX_DEPTH: usize = 48;

fuzz_target!(|input: &[u8]| -> Corpus {
    // Bytes that are no text choose words instead, which gets further in less time.
    let text = match std::str::from_utf8(input) {
        Ok(text) => text.to_owned(),
        Err(_) => vocabulary::sentence(input),
    };
    if depth(&text) > MAX_DEPTH {
        return Corpus::Reject;
    }
    let Ok(tokens) = text.parse::<TokenStream>() else {
        return Corpus::Reject;
    };
    assert_reads("the derive", &text, derive::derive(tokens));
    // The reexport of the runtime passes its own path ahead of what the user wrote.
    let tokens = format!("(::errorbook) {text}").parse().expect("it was one");
    assert_reads("`envelope!`", &text, envelope::expand(tokens));
    let tokens = format!("(::errorbook) {text}").parse().expect("it was one");
    assert_reads("`http_errors!`", &text, http_errors::expand(tokens));
    Corpus::Keep
});

fn depth(text: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'(' | b'[' | b'{' | b'<' => open += 1,
            b')' | b']' | b'}' | b'>' => open = open.saturating_sub(1),
            _ => {}
        }
        most = most.max(open);
    }
    most
}

/// The output is a file of Rust, and it says something: a mistake or an impl.
fn assert_reads(who: &str, input: &str, output: TokenStream) {
    let text = output.to_string();
    let file: syn::File = syn::parse2(output)
        .unwrap_or_else(|error| panic!("{who} made no Rust: {error}\n{input}\n{text}"));
    assert!(!file.items.is_empty(), "{who} says nothing\n{input}");
}
