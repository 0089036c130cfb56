//! What a URI reference is (RFC 3986, appendix A).
//!
//! `macros/src/uri.rs` (declared links) and `runtime/src/write/uri.rs` (links of fields and of requests) are
//! the same file, and a test compares them.

use std::net::Ipv6Addr;

/// Whether a text is a URI reference: absolute as `https://example.com/a`, or relative as `/a#b`.
pub(crate) fn is_uri_reference(text: &str) -> bool {
    let (rest, fragment) = split(text, '#');
    let (rest, query) = split(rest, '?');
    let tail = |text: Option<&str>| text.is_none_or(|text| are_allowed(text, b":@/?"));
    if !tail(fragment) || !tail(query) {
        return false;
    }
    let first = rest.split('/').next().unwrap_or_default();
    let rest = match first.split_once(':') {
        None => rest,
        // A colon in the first segment is the end of a scheme.
        Some((scheme, _)) if is_scheme(scheme) => &rest[scheme.len() + 1..],
        Some(_) => return false,
    };
    match rest.strip_prefix("//") {
        None => are_allowed(rest, b":@/"),
        Some(rest) => {
            let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            is_authority(authority) && are_allowed(path, b":@/")
        }
    }
}

/// What is ahead of a mark, and what is behind it, if it is there.
fn split(text: &str, mark: char) -> (&str, Option<&str>) {
    match text.split_once(mark) {
        Some((ahead, behind)) => (ahead, Some(behind)),
        None => (text, None),
    }
}

fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

fn is_authority(text: &str) -> bool {
    let (user, place) = match text.rsplit_once('@') {
        Some((user, place)) => (user, place),
        None => ("", text),
    };
    let (host, port) = match place.strip_prefix('[') {
        Some(literal) => match literal.split_once(']') {
            Some((address, port)) if is_address(address) => ("", port),
            _ => return false,
        },
        None => place.split_at(place.find(':').unwrap_or(place.len())),
    };
    let is_port = port.is_empty()
        || port
            .strip_prefix(':')
            .is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()));
    are_allowed(user, b":") && are_allowed(host, b"") && is_port
}

/// The address in brackets: of version 6, or of a version to come.
fn is_address(text: &str) -> bool {
    let Some(future) = text.strip_prefix(['v', 'V']) else {
        return text.parse::<Ipv6Addr>().is_ok();
    };
    let is_part = |text: &str, is_allowed: fn(&u8) -> bool| {
        !text.is_empty() && text.as_bytes().iter().all(is_allowed)
    };
    future.split_once('.').is_some_and(|(version, address)| {
        is_part(version, u8::is_ascii_hexdigit)
            && is_part(address, |byte| *byte == b':' || is_common(*byte))
    })
}

/// Whether a text has only characters that are allowed everywhere, these, and escapes.
fn are_allowed(text: &str, others: &[u8]) -> bool {
    let mut bytes = text.as_bytes();
    while let [first, rest @ ..] = bytes {
        bytes = match (first, rest) {
            (b'%', [one, other, rest @ ..])
                if one.is_ascii_hexdigit() && other.is_ascii_hexdigit() =>
            {
                rest
            }
            (b'%', _) => return false,
            _ if is_common(*first) || others.contains(first) => rest,
            _ => return false,
        };
    }
    true
}

/// `unreserved` and `sub-delims`.
fn is_common(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&byte)
}
