//! Who may do what how often: API keys, plans, rate limits, credits.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::HeaderMap;
use example_service::bearer::Tokens;
use example_service::rate::Limiter;

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
    keys: Tokens<Arc<Account>>,
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
                limiter: Limiter::new(config.rate_limit, config.rate_window),
            };
            (key, Some(Arc::new(account)))
        };
        Accounts {
            keys: Tokens::from([
                account(PRO_KEY, Plan::Pro, config.credits),
                account(STARTER_KEY, Plan::Starter, config.credits),
                account(SPENT_KEY, Plan::Pro, 0),
                (REVOKED_KEY, None),
            ]),
        }
    }

    /// The account whose key the request bears.
    ///
    /// # Errors
    /// 401 if it bears none that is valid.
    pub fn authenticate(&self, headers: &HeaderMap) -> Result<Arc<Account>, AccessError> {
        let account = self.keys.of(headers).map(Arc::clone);
        account.map_err(|fault| AccessError::Unauthorized { fault })
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
    limiter: Limiter,
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
    /// # Errors
    /// 429 if it is one too many.
    pub fn count_request(&self) -> Result<(), AccessError> {
        let counted = self.limiter.count();
        counted.map_err(|refused| AccessError::RateLimited(refused.into()))
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
