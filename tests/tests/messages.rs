//! What the compiler says, side by side: all messages of the cases in `tests/ui`, so that like mistakes sound alike.
//!
//! `UPDATE_EXPECT=1 cargo test -p errorbook-tests --test messages` writes `messages.txt` anew; read what changed.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use proc_macro2::{TokenStream, TokenTree};

/// All files below a folder whose names end like this.
fn files(folder: &str, end: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the tests run in their crate's folder") {
        let path = entry.expect("a folder can be read").path();
        let name = path.to_str().expect("it is UTF-8");
        if path.is_dir() {
            found.extend(files(name, end));
        } else if name.ends_with(end) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("it is UTF-8")
}

/// The errors in an output of the compiler, without their codes.
fn errors(stderr: &str) -> impl Iterator<Item = &str> {
    let errors = stderr.lines().filter(|line| line.starts_with("error"));
    errors
        .filter_map(|line| line.split_once(": "))
        .map(|(_, error)| error.strip_prefix("evaluation panicked: ").unwrap_or(error))
}

#[test]
fn all_messages_are_listed_side_by_side_in_one_language() {
    let outputs: Vec<_> = files("tests/ui", ".stderr")
        .iter()
        .map(|path| read(path))
        .collect();
    let table: BTreeSet<_> = outputs.iter().flat_map(|output| errors(output)).collect();
    for message in &table {
        let first = message.chars().next().expect("it says something");
        let words = format!(" {message} ");
        assert!(!first.is_uppercase(), "it begins in lower case: {message}");
        assert!(!message.ends_with('.'), "it has no full stop: {message}");
        for word in [
            "shall",
            "stands",
            "left out",
            "has to",
            "have to",
            "has no such",
            "ahead of",
            "speaks",
            "take out",
        ] {
            assert!(
                !words.contains(&format!(" {word} ")),
                "`{word}` in: {message}"
            );
        }
    }
    let lines: Vec<_> = table.into_iter().collect();
    expect_file!["messages.txt"].assert_eq(&(lines.join("\n") + "\n"));
}

#[test]
fn each_message_of_the_sources_is_in_a_case() {
    let shown: String = files("tests/ui", ".stderr")
        .iter()
        .map(|path| read(path))
        .collect();
    let mut missing = Vec::new();
    let sources = [
        ("../macros/src/attr", ""),
        ("../macros/src/check", ""),
        ("../macros/src/envelope/check", ""),
        ("../macros/src/envelope/parse", ""),
        ("../macros/src", "/ast.rs"),
        ("../macros/src", "/format.rs"),
        ("../macros/src", "/header.rs"),
        ("../runtime/src/check", ""),
    ];
    for (folder, end) in sources {
        for path in files(folder, &format!("{end}.rs").replace(".rs.rs", ".rs")) {
            let tokens: TokenStream = read(&path).parse().expect("it is Rust");
            let mut texts = Vec::new();
            literals(tokens, Wanted::All, &mut texts);
            missing.extend(not_shown(&texts, &shown, &path));
        }
    }
    for path in files("../runtime/src", ".rs") {
        let tokens: TokenStream = read(&path).parse().expect("it is Rust");
        let mut texts = Vec::new();
        literals(tokens, Wanted::Diagnostics, &mut texts);
        missing.extend(not_shown(&texts, &shown, &path));
    }
    assert!(
        missing.is_empty(),
        "add a case to `tests/ui` for\n{}",
        missing.join("\n")
    );
}

/// What no case can have: catalogs that are too large for one, and what would be a mistake of errorbook itself.
const NEVER_SHOWN: [&str; 5] = [
    "a catalog must have less than 65,536 errors",
    "a catalog must have at most 16,384 types of errors",
    "the index is below the count",
    "the declaration is inconsistent",
    "every key of the table has its value here",
];

/// Which literals of a source are messages.
#[derive(Clone, Copy, PartialEq)]
enum Wanted {
    /// All outside of attributes and tests.
    All,
    /// Those of `#[diagnostic::on_unimplemented(..)]`.
    Diagnostics,
}

fn literals(tokens: TokenStream, wanted: Wanted, found: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' => {
                tokens.next_if(|next| matches!(next, TokenTree::Punct(_)));
                let Some(TokenTree::Group(attribute)) =
                    tokens.next_if(|next| matches!(next, TokenTree::Group(_)))
                else {
                    continue;
                };
                let text = attribute.stream().to_string().replace(' ', "");
                if text == "cfg(test)" {
                    // The tests' module.
                    tokens
                        .by_ref()
                        .find(|token| matches!(token, TokenTree::Group(_)));
                } else if wanted == Wanted::Diagnostics
                    && text.starts_with("diagnostic::on_unimplemented")
                {
                    literals(attribute.stream(), Wanted::All, found);
                }
            }
            TokenTree::Group(group) => literals(group.stream(), wanted, found),
            TokenTree::Literal(literal) if wanted == Wanted::All => {
                if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                    found.push(text.value());
                }
            }
            _ => {}
        }
    }
}

/// The sentences of which no output shows all parts.
fn not_shown(texts: &[String], shown: &str, path: &Path) -> Vec<String> {
    texts
        .iter()
        .filter(|text| text.split_whitespace().count() >= 4)
        .filter(|text| !NEVER_SHOWN.contains(&text.as_str()))
        .filter(|text| !fragments(text).iter().all(|part| shown.contains(part)))
        .map(|text| format!("{}: {text}", path.display()))
        .collect()
}

/// What a text has between its placeholders, in every way in which it can have braces of its own.
fn fragments(text: &str) -> Vec<String> {
    let mut fragments = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '{' | '}' => {
                if letter == '{' && letters.peek() != Some(&'{') {
                    letters.by_ref().find(|letter| *letter == '}');
                }
                fragments.push(String::new());
            }
            letter => fragments.last_mut().expect("there is one").push(letter),
        }
    }
    fragments.retain(|part| part.trim().len() > 3);
    fragments
}

#[test]
fn one_mistake_is_one_error() {
    let mut wrong = Vec::new();
    for path in files("tests/ui", ".stderr") {
        let case = read(&path.with_extension("rs"));
        // `// 3 mistakes`, or `// 1 mistake, 2 errors: ..` where it is the compiler that repeats itself.
        let said = case.lines().rev().find_map(|line| {
            let (count, rest) = line.strip_prefix("// ")?.split_once(" mistake")?;
            let errors = rest
                .split_once(", ")
                .and_then(|(_, rest)| rest.split_once(" errors: "));
            errors.map_or(count, |(errors, _)| errors).parse().ok()
        });
        let (expected, found) = (said.unwrap_or(1), errors(&read(&path)).count());
        if found != expected {
            wrong.push(format!(
                "{}: {found} errors, {expected} expected",
                path.display()
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "the last line of a case says how many mistakes it has, as in `// 2 mistakes`:\n{}",
        wrong.join("\n")
    );
}
