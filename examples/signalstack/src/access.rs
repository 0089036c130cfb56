//! Who may do what how often: API keys, plans, rate limits, credits.

use std::collections::HashMap;
use std::fmt;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use errorbook::RateLimit;
use governor::clock::Clock;
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};

use crate::config::Config;
use crate::errors::{AccessError, Forbidden, InsufficientCredits};

/// A demo key of the Pro plan.
pub const PRO_KEY: &str = "sk_pro_demo";
/// A demo key of the Starter plan, which does not verify media.
pub const STARTER_KEY: &str = "sk_starter_demo";
/// A demo key of the Pro plan whose account has spent its credits.
pub const SPENT_KEY: &str = "sk_spent_demo";
/// A demo key that was revoked.
pub const REVOKED_KEY: &str = "sk_revoked_demo";

/// All API keys, with the accounts that they open.
pub struct Accounts {
    keys: HashMap<&'static str, Key>,
}

enum Key {
    Valid(Arc<Account>),
    Revoked,
}

impl Accounts {
    /// The accounts of the demo keys.
    #[must_use]
    pub fn demo(config: &Config) -> Self {
        let account = |key, plan, credits| {
            let account = Account {
                key,
                plan,
                credits: AtomicU64::new(credits),
                rate_limit: config.rate_limit,
                limiter: RateLimiter::direct(quota(config.rate_limit, config.rate_window)),
            };
            (key, Key::Valid(Arc::new(account)))
        };
        Accounts {
            keys: HashMap::from([
                account(PRO_KEY, Plan::Pro, config.credits),
                account(STARTER_KEY, Plan::Starter, config.credits),
                account(SPENT_KEY, Plan::Pro, 0),
                (REVOKED_KEY, Key::Revoked),
            ]),
        }
    }

    /// The account whose key the request bears.
    ///
    /// # Errors
    /// 401 if it bears none that is valid.
    pub fn authenticate(&self, headers: &HeaderMap) -> Result<Arc<Account>, AccessError> {
        let account = bearer_token(headers).and_then(|token| match self.keys.get(token) {
            Some(Key::Valid(account)) => Ok(Arc::clone(account)),
            Some(Key::Revoked) => Err(KeyFault::Revoked),
            None => Err(KeyFault::Unknown),
        });
        account.map_err(|fault| AccessError::Unauthorized { fault })
    }
}

/// What is wrong with the key of a request. For the log: a client learns only that it is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// There is no `Authorization` header.
    Missing,
    /// The `Authorization` header is no bearer token.
    Malformed,
    /// Nobody has this key.
    Unknown,
    /// The key was valid once.
    Revoked,
}

impl fmt::Display for KeyFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            KeyFault::Missing => "no Authorization header",
            KeyFault::Malformed => "the Authorization header is no bearer token",
            KeyFault::Unknown => "unknown key",
            KeyFault::Revoked => "revoked key",
        })
    }
}

/// What an account pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plan {
    /// Claims only.
    Starter,
    /// Claims and media.
    Pro,
}

/// One customer.
pub struct Account {
    key: &'static str,
    plan: Plan,
    credits: AtomicU64,
    rate_limit: NonZeroU32,
    limiter: DefaultDirectRateLimiter,
}

impl Account {
    /// The key that opens the account, which stands for it wherever something belongs to one.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Makes sure that the account has this plan, or a larger one.
    ///
    /// # Errors
    /// 403 if it has a smaller one.
    pub fn require(&self, plan: Plan) -> Result<(), Forbidden> {
        if self.plan < plan {
            Err(Forbidden)
        } else {
            Ok(())
        }
    }

    /// Counts one request.
    ///
    /// The limit is a leaking bucket: it does not reset at once but goes up with time. So both
    /// `Retry-After` and `X-RateLimit-Reset` say when the next request fits.
    ///
    /// # Errors
    /// 429 if it is one too many.
    pub fn count_request(&self) -> Result<(), AccessError> {
        self.limiter.check().map_err(|refused| {
            let wait = refused.wait_time_from(self.limiter.clock().now());
            let limit = RateLimit::new()
                .limit(self.rate_limit.get().into())
                .remaining(0)
                .reset(unix_seconds_in(wait))
                .retry_after(wait);
            AccessError::RateLimited(limit)
        })
    }

    /// Takes one credit, which comes back unless the [`Charge`] is kept.
    ///
    /// # Errors
    /// 402 if there is none left.
    pub fn charge(&self) -> Result<Charge<'_>, InsufficientCredits> {
        self.credits
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |credits| {
                credits.checked_sub(1)
            })
            .map(|_| Charge {
                credits: Some(&self.credits),
            })
            .map_err(|_| InsufficientCredits)
    }
}

/// A credit that was taken ahead of the work. It goes back if the work fails or is abandoned: then
/// the client pays nothing.
#[must_use = "the credit goes back when this is dropped"]
pub struct Charge<'a> {
    credits: Option<&'a AtomicU64>,
}

impl Charge<'_> {
    /// The work is done.
    pub fn keep(mut self) {
        self.credits = None;
    }
}

impl Drop for Charge<'_> {
    fn drop(&mut self) {
        if let Some(credits) = self.credits {
            credits.fetch_add(1, Ordering::Relaxed);
        }
    }
}

fn bearer_token(headers: &HeaderMap) -> Result<&str, KeyFault> {
    let header = headers.get(AUTHORIZATION).ok_or(KeyFault::Missing)?;
    let (scheme, token) = header
        .to_str()
        .ok()
        .and_then(|header| header.split_once(' '))
        .ok_or(KeyFault::Malformed)?;
    // The name of a scheme is case-insensitive (RFC 9110, section 11.1).
    if scheme.eq_ignore_ascii_case("Bearer") {
        Ok(token.trim())
    } else {
        Err(KeyFault::Malformed)
    }
}

/// The whole limit at once, then one request more with each share of the window that passes.
fn quota(limit: NonZeroU32, window: Duration) -> Quota {
    let share = (window / limit.get()).max(Duration::from_nanos(1));
    Quota::with_period(share)
        .expect("a share is longer than nothing")
        .allow_burst(limit)
}

/// The Unix time after this wait, in whole seconds rounded up, as `Retry-After` is.
fn unix_seconds_in(wait: Duration) -> u64 {
    let since_epoch = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        + wait;
    since_epoch.as_secs() + u64::from(since_epoch.subsec_nanos() > 0)
}
