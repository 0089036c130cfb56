//! Who may do what how often: API keys, the access tokens that they are exchanged for, scopes, rate
//! limits.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::http::HeaderMap;
use example_service::bearer::{TokenFault, Tokens};
use example_service::rate::Limiter;
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
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
    keys: Tokens<Arc<Client>>,
    tokens: Mutex<Tokens<Token>>,
}

struct Token {
    client: Arc<Client>,
    until: Instant,
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
        let valid = |client: &Arc<Client>, until| {
            let client = Arc::clone(client);
            Some(Token { client, until })
        };
        let tokens = Tokens::from([
            (TOKEN, valid(&demo, until)),
            (READER_TOKEN, valid(&reader, until)),
            (OTHER_TOKEN, valid(&other, until)),
            (EXPIRED_TOKEN, valid(&demo, now)),
            (REVOKED_TOKEN, None),
        ]);
        let keys = Tokens::from([
            (KEY, Some(demo)),
            (READER_KEY, Some(reader)),
            (OTHER_KEY, Some(other)),
            (REVOKED_KEY, None),
        ]);
        Access {
            lifetime: config.token_lifetime,
            keys,
            tokens: Mutex::new(tokens),
        }
    }

    /// Exchanges an API key for a new access token. That counts as a request.
    ///
    /// # Errors
    /// 401 if the key is not valid, 429 if it comes too often.
    pub fn exchange(&self, key: &str) -> Result<Grant, TokenError> {
        let client = self.keys.get(key).map_err(|_| TokenError::InvalidKey)?;
        client.count_request()?;

        let access_token = format!("at_{}", Uuid::new_v4().simple());
        let now = Instant::now();
        let token = Token {
            client: Arc::clone(client),
            until: now + self.lifetime,
        };
        let mut tokens = self.tokens();
        tokens.retain(|token| now < token.until);
        tokens.insert(&access_token, token);
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
        let client = match self.tokens().of(headers) {
            Ok(token) if Instant::now() < token.until => Ok(Arc::clone(&token.client)),
            Ok(_) => Err(TokenFault::Expired),
            Err(fault) => Err(fault),
        };
        client.map_err(|fault| AccessError::InvalidToken { fault })
    }

    fn tokens(&self) -> MutexGuard<'_, Tokens<Token>> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
