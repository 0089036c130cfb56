//! What a `Content-Type` may be (RFC 9110, section 8.3.1).

use crate::header::is_token;

/// Why `text` is not a media type, if it is not one.
pub(super) fn check(text: &str) -> Result<(), String> {
    let (essence, parameters) = match text.find(';') {
        Some(end) => text.split_at(end),
        None => (text, ""),
    };
    let is_type = essence
        .trim_end_matches([' ', '\t'])
        .split_once('/')
        .is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype));
    if !is_type || essence.contains('*') || text.trim() != text {
        return Err(format!(
            "{text:?} is not a media type: write type/subtype, as in \"application/json\""
        ));
    }
    if !are_parameters(parameters) {
        return Err(format!(
            "{text:?} is not a media type: write its parameters as in \"application/json; charset=utf-8\""
        ));
    }
    Ok(())
}

/// `; name=value; name="value"`, or nothing.
fn are_parameters(text: &str) -> bool {
    let mut rest = text.trim_start_matches([' ', '\t']);
    while !rest.is_empty() {
        let Some(parameter) = rest.strip_prefix(';') else {
            return false;
        };
        let parameter = parameter.trim_start_matches([' ', '\t']);
        let Some((name, value)) = parameter.split_once('=') else {
            return false;
        };
        if !is_token(name) {
            return false;
        }
        let end = match value.strip_prefix('"') {
            Some(quoted) => quoted_end(quoted).map(|end| end + 1),
            None => Some(value.find([';', ' ', '\t']).unwrap_or(value.len()))
                .filter(|&end| is_token(&value[..end])),
        };
        let Some(end) = end else {
            return false;
        };
        rest = value[end..].trim_start_matches([' ', '\t']);
    }
    true
}

/// Where a quoted string is over, its opening quote being behind us.
fn quoted_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped && is_visible(byte) => escaped = false,
            b'"' => return Some(at + 1),
            b'\\' => escaped = true,
            _ if is_visible(byte) => {}
            _ => return None,
        }
    }
    None
}

fn is_visible(byte: u8) -> bool {
    byte.is_ascii_graphic() || byte == b' '
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_and_a_subtype_make_a_media_type_with_and_without_parameters() {
        for text in [
            "application/json",
            "application/problem+json",
            "application/vnd.api+json;charset=utf-8",
            "application/json ; charset=\"utf-8\" ; profile=\"a;\\\"b\\\" c\"",
        ] {
            assert_eq!(check(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "json",
            "/json",
            "application/",
            "application/json/x",
            "application/*",
            " application/json",
            "application/json ",
            "application/jsön",
            "application/json\n",
            "application/json;",
            "application/json; charset",
            "application/json; charset=",
            "application/json; charset = utf-8",
            "application/json; charset=\"utf-8",
            "application/json; charset=\"ü\"",
        ] {
            assert!(check(text).is_err(), "{text}");
        }
    }
}
