//! Which response headers a declaration may set, and with which values (RFC 9110, section 5).

/// The header's name in lower case, or why it cannot be declared.
pub(crate) fn check_name(name: &str) -> Result<String, String> {
    let lower = name.to_ascii_lowercase();
    if name.is_empty() || !name.bytes().all(is_token_byte) {
        return Err(format!(
            "`{name}` is no header name: write letters, digits and hyphens, as in \"X-Error-Code\""
        ));
    }
    let reason = match lower.as_str() {
        "content-type" => "the envelope's media type decides it",
        "content-length" | "transfer-encoding" => "it follows from the body",
        "connection" => "it belongs to the connection, which the server manages",
        _ => return Ok(lower),
    };
    Err(format!("`{name}` cannot be declared: {reason}"))
}

/// Why a constant header value cannot be sent, if it cannot.
pub(crate) fn check_value(value: &str) -> Result<(), String> {
    match value
        .chars()
        .find(|&letter| letter != '\t' && (letter.is_ascii_control() || !letter.is_ascii()))
    {
        Some(letter) => Err(format!(
            "a header value cannot hold {letter:?}: write visible ASCII characters, spaces and tabs"
        )),
        None => Ok(()),
    }
}

/// `tchar` of RFC 9110, section 5.6.2.
fn is_token_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}
