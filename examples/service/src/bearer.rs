//! The token of an `Authorization` header.

use std::fmt;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;

/// Why a request bears no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoToken {
    /// There is no `Authorization` header.
    Missing,
    /// The `Authorization` header is no bearer token.
    Malformed,
}

impl fmt::Display for NoToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NoToken::Missing => "no Authorization header",
            NoToken::Malformed => "the Authorization header is no bearer token",
        })
    }
}

/// The bearer token of a request (RFC 6750, section 2.1).
///
/// # Errors
/// If there is none.
pub fn token(headers: &HeaderMap) -> Result<&str, NoToken> {
    let header = headers.get(AUTHORIZATION).ok_or(NoToken::Missing)?;
    let (scheme, token) = header
        .to_str()
        .ok()
        .and_then(|header| header.split_once(' '))
        .ok_or(NoToken::Malformed)?;
    // The name of a scheme is case-insensitive (RFC 9110, section 11.1).
    if scheme.eq_ignore_ascii_case("Bearer") {
        Ok(token.trim())
    } else {
        Err(NoToken::Malformed)
    }
}
