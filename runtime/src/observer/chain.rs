//! An error and its causes as one line of a log.

use std::error::Error;
use std::fmt::{self, Write};

/// How many causes are looked at. An error whose sources lead back to itself has no last one.
const CAUSES: usize = 64;

/// How many bytes of a text are kept: clients choose the length of some.
const BYTES: usize = 8 * 1024;

/// The error and its causes as one line for a log, with `: ` between two.
///
/// Nothing is repeated: many errors show their cause in their own text, so `a: b` whose cause is `b` gives `a: b`.
/// Line breaks, control characters (and with them the escapes of terminals), characters that change the direction of
/// text or are not seen, and `\` are escaped as in a Rust literal, so that client input cannot forge log entries. A very
/// long text or chain is cut, and `…` marks the place.
///
/// ```
/// use errorbook::{ApiError, chain};
/// use std::io;
///
/// /// The store did not answer.
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 503, display = "{name} is lost")]
/// struct Lost {
///     name: &'static str,
///     source: io::Error,
/// }
///
/// let error = Lost { name: "a\nb", source: io::Error::other("no\x1b[31m file") };
/// assert_eq!(chain(&error), r"a\nb is lost: no\u{1b}[31m file");
///
/// let error = Lost { name: "a", source: io::Error::other("a is lost") };
/// assert_eq!(chain(&error), "a is lost");
/// ```
#[must_use]
pub fn chain(error: &dyn Error) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut next = Some(error);
    for _ in 0..CAUSES {
        let Some(error) = next else { break };
        add(&mut parts, text(error));
        next = error.source();
    }
    let mut line = String::with_capacity(parts.iter().map(|part| part.len() + 2).sum());
    for part in &parts {
        if !line.is_empty() {
            line.push_str(": ");
        }
        push_escaped(&mut line, part);
    }
    if next.is_some() {
        line.push_str(": …");
    }
    line
}

/// Appends a text as a part of one line.
fn push_escaped(line: &mut String, text: &str) {
    for run in text.split_inclusive(['"', '\'']) {
        // Quotes cannot forge anything, and a log is easier to read with them as they are.
        let end = run.trim_end_matches(['"', '\'']).len();
        line.extend(run[..end].escape_debug());
        line.push_str(&run[end..]);
    }
}

/// A text that is not an error's, as one line: escaped, and cut if it is very long.
pub(super) fn line(text: &str) -> String {
    let mut line = String::new();
    push_escaped(&mut line, &bounded(text));
    line
}

/// A text that is cut if it is very long. One that fails has said what it could.
fn bounded(shown: impl fmt::Display) -> String {
    let mut text = Bounded(String::new());
    let _ = write!(text, "{shown}");
    text.0
}

/// The text of one error, without the white space around it.
fn text(error: &dyn Error) -> String {
    let text = bounded(error);
    match text.trim() {
        trimmed if trimmed.len() == text.len() => text,
        trimmed => trimmed.to_owned(),
    }
}

/// A text that is cut where it gets too long.
struct Bounded(String);

impl Write for Bounded {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let room = BYTES - self.0.len().min(BYTES);
        if text.len() <= room {
            self.0.push_str(text);
            return Ok(());
        }
        let end = (0..=room).rev().find(|end| text.is_char_boundary(*end));
        self.0.push_str(&text[..end.unwrap_or_default()]);
        self.0.push('…');
        Err(fmt::Error)
    }
}

/// Adds the text of a cause, unless what is there says it already.
fn add(parts: &mut Vec<String>, text: String) {
    if text.is_empty() || parts.iter().any(|part| ends_with(part, &text)) {
        return;
    }
    match parts.last_mut() {
        // The cause begins with the text of the error that it caused, and says more.
        Some(last) if goes_on(last, &text) => *last = text,
        _ => parts.push(text),
    }
}

/// Whether a text ends with the whole of another, as `a: b`, `a (b)` and `a: "b".` do with `b`, but `ab` does not.
fn ends_with(text: &str, end: &str) -> bool {
    let close = ['.', '!', ')', ']', '}', '>', '"', '\'', '`', '»', '”', '’'];
    let (text, end) = match (text.trim_end_matches(close), end.trim_end_matches(close)) {
        (_, "") => (text, end),
        trimmed => trimmed,
    };
    let Some(start) = text.strip_suffix(end) else {
        return false;
    };
    match start.chars().next_back() {
        Some(before) => before.is_whitespace() || ":;,=([{<\"'`«“‘".contains(before),
        None => true,
    }
}

/// Whether a text begins with the whole of another and goes on behind it, as `a: b` does with `a`.
fn goes_on(start: &str, text: &str) -> bool {
    text.strip_prefix(start).is_some_and(|rest| {
        rest.starts_with(|after: char| after.is_whitespace() || ":;,(".contains(after))
    })
}
