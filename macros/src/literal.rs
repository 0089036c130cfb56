//! What literals say.

use syn::LitStr;

/// The text of a string literal.
///
/// syn reads it letter by letter, in a macro that is built without optimization. Where nothing is escaped,
/// the text is what stands between the quotes.
pub(crate) fn text(literal: &LitStr) -> String {
    let token = literal.token().to_string();
    let quoted = token
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match quoted {
        Some(text) if !text.contains('\\') && !text.contains('\r') => text.to_owned(),
        _ => literal.value(),
    }
}

#[cfg(test)]
mod tests {
    use syn::LitStr;

    #[test]
    fn the_text_is_that_of_syn_however_it_is_written() {
        for (written, said) in [
            (r#""""#, ""),
            (r#""plain""#, "plain"),
            (
                r#""na\u{ef}ve \"quoted\" \\ \n""#,
                "na\u{ef}ve \"quoted\" \\ \n",
            ),
            ("\"two\r\nlines\"", "two\nlines"),
            ("\"one \\\n    line\"", "one line"),
            (r##"r#"raw "text" \n"#"##, r#"raw "text" \n"#),
            (r#""suffix"foo"#, "suffix"),
        ] {
            let literal: LitStr = syn::parse_str(written).unwrap();
            assert_eq!(super::text(&literal), said, "{written}");
            assert_eq!(literal.value(), said, "{written}");
        }
    }
}
