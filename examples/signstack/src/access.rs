//! Who may do what how often: API keys, the access tokens that they are exchanged for, scopes, rate
//! limits.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::http::HeaderMap;
use example_service::bearer::{self, NoToken};
use example_service::rate::Limiter;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::config::Config;
use crate::errors::{AccessError, RateLimitExceeded, TokenError};

/// A demo key of the organization [`ORG`], with all scopes.
pub const KEY: &str = "sk_live_demo";
/// A demo key of the same organization that may only read.
pub const READER_KEY: &str = "sk_live_reader";
/// A demo key of the organization [`OTHER_ORG`], with all scopes.
pub const OTHER_KEY: &str = "sk_live_other";
/// A demo key that was revoked, and its tokens with it.
pub const REVOKED_KEY: &str = "sk_live_revoked";

/// A token for [`KEY`], issued when the service starts.
pub const TOKEN: &str = "at_demo";
/// A token for [`READER_KEY`], issued when the service starts.
pub const READER_TOKEN: &str = "at_reader";
/// A token for [`OTHER_KEY`], issued when the service starts.
pub const OTHER_TOKEN: &str = "at_other";
/// A token for [`KEY`] that has expired.
pub const EXPIRED_TOKEN: &str = "at_expired";
/// A token for [`REVOKED_KEY`].
pub const REVOKED_TOKEN: &str = "at_revoked";

/// A demo organization.
pub const ORG: &str = "org_demo";
/// Another demo organization.
pub const OTHER_ORG: &str = "org_other";

/// What a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Scope {
    /// Reading workflows.
    #[serde(rename = "workflow:read")]
    Read,
    /// Creating and changing workflows.
    #[serde(rename = "workflow:write")]
    Write,
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Scope::Read => "workflow:read",
            Scope::Write => "workflow:write",
        })
    }
}

/// The client that an API key belongs to.
pub struct Client {
    org: &'static str,
    scopes: &'static [Scope],
    limiter: Limiter,
}

impl Client {
    /// Counts one request.
    ///
    /// # Errors
    /// 429 if it is one too many.
    pub fn count_request(&self) -> Result<(), RateLimitExceeded> {
        self.limiter.count().map_err(|refused| RateLimitExceeded {
            wait: refused.wait,
            limit: refused.limit,
            remaining: 0,
        })
    }

    /// Makes sure that the client has this scope in this organization.
    ///
    /// # Errors
    /// 403 if it has not. Whether there is such an organization, nobody else learns.
    pub fn require(&self, scope: Scope, org: &str) -> Result<(), AccessError> {
        if self.org == org && self.scopes.contains(&scope) {
            Ok(())
        } else {
            Err(AccessError::InsufficientScope { scope })
        }
    }
}

/// An access token, as the client gets it.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "AccessToken")]
pub struct Grant {
    /// What to send as `Authorization: Bearer ..`.
    pub access_token: String,
    /// How to send it.
    pub token_type: TokenType,
    /// When it expires.
    pub expires_at: Timestamp,
    /// What it is for.
    pub scopes: &'static [Scope],
}

/// How a token is sent.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub enum TokenType {
    /// Whoever bears it may use it (RFC 6750).
    Bearer,
}

/// All API keys and all access tokens.
pub struct Access {
    lifetime: Duration,
    keys: HashMap<Fingerprint, Key>,
    tokens: Mutex<HashMap<Fingerprint, Token>>,
}

enum Key {
    Valid(Arc<Client>),
    Revoked,
}

enum Token {
    Valid { client: Arc<Client>, until: Instant },
    Revoked,
}

impl Access {
    /// The demo keys and the demo tokens.
    #[must_use]
    pub fn demo(config: &Config) -> Self {
        const ALL: &[Scope] = &[Scope::Read, Scope::Write];
        let client = |org, scopes| {
            let limiter = Limiter::new(config.rate_limit, config.rate_window);
            Arc::new(Client {
                org,
                scopes,
                limiter,
            })
        };
        let demo = client(ORG, ALL);
        let reader = client(ORG, &[Scope::Read]);
        let other = client(OTHER_ORG, ALL);

        let now = Instant::now();
        let until = now + config.token_lifetime;
        let valid = |client: &Arc<Client>, until| Token::Valid {
            client: Arc::clone(client),
            until,
        };
        let tokens = [
            (TOKEN, valid(&demo, until)),
            (READER_TOKEN, valid(&reader, until)),
            (OTHER_TOKEN, valid(&other, until)),
            (EXPIRED_TOKEN, valid(&demo, now)),
            (REVOKED_TOKEN, Token::Revoked),
        ];
        let keys = [
            (KEY, Key::Valid(demo)),
            (READER_KEY, Key::Valid(reader)),
            (OTHER_KEY, Key::Valid(other)),
            (REVOKED_KEY, Key::Revoked),
        ];
        Access {
            lifetime: config.token_lifetime,
            keys: keys.map(|(key, value)| (fingerprint(key), value)).into(),
            tokens: Mutex::new(tokens.map(|(key, value)| (fingerprint(key), value)).into()),
        }
    }

    /// Exchanges an API key for a new access token. That counts as a request.
    ///
    /// # Errors
    /// 401 if the key is not valid, 429 if it comes too often.
    pub fn exchange(&self, key: &str) -> Result<Grant, TokenError> {
        let Some(Key::Valid(client)) = self.keys.get(&fingerprint(key)) else {
            return Err(TokenError::InvalidKey);
        };
        client.count_request()?;

        let access_token = format!("at_{}", Uuid::new_v4().simple());
        let now = Instant::now();
        let token = Token::Valid {
            client: Arc::clone(client),
            until: now + self.lifetime,
        };
        let mut tokens = self.tokens();
        tokens.retain(|_, token| !matches!(token, Token::Valid { until, .. } if *until <= now));
        tokens.insert(fingerprint(&access_token), token);
        Ok(Grant {
            access_token,
            token_type: TokenType::Bearer,
            expires_at: Timestamp::now()
                .saturating_add(self.lifetime)
                .unwrap_or(Timestamp::MAX),
            scopes: client.scopes,
        })
    }

    /// The client whose token the request bears.
    ///
    /// # Errors
    /// 401 if it bears none that is valid.
    pub fn authenticate(&self, headers: &HeaderMap) -> Result<Arc<Client>, AccessError> {
        let client = match bearer::token(headers) {
            Ok(token) => match self.tokens().get(&fingerprint(token)) {
                Some(Token::Valid { client, until }) if Instant::now() < *until => {
                    Ok(Arc::clone(client))
                }
                Some(Token::Valid { .. }) => Err(TokenFault::Expired),
                Some(Token::Revoked) => Err(TokenFault::Revoked),
                None => Err(TokenFault::Unknown),
            },
            Err(fault) => Err(TokenFault::NoToken(fault)),
        };
        client.map_err(|fault| AccessError::InvalidToken { fault })
    }

    fn tokens(&self) -> MutexGuard<'_, HashMap<Fingerprint, Token>> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is wrong with the token of a request. For the log: a client learns only that it is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenFault {
    /// There is none.
    NoToken(NoToken),
    /// It was never issued, or is long forgotten.
    Unknown,
    /// It was valid once.
    Expired,
    /// The API key that it was issued for was revoked.
    Revoked,
}

impl fmt::Display for TokenFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TokenFault::NoToken(fault) => fault.fmt(f),
            TokenFault::Unknown => f.write_str("unknown token"),
            TokenFault::Expired => f.write_str("expired token"),
            TokenFault::Revoked => f.write_str("revoked token"),
        }
    }
}

type Fingerprint = [u8; 32];

/// What a secret is known by. Secrets themselves are not kept, and how long it takes to compare a
/// digest says nothing of the secret: nobody can come closer to another's digest step by step.
fn fingerprint(secret: &str) -> Fingerprint {
    Sha256::digest(secret).into()
}
