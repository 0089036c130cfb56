//! Which response headers a declaration may set, and with which values (RFC 9110, section 5).

/// The header's name in lower case, or why it cannot be declared.
pub(crate) fn check_name(name: &str) -> Result<String, String> {
    let lower = name.to_ascii_lowercase();
    if !is_token(name) {
        return Err(format!(
            "`{name}` is not a header name: write letters, digits and hyphens, as in \"X-Error-Code\""
        ));
    }
    let reason = match lower.as_str() {
        "retry-after" => {
            return Err("the header `Retry-After` cannot be declared, because it has its own keys: write `retry(after = \"30s\")` on the error, or `retry_after` on a field".to_owned());
        }
        "content-type" => "it is the media type of the envelope",
        "content-length" | "transfer-encoding" => "it follows from the body",
        "connection" | "keep-alive" | "proxy-connection" | "te" | "trailer" => {
            "the server manages the connection"
        }
        "content-encoding" => "the layer that compresses the body sets it",
        _ => return Ok(lower),
    };
    Err(format!(
        "the header `{name}` cannot be declared, because {reason}: remove it"
    ))
}

/// Why a constant header value cannot be sent as it is, if it cannot (RFC 9110, section 5.5).
pub(crate) fn check_value(value: &str) -> Result<(), String> {
    if value.trim_matches([' ', '\t']) != value {
        return Err(
            "a header value cannot begin or end with a space or a tab: remove it".to_owned(),
        );
    }
    check_letters(value)
}

/// Why a piece of a header value cannot be sent, if it cannot.
pub(crate) fn check_letters(value: &str) -> Result<(), String> {
    match value
        .chars()
        .find(|&letter| letter != '\t' && (letter.is_ascii_control() || !letter.is_ascii()))
    {
        Some(letter) => Err(format!(
            "a header value cannot contain {letter:?}: write visible ASCII characters, spaces and tabs"
        )),
        None => Ok(()),
    }
}

/// `token` of RFC 9110, section 5.6.2.
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}

/// Whether a response can have several lines of a header, whose name is in lower case (RFC 9110, section
/// 5.3): its value is a list by its definition, or it is `Set-Cookie`. Of other names nothing is known.
pub(crate) fn may_repeat(lower: &str) -> bool {
    REPEATABLE.contains(&lower)
}

/// The headers of responses that are lists in IANA's registry, and `Set-Cookie`.
#[rustfmt::skip]
static REPEATABLE: &[&str] = &[
    "accept", "accept-ch", "accept-charset", "accept-encoding", "accept-language", "accept-patch",
    "accept-post", "accept-ranges", "accept-signature", "access-control-allow-headers",
    "access-control-allow-methods", "access-control-expose-headers", "allow", "alt-svc",
    "authentication-info", "cache-control", "cache-status", "cdn-cache-control", "clear-site-data",
    "content-digest", "content-language", "content-security-policy",
    "content-security-policy-report-only", "critical-ch", "dav", "digest", "link", "link-template", "nel",
    "origin-trial", "permissions-policy", "pragma", "preference-applied", "priority",
    "proxy-authenticate", "proxy-authentication-info", "proxy-status", "ratelimit", "ratelimit-policy",
    "referrer-policy", "report-to", "reporting-endpoints", "repr-digest", "sec-websocket-extensions",
    "sec-websocket-protocol", "sec-websocket-version", "server-timing", "set-cookie", "signature",
    "signature-input", "timing-allow-origin", "upgrade", "vary", "via", "want-content-digest",
    "want-repr-digest", "warning", "www-authenticate", "x-robots-tag",
];
