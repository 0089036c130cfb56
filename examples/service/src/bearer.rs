//! Bearer tokens: that of an `Authorization` header, and all that there are.

use std::collections::HashMap;
use std::fmt;

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use sha2::{Digest, Sha256};

/// What is wrong with the token of a request. For the log: a client learns only that it is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenFault {
    /// There is no `Authorization` header.
    Missing,
    /// The `Authorization` header is no bearer token, or there are several.
    Malformed,
    /// It was never issued, or is long forgotten.
    Unknown,
    /// It was valid for a time.
    Expired,
    /// It was valid until it was taken back.
    Revoked,
}

impl fmt::Display for TokenFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TokenFault::Missing => "no Authorization header",
            TokenFault::Malformed => "the Authorization header is no bearer token",
            TokenFault::Unknown => "unknown token",
            TokenFault::Expired => "expired token",
            TokenFault::Revoked => "revoked token",
        })
    }
}

/// The bearer token of a request (RFC 6750, section 2.1).
///
/// # Errors
/// If there is none.
pub fn token(headers: &HeaderMap) -> Result<&str, TokenFault> {
    let mut headers = headers.get_all(AUTHORIZATION).iter();
    let header = headers.next().ok_or(TokenFault::Missing)?;
    // Somebody on the way may have looked at the other one (RFC 9110, section 5.3).
    if headers.next().is_some() {
        return Err(TokenFault::Malformed);
    }
    let (scheme, token) = header
        .to_str()
        .ok()
        .and_then(|header| header.split_once(' '))
        .ok_or(TokenFault::Malformed)?;
    // The name of a scheme is case-insensitive (RFC 9110, section 11.1).
    if scheme.eq_ignore_ascii_case("Bearer") {
        Ok(token.trim())
    } else {
        Err(TokenFault::Malformed)
    }
}

/// Tokens, each with what it stands for; API keys are tokens, too.
///
/// They are known by their digests. How long it takes to find one says nothing of a token that is nearly
/// right: nobody can come closer to another's digest step by step.
#[derive(Clone)]
pub struct Tokens<T>(HashMap<[u8; 32], Option<T>>);

/// Those that stand for nothing are revoked.
impl<T, const N: usize> From<[(&str, Option<T>); N]> for Tokens<T> {
    fn from(tokens: [(&str, Option<T>); N]) -> Self {
        Tokens(tokens.map(|(token, value)| (digest(token), value)).into())
    }
}

impl<T> Tokens<T> {
    /// What the token of a request stands for.
    ///
    /// # Errors
    /// If the request bears none that stands for something.
    pub fn of(&self, headers: &HeaderMap) -> Result<&T, TokenFault> {
        self.get(token(headers)?)
    }

    /// What a token stands for.
    ///
    /// # Errors
    /// If it is unknown or revoked.
    pub fn get(&self, token: &str) -> Result<&T, TokenFault> {
        let value = self.0.get(&digest(token)).ok_or(TokenFault::Unknown)?;
        value.as_ref().ok_or(TokenFault::Revoked)
    }

    /// Adds a token.
    pub fn insert(&mut self, token: &str, value: T) {
        self.0.insert(digest(token), Some(value));
    }

    /// Forgets the tokens that are not to be kept. Those that are revoked stay.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        self.0
            .retain(|_, value| value.as_ref().is_none_or(&mut keep));
    }
}

fn digest(token: &str) -> [u8; 32] {
    Sha256::digest(token).into()
}
