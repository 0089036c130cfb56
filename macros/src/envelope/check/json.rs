//! Rust's literals as JSON text (RFC 8259).

use std::fmt::Write;

use quote::ToTokens;
use syn::Lit;

/// The JSON text of `literal`, or why it has none.
pub(super) fn literal(minus: bool, literal: &Lit) -> Result<String, String> {
    let (digits, suffix) = match literal {
        Lit::Int(number) => (number.base10_digits(), number.suffix()),
        Lit::Float(number) => (number.base10_digits(), number.suffix()),
        Lit::Char(letter) => {
            let text = string(letter.value().encode_utf8(&mut [0; 4]));
            return Err(format!(
                "a character is not a literal of JSON: write the string `{text}`"
            ));
        }
        _ => {
            return Err(
                "this is not a literal of JSON: write a string in double quotes, a number, `true`, \
                 `false` or `null`"
                    .to_owned(),
            );
        }
    };
    let sign = if minus { "-" } else { "" };
    let text = format!("{sign}{literal}", literal = literal.to_token_stream());
    if is_number(&text) {
        return in_range(text);
    }
    let reason = if suffix.is_empty() {
        "a JSON number must be decimal, with digits on both sides of a point and without underscores"
    } else {
        "a JSON number cannot have a type suffix"
    };
    let zero = if digits.ends_with('.') { "0" } else { "" };
    Err(format!("{reason}: write `{sign}{digits}{zero}`"))
}

/// A number that every reader can hold. Beyond an `f64` even `serde_json` refuses.
fn in_range(text: String) -> Result<String, String> {
    if text.parse::<f64>().is_ok_and(f64::is_finite) {
        Ok(text)
    } else {
        Err(format!(
            "a JSON number must be less than 1.8e308, and `{text}` is not: write a smaller number"
        ))
    }
}

/// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let exponent = exponent.map(|exponent| exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    are_digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(are_digits)
        && exponent.is_none_or(are_digits)
}

fn are_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `text` as a JSON string, quotes included, byte for byte what `serde_json` writes.
pub(super) fn string(text: &str) -> String {
    let mut json = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\0'..='\u{1f}' => {
                let _ = write!(json, "\\u{:04x}", u32::from(letter));
            }
            _ => json.push(letter),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(source: &str) -> Result<String, String> {
        literal(false, &syn::parse_str(source).unwrap())
    }

    #[test]
    fn a_number_that_json_can_read_is_kept_as_it_is_written() {
        for text in ["0", "10", "1.5e3", "0.25", "1E+2", "1e-7"] {
            assert_eq!(number(text).as_deref(), Ok(text));
        }
    }

    #[test]
    fn a_number_in_rust_only_notation_is_shown_in_decimal() {
        let written = [
            ("0x10", "`16`"),
            ("0b11", "`3`"),
            ("1_000", "`1000`"),
            ("007", "`7`"),
            ("1u8", "`1`"),
            ("1.", "`1.0`"),
            ("1_0.5f32", "`10.5`"),
        ];
        for (source, decimal) in written {
            let message = number(source).unwrap_err();
            assert!(message.ends_with(decimal), "{source}: {message}");
        }
        assert!(number("1e999").unwrap_err().contains("1.8e308"));
    }

    #[test]
    fn a_string_is_escaped_where_json_demands_it_and_nowhere_else() {
        assert_eq!(
            string("\"\\/\u{8}\u{c}\n\r\t\u{1}\u{1f}\u{7f}é\u{2028}"),
            "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u{7f}é\u{2028}\""
        );
    }
}
