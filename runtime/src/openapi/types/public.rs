//! The titles and descriptions of types, which are their doc comments.

use serde_json::{Map, Value};

use super::internal::public_lines;

/// Cuts what a schema says of itself at a heading `Internal`, as the docs of errors are cut.
///
/// `schemars` makes a title of a heading in the first line.
pub(super) fn cut(keywords: &mut Map<String, Value>) {
    // A note to those who maintain the schema.
    keywords.remove("$comment");
    let text = |keyword: &str| {
        let text = keywords.get(keyword).and_then(Value::as_str);
        text.map(str::to_owned)
    };
    let (title, description) = (text("title"), text("description"));
    let title_lines = title.as_deref().map_or(0, |title| title.lines().count());
    let mut lines: Vec<String> = Vec::new();
    if let Some(title) = &title {
        lines.extend(title.lines().map(|line| format!("# {line}")));
    }
    if let Some(description) = &description {
        lines.extend(description.lines().map(str::to_owned));
    }
    let unstarred: Vec<_> = lines[title_lines..]
        .iter()
        .map(|line| unstar(line))
        .collect();
    let public = public_lines(&lines).min(title_lines + public_lines(&unstarred));
    if public == lines.len() {
        return;
    }
    if public < title_lines {
        keywords.remove("title");
        keywords.remove("description");
        return;
    }
    let description = lines[title_lines..public].join("\n").trim_end().to_owned();
    if description.is_empty() {
        keywords.remove("description");
    } else {
        keywords.insert("description".to_owned(), description.into());
    }
}

/// A line without the star that may be ahead of it in a block comment.
fn unstar(line: &str) -> &str {
    let line = line.trim_start();
    line.strip_prefix('*').unwrap_or(line)
}
