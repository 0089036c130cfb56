//! An error and its causes as one line of a log.

use std::error::Error;
use std::fmt;

use errorbook::{ApiError, chain};

/// An error with a text and a cause.
#[derive(Debug)]
struct Link(String, Option<Box<Link>>);

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Link {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.1.as_deref().map(|link| link as _)
    }
}

/// An error with the first text, and the others as its causes.
fn link(texts: &[&str]) -> Link {
    let (first, causes) = texts.split_first().expect("there is a text");
    let cause = (!causes.is_empty()).then(|| Box::new(link(causes)));
    Link((*first).to_owned(), cause)
}

#[track_caller]
fn assert_chain(texts: &[&str], line: &str) {
    assert_eq!(chain(&link(texts)), line, "{texts:?}");
}

#[test]
fn causes_follow_the_error() {
    assert_chain(&["a"], "a");
    assert_chain(&["a", "b", "c"], "a: b: c");
}

#[test]
fn a_cause_that_the_error_shows_is_not_repeated() {
    assert_chain(&["a: b", "b"], "a: b");
    assert_chain(&["a: b: c", "b: c", "c"], "a: b: c");
    assert_chain(&["a: b", "b", "c"], "a: b: c");
    assert_chain(&["a (b)", "b"], "a (b)");
    assert_chain(&["a: `b`.", "b"], "a: `b`.");
    assert_chain(&["a: b.", "b."], "a: b.");
    assert_chain(&["a: b", "b."], "a: b");
    assert_chain(&["a\nb", "b"], r"a\nb");
    assert_chain(&["a: b (c)", "b (c)", "c"], "a: b (c)");
    // The outer error shows the last cause, not the one between.
    assert_chain(&["a: c", "b", "c"], "a: c: b");
}

#[test]
fn equal_texts_appear_once() {
    assert_chain(&["a", "a"], "a");
    assert_chain(&["a", "a", "b", "b"], "a: b");
    assert_chain(&["a", "b", "a", "b", "a"], "a: b");
    assert_chain(&["x: y", "x: y", "y"], "x: y");
}

#[test]
fn a_cause_that_begins_with_the_error_replaces_it() {
    assert_chain(&["a", "a: b"], "a: b");
    assert_chain(&["a", "a: b", "b"], "a: b");
    assert_chain(&["x", "a", "a (b)"], "x: a (b)");
    assert_chain(&["a", "ab"], "a: ab");
    assert_chain(&["a 1", "a 1.5"], "a 1: a 1.5");
}

#[test]
fn a_part_of_a_word_or_a_number_is_not_a_repetition() {
    assert_chain(&["ab", "b"], "ab: b");
    assert_chain(&["code 15", "5"], "code 15: 5");
    assert_chain(&["1.5", "5"], "1.5: 5");
    assert_chain(&["took -5", "5"], "took -5: 5");
    assert_chain(&["a: b", "a"], "a: b: a");
    assert_chain(&["é: bé", "é"], "é: bé: é");
}

#[test]
fn empty_texts_add_nothing() {
    assert_chain(&[""], "");
    assert_chain(&["", "", ""], "");
    assert_chain(&["", "a"], "a");
    assert_chain(&["a", "", "b"], "a: b");
    assert_chain(&["a", " \n", "b\n"], "a: b");
    assert_chain(&["a: )", ")"], "a: )");
}

#[test]
fn nothing_can_begin_a_line_or_color_a_terminal() {
    assert_chain(
        &["a\r\nERROR forged", "b\u{2028}c\u{85}d\u{b}e"],
        r"a\r\nERROR forged: b\u{2028}c\u{85}d\u{b}e",
    );
    assert_chain(
        &["\u{1b}[2J\u{9b}31m\0\u{7f}"],
        r"\u{1b}[2J\u{9b}31m\0\u{7f}",
    );
    assert_chain(
        &["a\u{202e}b\u{2066}c\u{200f}d"],
        r"a\u{202e}b\u{2066}c\u{200f}d",
    );
    assert_chain(&["a\u{200b}\u{feff}\u{ad}"], r"a\u{200b}\u{feff}\u{ad}");
    assert_chain(&["a\tb"], r"a\tb");
    // A backslash is escaped, so that no text looks like the escape of another.
    assert_chain(&[r"a\nb"], r"a\\nb");
}

#[test]
fn letters_and_quotes_stay_readable() {
    assert_chain(
        &["can't open \"Überprüfung\" 検証 e\u{301} 🦀"],
        "can't open \"Überprüfung\" 検証 e\u{301} 🦀",
    );
    // A combining mark does not hide in the quote that it follows.
    assert_chain(&["\"\u{301}'"], r#""\u{301}'"#);
}

#[test]
fn a_long_text_is_cut() {
    for lead in 0..4 {
        let text = format!("{}{}", "a".repeat(lead), "語".repeat(100_000));
        let line = chain(&link(&[&text, "cause"]));
        let (cut, rest) = line.split_once('…').expect("the mark of a cut");
        assert!(text.starts_with(cut), "{lead}");
        assert!((8185..=8192).contains(&cut.len()), "{}", cut.len());
        assert_eq!(rest, ": cause");
    }
}

/// Its source is itself, and each text is another.
#[derive(Debug)]
struct Endless(std::sync::atomic::AtomicUsize);

impl fmt::Display for Endless {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        write!(f, "<{count}>")
    }
}

impl Error for Endless {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        static ENDLESS: Endless = Endless(std::sync::atomic::AtomicUsize::new(1));
        Some(&ENDLESS)
    }
}

#[test]
fn a_chain_without_an_end_is_cut() {
    let line = chain(&Endless(0.into()));
    assert!(line.starts_with("<0>: <1>: <2>"), "{line}");
    assert!(line.ends_with("<63>: …"), "{line}");
}

/// Its `Display` fails in the middle.
#[derive(Debug)]
struct Failing;

impl fmt::Display for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half")?;
        Err(fmt::Error)
    }
}

impl Error for Failing {}

#[test]
fn a_text_that_fails_says_what_it_could() {
    assert_eq!(chain(&Failing), "half");
}

#[derive(Debug, ApiError)]
enum ClaimError {
    /// The store did not answer.
    #[api_error(status = 503)]
    Store(#[from] std::io::Error),
    #[api_error(status = 502, display = "upstream: {0}")]
    Shown(std::io::Error),
    #[api_error(transparent)]
    Inner(Inner),
}

/// The replica is behind.
#[derive(Debug, ApiError)]
#[api_error(status = 500)]
struct Inner(#[source] std::io::Error);

#[test]
fn api_errors_of_every_form_have_a_chain() {
    let io = || std::io::Error::other("refused");
    let error = ClaimError::from(io());
    assert_eq!(chain(&error), "The store did not answer.: refused");
    let object: &dyn ApiError = &error;
    assert_eq!(chain(object), "The store did not answer.: refused");
    assert_eq!(chain(&ClaimError::Shown(io())), "upstream: refused");
    let error = Box::new(ClaimError::Inner(Inner(io())));
    assert_eq!(chain(&error), "The replica is behind.: refused");
    let error = anyhow::Error::new(error).context("no claim");
    assert_eq!(chain(&*error), "no claim: The replica is behind.: refused");
}
