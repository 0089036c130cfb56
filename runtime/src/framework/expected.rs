//! The types that serde expects, in words that a client understands.

use std::borrow::Cow;

/// What a `Visitor` expects, as serde and its derive write it, in words for clients. `None` for anything else, which
/// may hold whatever the author of a `Deserialize` put in.
pub(super) fn expected(text: &str) -> Option<Cow<'static, str>> {
    if let Some(phrase) = phrase(text) {
        return Some(phrase.into());
    }
    let (count, end) = match text.strip_prefix("an array of length ") {
        Some(count) => (count, ""),
        None => match text.strip_prefix("a tuple of size ") {
            Some(count) => (count, ""),
            // `tuple struct Pair with 2 elements`: the name is a Rust type's.
            None if text.starts_with("tuple struct ") || text.starts_with("tuple variant ") => {
                match text.rsplit_once(" with ") {
                    Some((_, count)) => count.split_once(' ').unwrap_or((count, "")),
                    None => return Some("an array".into()),
                }
            }
            None => {
                // What serde's buffered content says of a sequence that is too long.
                let (count, end) = text.split_once(' ')?;
                match end {
                    "element in sequence" | "elements in sequence" => (count, ""),
                    _ => return None,
                }
            }
        },
    };
    let is_count =
        !count.is_empty() && count.len() <= 20 && count.bytes().all(|byte| byte.is_ascii_digit());
    let is_end = matches!(end, "" | "element" | "elements");
    let plural = if count == "1" { "" } else { "s" };
    (is_count && is_end).then(|| format!("an array with {count} element{plural}").into())
}

fn phrase(text: &str) -> Option<&'static str> {
    Some(match text {
        "u8" => "an integer from 0 to 255",
        "u16" => "an integer from 0 to 65535",
        "u32" => "an integer from 0 to 4294967295",
        "u64" | "usize" => "an integer from 0 to 18446744073709551615",
        "u128" => "an integer, 0 or more",
        "i8" => "an integer from -128 to 127",
        "i16" => "an integer from -32768 to 32767",
        "i32" => "an integer from -2147483648 to 2147483647",
        "i64" | "isize" => "an integer from -9223372036854775808 to 9223372036854775807",
        "i128" | "integer with support for saturating semantics" => "an integer",
        "a nonzero u8" => "an integer from 1 to 255",
        "a nonzero u16" => "an integer from 1 to 65535",
        "a nonzero u32" => "an integer from 1 to 4294967295",
        "a nonzero u64" | "a nonzero usize" => "an integer from 1 to 18446744073709551615",
        "a nonzero u128" => "an integer, 1 or more",
        "a nonzero i8" => "an integer from -128 to 127 that is not 0",
        "a nonzero i16" => "an integer from -32768 to 32767 that is not 0",
        "a nonzero i32" => "an integer from -2147483648 to 2147483647 that is not 0",
        "a nonzero i64" | "a nonzero isize" => {
            "an integer from -9223372036854775808 to 9223372036854775807 that is not 0"
        }
        "a nonzero i128" => "an integer that is not 0",
        "f32" | "f64" => "a number",
        "bool" | "a boolean" => "a boolean",
        "a string" | "path string" | "os string" | "String" => "a string",
        "char" | "a character" => "a single character",
        "a sequence" => "an array",
        "an empty array" => "an empty array",
        "a map" => "an object",
        "unit" => "null",
        "IPv4 address" => "an IPv4 address",
        "IPv6 address" => "an IPv6 address",
        "IP address" => "an IP address",
        "IPv4 socket address" | "IPv6 socket address" | "socket address" => {
            "an IP address with a port"
        }
        "a formatted UUID string" | "a UUID" => "a UUID",
        // The rest is the name of a Rust type.
        _ if text.starts_with("struct ") => "an object",
        _ if text.starts_with("unit struct ") => "null",
        _ => return None,
    })
}

/// What `FromStr` of a number, a boolean, an address or a UUID expected, and the code of the rule, from the text of its error. Query strings and
/// forms are read by it.
pub(super) fn from_str_failure(text: &str) -> Option<(&'static str, &'static str)> {
    Some(match text {
        "invalid digit found in string" | "cannot parse integer from empty string" => {
            ("an integer", "type")
        }
        "number too large to fit in target type" => ("a smaller integer", "value"),
        "number too small to fit in target type" => ("a larger integer", "value"),
        "number would be zero for non-zero type" => ("an integer that is not 0", "value"),
        "invalid float literal" | "cannot parse float from empty string" => ("a number", "type"),
        "provided string was not `true` or `false`" => ("`true` or `false`", "type"),
        "too many characters in string" | "cannot parse char from empty string" => {
            ("a single character", "type")
        }
        "invalid IP address syntax" => ("an IP address", "value"),
        "invalid IPv4 address syntax" => ("an IPv4 address", "value"),
        "invalid IPv6 address syntax" => ("an IPv6 address", "value"),
        "invalid socket address syntax" => ("an IP address with a port", "value"),
        _ if text.starts_with("UUID parsing failed: ") => ("a UUID", "value"),
        _ => return None,
    })
}
