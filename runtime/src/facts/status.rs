//! The statuses of errors as constants, and their reason phrases.

use http::StatusCode;

/// A status from 400 to 599.
#[must_use]
pub const fn status(number: u16) -> StatusCode {
    match StatusCode::from_u16(number) {
        Ok(status) => status,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

macro_rules! statuses {
    ($($name:ident, $number:literal, $phrase:literal;)*) => {
        /// A constant for each registered status: a row that names one costs the compiler less than one that calls
        /// a function.
        pub mod statuses {
            $(#[allow(missing_docs, reason = "named after the number")]
            pub const $name: super::StatusCode = super::status($number);)*
        }

        /// The reason phrase of a status, as the `http` crate has it; but in `const`.
        pub(super) const fn reason_phrase(status: StatusCode) -> &'static str {
            match status.as_u16() {
                $($number => $phrase,)*
                _ => "Error",
            }
        }
    };
}

statuses! {
    S400, 400, "Bad Request";
    S401, 401, "Unauthorized";
    S402, 402, "Payment Required";
    S403, 403, "Forbidden";
    S404, 404, "Not Found";
    S405, 405, "Method Not Allowed";
    S406, 406, "Not Acceptable";
    S407, 407, "Proxy Authentication Required";
    S408, 408, "Request Timeout";
    S409, 409, "Conflict";
    S410, 410, "Gone";
    S411, 411, "Length Required";
    S412, 412, "Precondition Failed";
    S413, 413, "Payload Too Large";
    S414, 414, "URI Too Long";
    S415, 415, "Unsupported Media Type";
    S416, 416, "Range Not Satisfiable";
    S417, 417, "Expectation Failed";
    S418, 418, "I'm a teapot";
    S421, 421, "Misdirected Request";
    S422, 422, "Unprocessable Entity";
    S423, 423, "Locked";
    S424, 424, "Failed Dependency";
    S425, 425, "Too Early";
    S426, 426, "Upgrade Required";
    S428, 428, "Precondition Required";
    S429, 429, "Too Many Requests";
    S431, 431, "Request Header Fields Too Large";
    S451, 451, "Unavailable For Legal Reasons";
    S500, 500, "Internal Server Error";
    S501, 501, "Not Implemented";
    S502, 502, "Bad Gateway";
    S503, 503, "Service Unavailable";
    S504, 504, "Gateway Timeout";
    S505, 505, "HTTP Version Not Supported";
    S506, 506, "Variant Also Negotiates";
    S507, 507, "Insufficient Storage";
    S508, 508, "Loop Detected";
    S510, 510, "Not Extended";
    S511, 511, "Network Authentication Required";
}

#[cfg(test)]
mod tests {
    use super::{reason_phrase, status};

    #[test]
    fn reason_phrases_are_those_of_the_http_crate() {
        for number in 400..600 {
            let status = status(number);
            assert_eq!(status.as_u16(), number);
            let phrase = status.canonical_reason().unwrap_or("Error");
            assert_eq!(reason_phrase(status), phrase, "{number}");
        }
    }
}
