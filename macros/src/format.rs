//! Text with holes, as `format!` writes it: `"The '{field}' field"`, `{{` for a brace.

/// A part of such a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Text as it is shown, braces unescaped.
    Literal(String),
    /// A hole and what fills it.
    Hole(Hole),
}

/// A hole: `{name}` or `{name:spec}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hole {
    /// What stands before the colon: a name, a position, or nothing.
    pub(crate) name: String,
    /// What stands behind the colon, empty where there is none.
    pub(crate) spec: String,
}

/// The pieces of `text` in order, neighbouring literals joined; or what is wrong with its braces.
pub(crate) fn parse(text: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut literal = String::new();
    let mut rest = text;
    while let Some(at) = next_brace(rest) {
        literal.push_str(&rest[..at]);
        let brace = &rest[at..=at];
        let behind = &rest[at + 1..];
        if let Some(behind_both) = behind.strip_prefix(brace) {
            literal.push_str(brace);
            rest = behind_both;
            continue;
        }
        if brace == "}" {
            return Err(
                "this text has a `}` that closes nothing: write `}}` for a literal brace"
                    .to_owned(),
            );
        }
        let Some(end) = behind.find('}') else {
            return Err(
                "this text has a `{` that is never closed: write `{{` for a literal brace"
                    .to_owned(),
            );
        };
        let (name, spec) = behind[..end]
            .split_once(':')
            .unwrap_or((&behind[..end], ""));
        if name.contains('{') {
            return Err(
                "this text has a `{` inside a placeholder: write `{{` for a literal brace"
                    .to_owned(),
            );
        }
        if !literal.is_empty() {
            pieces.push(Piece::Literal(std::mem::take(&mut literal)));
        }
        pieces.push(Piece::Hole(Hole {
            name: name.trim().to_owned(),
            spec: spec.trim_end().to_owned(),
        }));
        rest = &behind[end + 1..];
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        pieces.push(Piece::Literal(literal));
    }
    Ok(pieces)
}

/// The names between braces, in a text that need not be one with holes. Doubled braces are braces.
pub(crate) fn names_in_braces(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let behind = &rest[at + 1..];
        if let Some(behind_both) = behind.strip_prefix('{') {
            rest = behind_both;
            continue;
        }
        let Some(end) = behind.find(['{', '}']) else {
            break;
        };
        if behind[end..].starts_with('}') {
            let name = behind[..end].split(':').next().unwrap_or_default();
            names.push(name.trim());
        }
        rest = &behind[end..];
    }
    names
}

/// The first thing in a constant text that looks like a hole, braces included: a name, a position or
/// nothing, perhaps with a format spec. JSON does not, nor do doubled braces.
pub(crate) fn hole_in(text: &str) -> Option<&str> {
    let is_json = text.starts_with("{\"") || text.starts_with('[');
    let mut at = 0;
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        let behind = &text[open + 1..];
        if behind.starts_with('{') {
            at = open + 2;
            continue;
        }
        let Some(end) = behind.find(['{', '}']) else {
            break;
        };
        at = open + 1 + end;
        if text[at..].starts_with('}') {
            let hole = &text[open..=at];
            let name = name_of(hole);
            let is_name = name
                .chars()
                .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | '#'));
            if is_name && !(is_json && name.is_empty()) {
                return Some(hole);
            }
        }
    }
    None
}

/// The name in a hole.
pub(crate) fn name_of(hole: &str) -> &str {
    let inner = hole.trim_matches(['{', '}']);
    inner.split(':').next().unwrap_or_default().trim()
}

/// Where the next brace is. One search for each is faster than one for both.
fn next_brace(text: &str) -> Option<usize> {
    let braces = [text.find('{'), text.find('}')];
    braces.into_iter().flatten().min()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hole(name: &str, spec: &str) -> Piece {
        Piece::Hole(Hole {
            name: name.to_owned(),
            spec: spec.to_owned(),
        })
    }

    #[test]
    fn a_text_is_cut_at_its_holes() {
        assert_eq!(
            parse("The '{field}' is {0:>8} of {{x}}").unwrap(),
            [
                Piece::Literal("The '".to_owned()),
                hole("field", ""),
                Piece::Literal("' is ".to_owned()),
                hole("0", ">8"),
                Piece::Literal(" of {x}".to_owned()),
            ]
        );
        assert_eq!(parse("").unwrap(), []);
    }

    #[test]
    fn names_are_found_in_any_text() {
        assert_eq!(
            names_in_braces("{a} of {{b}}, {0:>8} } {c {d}, { } {"),
            ["a", "0", "d", ""]
        );
    }

    #[test]
    fn what_looks_like_a_hole_is_found_and_json_does_not() {
        for (text, hole) in [
            ("Bearer error=\"{code}\"", Some("{code}")),
            ("{ id :>8} {x}", Some("{ id :>8}")),
            ("a {} b", Some("{}")),
            ("{0:?}", Some("{0:?}")),
            ("${request.id}", Some("{request.id}")),
            ("{{id}} {{{id}}}", Some("{id}")),
            ("{ {id}", Some("{id}")),
            ("{\"group\":{\"a\":1},\"b\":{}}", None),
            ("[{}]", None),
            ("{{id}} } { a", None),
            ("{a, b} {=5}", None),
            ("", None),
        ] {
            assert_eq!(hole_in(text), hole, "{text}");
        }
    }

    #[test]
    fn an_unbalanced_brace_says_how_to_write_one() {
        assert!(parse("a } b").unwrap_err().contains("write `}}`"));
        assert!(parse("a { b").unwrap_err().contains("write `{{`"));
        assert!(parse("a {b{c}").unwrap_err().contains("write `{{`"));
    }
}
