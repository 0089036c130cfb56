//! The statuses of errors, as the `http` crate names them.

/// Number, constant of `http::StatusCode` and reason phrase of every registered error status.
#[rustfmt::skip]
static STATUSES: &[(u16, &str, &str)] = &[
    (400, "BAD_REQUEST", "Bad Request"),
    (401, "UNAUTHORIZED", "Unauthorized"),
    (402, "PAYMENT_REQUIRED", "Payment Required"),
    (403, "FORBIDDEN", "Forbidden"),
    (404, "NOT_FOUND", "Not Found"),
    (405, "METHOD_NOT_ALLOWED", "Method Not Allowed"),
    (406, "NOT_ACCEPTABLE", "Not Acceptable"),
    (407, "PROXY_AUTHENTICATION_REQUIRED", "Proxy Authentication Required"),
    (408, "REQUEST_TIMEOUT", "Request Timeout"),
    (409, "CONFLICT", "Conflict"),
    (410, "GONE", "Gone"),
    (411, "LENGTH_REQUIRED", "Length Required"),
    (412, "PRECONDITION_FAILED", "Precondition Failed"),
    (413, "PAYLOAD_TOO_LARGE", "Payload Too Large"),
    (414, "URI_TOO_LONG", "URI Too Long"),
    (415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type"),
    (416, "RANGE_NOT_SATISFIABLE", "Range Not Satisfiable"),
    (417, "EXPECTATION_FAILED", "Expectation Failed"),
    (418, "IM_A_TEAPOT", "I'm a teapot"),
    (421, "MISDIRECTED_REQUEST", "Misdirected Request"),
    (422, "UNPROCESSABLE_ENTITY", "Unprocessable Entity"),
    (423, "LOCKED", "Locked"),
    (424, "FAILED_DEPENDENCY", "Failed Dependency"),
    (425, "TOO_EARLY", "Too Early"),
    (426, "UPGRADE_REQUIRED", "Upgrade Required"),
    (428, "PRECONDITION_REQUIRED", "Precondition Required"),
    (429, "TOO_MANY_REQUESTS", "Too Many Requests"),
    (431, "REQUEST_HEADER_FIELDS_TOO_LARGE", "Request Header Fields Too Large"),
    (451, "UNAVAILABLE_FOR_LEGAL_REASONS", "Unavailable For Legal Reasons"),
    (500, "INTERNAL_SERVER_ERROR", "Internal Server Error"),
    (501, "NOT_IMPLEMENTED", "Not Implemented"),
    (502, "BAD_GATEWAY", "Bad Gateway"),
    (503, "SERVICE_UNAVAILABLE", "Service Unavailable"),
    (504, "GATEWAY_TIMEOUT", "Gateway Timeout"),
    (505, "HTTP_VERSION_NOT_SUPPORTED", "HTTP Version Not Supported"),
    (506, "VARIANT_ALSO_NEGOTIATES", "Variant Also Negotiates"),
    (507, "INSUFFICIENT_STORAGE", "Insufficient Storage"),
    (508, "LOOP_DETECTED", "Loop Detected"),
    (510, "NOT_EXTENDED", "Not Extended"),
    (511, "NETWORK_AUTHENTICATION_REQUIRED", "Network Authentication Required"),
];

/// The names of all statuses.
pub(crate) fn names() -> impl Iterator<Item = &'static str> + Clone {
    STATUSES.iter().map(|(_, name, _)| *name)
}

/// The number of a status.
pub(crate) fn by_name(name: &str) -> Option<u16> {
    STATUSES
        .iter()
        .find(|(_, other, _)| *other == name)
        .map(|(number, ..)| *number)
}

/// The name of a status.
pub(crate) fn name_of(status: u16) -> Option<&'static str> {
    STATUSES
        .iter()
        .find(|(number, ..)| *number == status)
        .map(|(_, name, _)| *name)
}

/// The reason phrase of a status, if it is a registered one.
pub(crate) fn reason_phrase(status: u16) -> Option<&'static str> {
    STATUSES
        .iter()
        .find(|(number, ..)| *number == status)
        .map(|(.., phrase)| *phrase)
}

/// Whether the same request may succeed later, as far as the status alone tells.
pub(crate) fn is_retryable(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

/// Whether a request with this response was not carried out, as far as the status alone tells (RFC 8470,
/// section 5.2; RFC 6585, section 4). The runtime knows it, too.
pub(crate) fn is_not_applied(status: u16) -> bool {
    matches!(status, 425 | 429)
}

/// The header that a response of this status must carry, with a value for example (RFC 9110,
/// sections 11.6.1, 11.7.1, 15.5.6 and 15.5.22).
pub(crate) fn required_header(status: u16) -> Option<(&'static str, &'static str)> {
    match status {
        401 => Some(("WWW-Authenticate", "Bearer")),
        405 => Some(("Allow", "GET, POST")),
        407 => Some(("Proxy-Authenticate", "Basic")),
        426 => Some(("Upgrade", "HTTP/2.0")),
        _ => None,
    }
}

/// The header that a challenge is sent as, where the status asks for one.
pub(crate) fn challenge_header(status: u16) -> Option<&'static str> {
    match status {
        401 => Some("www-authenticate"),
        407 => Some("proxy-authenticate"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use http::StatusCode;

    use super::{by_name, names, reason_phrase};

    #[test]
    fn the_table_is_that_of_the_http_crate() {
        for number in 400..600 {
            let status = StatusCode::from_u16(number).unwrap();
            assert_eq!(reason_phrase(number), status.canonical_reason(), "{number}");
        }
        assert_eq!(by_name("NOT_FOUND"), Some(StatusCode::NOT_FOUND.as_u16()));
        assert_eq!(
            names().filter(|name| by_name(name).is_some()).count(),
            names().count()
        );
    }
}
