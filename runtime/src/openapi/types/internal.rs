//! Where the public part of a doc comment ends: at a heading `Internal`.
//!
//! `macros/src/internal.rs` (docs of errors) and `runtime/src/openapi/types/internal.rs` (docs of the types
//! in details) are the same file, and a test compares them.

/// How many of these lines are public: those above the first heading whose first word is `Internal`.
///
/// Whatever may be meant as that heading counts as it, however it is indented, underlined, decorated or
/// continued: publishing too little is the smaller mistake.
pub(crate) fn public_lines<L: AsRef<str>>(lines: &[L]) -> usize {
    let is_code = fenced(lines);
    (0..lines.len())
        .find(|&index| !is_code[index] && is_internal(&lines[index..]))
        .unwrap_or(lines.len())
}

/// Whether the first line is the heading, also in a list or a quotation.
fn is_internal<L: AsRef<str>>(lines: &[L]) -> bool {
    let marker = |letter: char| {
        letter.is_whitespace() || ">-+*.)".contains(letter) || letter.is_ascii_digit()
    };
    let line = lines[0].as_ref().trim_start_matches(marker);
    let is_heading = line.starts_with('#') || is_html_heading(line) || is_underlined(lines);
    is_heading && first_word(line).eq_ignore_ascii_case("internal")
}

/// The first word of a heading, without the marks of emphasis, links, code and HTML around it.
fn first_word(line: &str) -> &str {
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter != '<' && !letter.is_alphabetic());
        match rest.strip_prefix('<') {
            Some(tag) => rest = tag.split_once('>').map_or("", |(_, behind)| behind),
            None => break,
        }
    }
    let end = rest.find(|letter: char| !letter.is_alphanumeric());
    &rest[..end.unwrap_or(rest.len())]
}

/// Whether the line opens an HTML heading: `<h2>` or `<h2 class="..">`.
fn is_html_heading(line: &str) -> bool {
    let bytes = line.as_bytes();
    matches!(
        bytes,
        [b'<', b'h' | b'H', b'1'..=b'6', b'>' | b' ' | b'\t', ..]
    )
}

/// Whether the paragraph that these lines begin with is underlined, which makes it a heading.
fn is_underlined<L: AsRef<str>>(lines: &[L]) -> bool {
    let mut behind = lines[1..]
        .iter()
        .map(|line| {
            line.as_ref()
                .trim_matches(|letter: char| letter == '>' || letter.is_whitespace())
        })
        .take_while(|line| !line.is_empty());
    behind
        .any(|line| line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
}

/// Which lines are in a fenced code block, where nothing is a heading.
///
/// Only blocks that cannot be read in another way count. If any fence is indented further than a
/// paragraph, is in a quotation or beside HTML, has another fence in it or is never closed, no line
/// counts as code.
fn fenced<L: AsRef<str>>(lines: &[L]) -> Vec<bool> {
    let not_code = || vec![false; lines.len()];
    let mut is_code = not_code();
    let mut open: Option<(&str, usize)> = None;
    for (index, line) in lines.iter().enumerate() {
        let line = line.as_ref().trim_end();
        let text = line.trim_start_matches(' ');
        let indent = line.len() - text.len();
        let fence = fence_of(line);
        is_code[index] = open.is_some() || fence.is_some();
        let is_clear = match (open, fence) {
            (None, None) => !text.starts_with('<'),
            (None, Some(marks)) => text.starts_with(marks) && indent <= 3,
            // What is indented less ends the list that the block is in.
            (Some((_, least)), None) => text.is_empty() || indent >= least,
            (Some((marks, least)), Some(_)) => text == marks && (least..=3).contains(&indent),
        };
        if !is_clear {
            return not_code();
        }
        if let Some(marks) = fence {
            open = match open {
                None => Some((marks, indent)),
                Some(_) => None,
            };
        }
    }
    match open {
        None => is_code,
        Some(_) => not_code(),
    }
}

/// The marks of a fence, whatever stands ahead of them: three or more backticks or tildes.
pub(crate) fn fence_of(line: &str) -> Option<&str> {
    let line =
        line.trim_start_matches(|letter: char| !"`~".contains(letter) && !letter.is_alphabetic());
    let mark = line.chars().next().filter(|mark| "`~".contains(*mark))?;
    let behind = line.trim_start_matches(mark);
    let marks = &line[..line.len() - behind.len()];
    // Backticks behind backticks are a span of code in a paragraph.
    (marks.len() >= 3 && !(mark == '`' && behind.contains('`'))).then_some(marks)
}
