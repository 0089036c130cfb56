//! The floor: the same responses, written by hand as well as they can be.

use std::borrow::Cow;
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};

/// The errors of [`declared::ClaimError`](crate::declared::ClaimError), without a derive.
#[expect(missing_docs, reason = "the declaration beside it has the words")]
#[derive(Debug)]
pub enum ClaimError {
    Malformed,
    Locked,
    Unauthorized,
    Gone,
    UnknownSource {
        name: String,
    },
    Validation {
        fields: Vec<FieldError>,
    },
    RateLimited {
        limit: u64,
        remaining: u64,
        reset: u64,
        wait: Duration,
    },
    Draining,
}

/// One field that breaks a rule.
#[derive(Debug)]
pub struct FieldError {
    /// The path to it.
    pub field: Cow<'static, str>,
    /// The rule.
    pub message: Cow<'static, str>,
    /// The name of the rule.
    pub code: Option<Cow<'static, str>>,
}

impl ClaimError {
    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            ClaimError::Malformed => StatusCode::BAD_REQUEST,
            ClaimError::Locked => StatusCode::CONFLICT,
            ClaimError::Unauthorized => StatusCode::FORBIDDEN,
            ClaimError::Gone => StatusCode::GONE,
            ClaimError::UnknownSource { .. } => StatusCode::NOT_FOUND,
            ClaimError::Validation { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            ClaimError::RateLimited { .. } => StatusCode::TOO_MANY_REQUESTS,
            ClaimError::Draining => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            ClaimError::Malformed => "MALFORMED",
            ClaimError::Locked => "LOCKED",
            ClaimError::Unauthorized => "UNAUTHORIZED",
            ClaimError::Gone => "GONE",
            ClaimError::UnknownSource { .. } => "UNKNOWN_SOURCE",
            ClaimError::Validation { .. } => "VALIDATION_ERROR",
            ClaimError::RateLimited { .. } => "RATE_LIMITED",
            ClaimError::Draining => "DRAINING",
        }
    }

    /// The whole response.
    #[must_use]
    pub fn respond(&self, request_id: Option<&str>) -> Response<Bytes> {
        let mut response = Response::new(self.body(request_id));
        *response.status_mut() = self.status();
        *response.headers_mut() = self.headers();
        response
    }

    /// The whole response, as axum has it.
    #[must_use]
    pub fn into_axum(self, request_id: Option<&str>) -> axum::response::Response {
        self.respond(request_id).map(Body::from)
    }

    fn headers(&self) -> HeaderMap {
        const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
        const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
        const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

        let ClaimError::RateLimited {
            limit,
            remaining,
            reset,
            wait,
        } = self
        else {
            return headers();
        };
        let mut headers = headers();
        // Four numbers of at most 20 digits.
        let mut values = Vec::with_capacity(80);
        let mut push = |number: u64| {
            let start = values.len();
            values.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
            start..values.len()
        };
        let ranges = [
            (LIMIT, push(*limit)),
            (REMAINING, push(*remaining)),
            (RESET, push(*reset)),
            (RETRY_AFTER, push(whole_seconds(*wait))),
        ];
        let values = Bytes::from(values);
        for (name, range) in ranges {
            let value = HeaderValue::from_maybe_shared(values.slice(range));
            headers.insert(name, value.expect("digits are a header value"));
        }
        headers
    }

    fn body(&self, request_id: Option<&str>) -> Bytes {
        let fixed = match self {
            ClaimError::Malformed => {
                r#"{"error":{"code":"MALFORMED","message":"The request body is no JSON."}}"#
            }
            ClaimError::Locked => {
                r#"{"error":{"code":"LOCKED","message":"Another request edits this claim."}}"#
            }
            ClaimError::Unauthorized => {
                r#"{"error":{"code":"UNAUTHORIZED","message":"The claim belongs to someone else."}}"#
            }
            ClaimError::Gone => r#"{"error":{"code":"GONE","message":"The claim was withdrawn."}}"#,
            ClaimError::RateLimited { .. } => {
                r#"{"error":{"code":"RATE_LIMITED","message":"Too many requests in this window."}}"#
            }
            ClaimError::Draining => {
                r#"{"error":{"code":"DRAINING","message":"Service Unavailable"}}"#
            }
            ClaimError::UnknownSource { name } => return unknown_source(name, request_id),
            ClaimError::Validation { fields } => return validation(fields, request_id),
        };
        let Some(id) = request_id else {
            return Bytes::from_static(fixed.as_bytes());
        };
        let head = &fixed[..fixed.len() - END.len()];
        let mut body = Vec::with_capacity(head.len() + end_len(Some(id)));
        body.extend_from_slice(head.as_bytes());
        push_end(&mut body, Some(id));
        Bytes::from(body)
    }
}

/// The headers that every error has.
fn headers() -> HeaderMap {
    // Cheaper than `with_capacity`: there is room for six at the first of them.
    let mut headers = HeaderMap::new();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers
}

fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

fn unknown_source(name: &str, request_id: Option<&str>) -> Bytes {
    const HEAD: &[u8] = br#"{"error":{"code":"UNKNOWN_SOURCE","message":"No source is named '"#;
    const TAIL: &[u8] = br#"'.""#;

    let length = HEAD.len() + escaped_len(name) + TAIL.len() + end_len(request_id);
    let mut body = Vec::with_capacity(length);
    body.extend_from_slice(HEAD);
    push_escaped(&mut body, name);
    body.extend_from_slice(TAIL);
    push_end(&mut body, request_id);
    Bytes::from(body)
}

fn validation(fields: &[FieldError], request_id: Option<&str>) -> Bytes {
    const HEAD: &[u8] = br#"{"error":{"code":"VALIDATION_ERROR","message":"One or more fields break a constraint.","details":{"fields":["#;
    const TAIL: &[u8] = b"]}";
    const FIELD: &[u8] = br#"{"field":""#;
    const MESSAGE: &[u8] = br#"","message":""#;
    const CODE: &[u8] = br#"","code":""#;
    const FIELD_END: &[u8] = br#""}"#;

    let mut length = HEAD.len() + TAIL.len() + end_len(request_id) + fields.len().saturating_sub(1);
    for error in fields {
        length += FIELD.len() + escaped_len(&error.field);
        length += MESSAGE.len() + escaped_len(&error.message);
        length += error
            .code
            .as_deref()
            .map_or(0, |code| CODE.len() + escaped_len(code));
        length += FIELD_END.len();
    }
    let mut body = Vec::with_capacity(length);
    body.extend_from_slice(HEAD);
    for (index, error) in fields.iter().enumerate() {
        if index > 0 {
            body.push(b',');
        }
        body.extend_from_slice(FIELD);
        push_escaped(&mut body, &error.field);
        body.extend_from_slice(MESSAGE);
        push_escaped(&mut body, &error.message);
        if let Some(code) = &error.code {
            body.extend_from_slice(CODE);
            push_escaped(&mut body, code);
        }
        body.extend_from_slice(FIELD_END);
    }
    body.extend_from_slice(TAIL);
    push_end(&mut body, request_id);
    Bytes::from(body)
}

/// What ends a body that knows no request.
const END: &[u8] = b"}}";
const REQUEST_ID: &[u8] = br#","request_id":""#;
const REQUEST_ID_END: &[u8] = br#""}}"#;

fn end_len(request_id: Option<&str>) -> usize {
    request_id.map_or(END.len(), |id| {
        REQUEST_ID.len() + escaped_len(id) + REQUEST_ID_END.len()
    })
}

fn push_end(body: &mut Vec<u8>, request_id: Option<&str>) {
    match request_id {
        None => body.extend_from_slice(END),
        Some(id) => {
            body.extend_from_slice(REQUEST_ID);
            push_escaped(body, id);
            body.extend_from_slice(REQUEST_ID_END);
        }
    }
}

/// How long a text is inside of a JSON string.
fn escaped_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    match first_special(bytes) {
        None => bytes.len(),
        Some(clean) => {
            clean
                + bytes[clean..]
                    .iter()
                    .map(|&byte| escape_len(byte))
                    .sum::<usize>()
        }
    }
}

fn escape_len(byte: u8) -> usize {
    match byte {
        b'"' | b'\\' | 0x08 | 0x09 | 0x0a | 0x0c | 0x0d => 2,
        0..0x20 => 6,
        _ => 1,
    }
}

/// The inside of a JSON string.
fn push_escaped(body: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    while let Some(at) = first_special(rest) {
        body.extend_from_slice(&rest[..at]);
        push_escape(body, rest[at]);
        rest = &rest[at + 1..];
    }
    body.extend_from_slice(rest);
}

fn push_escape(body: &mut Vec<u8>, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let short = match byte {
        b'"' | b'\\' => byte,
        0x08 => b'b',
        0x09 => b't',
        0x0a => b'n',
        0x0c => b'f',
        0x0d => b'r',
        _ => {
            let [high, low] = [byte >> 4, byte & 0xf].map(|digit| HEX[usize::from(digit)]);
            body.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            return;
        }
    };
    body.extend_from_slice(&[b'\\', short]);
}

/// Where the first byte stands that needs an escape, eight bytes at a time.
fn first_special(bytes: &[u8]) -> Option<usize> {
    let mut rest = bytes;
    while let Some((word, behind)) = rest.split_first_chunk() {
        let special = special_bytes(u64::from_le_bytes(*word));
        if special != 0 {
            return Some(bytes.len() - rest.len() + special.trailing_zeros() as usize / 8);
        }
        rest = behind;
    }
    rest.iter()
        .position(|&byte| byte < 0x20 || byte == b'"' || byte == b'\\')
        .map(|at| bytes.len() - rest.len() + at)
}

/// The high bit of each byte that needs an escape; right up to the first of them.
fn special_bytes(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let below_space = word.wrapping_sub(ONES * 0x20);
    let quote = (word ^ (ONES * u64::from(b'"'))).wrapping_sub(ONES);
    let backslash = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
    (below_space | quote | backslash) & !word & HIGH
}
