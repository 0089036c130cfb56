//! Who may do what how often: API keys, tenants, scopes, rate limits.

use std::fmt;

use axum::http::HeaderMap;
use example_service::bearer::Tokens;
use example_service::rate::{Limiter, Refused};
use uuid::{Uuid, uuid};

use crate::config::Config;
use crate::errors::{CommonError, SandboxKey};
use crate::validate;

/// A demo key that may do everything.
pub const LIVE_KEY: &str = "es_live_demo";
/// A demo key of the same tenant that may only look at things.
pub const READ_KEY: &str = "es_read_demo";
/// A demo key for the sandbox, which is a tenant of its own.
pub const SANDBOX_KEY: &str = "es_sandbox_demo";
/// A demo key that was revoked.
pub const REVOKED_KEY: &str = "es_revoked_demo";

/// The demo tenant, a bank.
pub const TENANT: Uuid = uuid!("3f0c6d1e-8a54-4c1b-9d57-0a6e1b2c3d4e");
/// The sandbox of the demo tenant.
pub const SANDBOX: Uuid = uuid!("5a4db0c5-7e1f-4b7a-8c6d-9e0f1a2b3c4d");

/// The header that says for which tenant a request is.
pub const TENANT_ID: &str = "x-tenant-id";

/// All API keys.
pub struct Keys {
    keys: Tokens<Key>,
}

struct Key {
    tenant: Uuid,
    scopes: &'static [Scope],
    is_live: bool,
    limiter: Limiter,
}

impl Keys {
    /// The demo keys.
    #[must_use]
    pub fn demo(config: &Config) -> Self {
        let key = || Key {
            tenant: TENANT,
            scopes: &[Scope::Read, Scope::Write],
            is_live: true,
            limiter: Limiter::new(config.rate_limit, config.rate_window),
        };
        let read = Key {
            scopes: &[Scope::Read],
            ..key()
        };
        let sandbox = Key {
            tenant: SANDBOX,
            is_live: false,
            ..key()
        };
        Keys {
            keys: Tokens::from([
                (LIVE_KEY, Some(key())),
                (READ_KEY, Some(read)),
                (SANDBOX_KEY, Some(sandbox)),
                (REVOKED_KEY, None),
            ]),
        }
    }

    /// Lets a request in that needs this scope: its key, its tenant, its rate, its scope, in this
    /// order.
    ///
    /// # Errors
    /// 401, 429 or 403 if one of these is not as it must be.
    pub fn admit(&self, headers: &HeaderMap, scope: Scope) -> Result<Caller, CommonError> {
        let key = self
            .keys
            .of(headers)
            .map_err(|fault| CommonError::Unauthorized { fault })?;
        let mut tenants = headers.get_all(TENANT_ID).iter();
        let tenant = tenants.next().ok_or(CommonError::MissingTenant)?;
        let tenant = tenant.to_str().ok().and_then(validate::uuid);
        if tenant != Some(key.tenant) || tenants.next().is_some() {
            return Err(CommonError::UnknownTenant);
        }
        key.limiter
            .count()
            .map_err(|Refused { wait, .. }| CommonError::RateLimited { wait })?;
        if !key.scopes.contains(&scope) {
            return Err(CommonError::MissingScope { scope });
        }
        Ok(Caller {
            tenant: key.tenant,
            is_live: key.is_live,
        })
    }
}

/// What a key is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// To look at things.
    Read,
    /// To make and to change them.
    Write,
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Scope::Read => "read",
            Scope::Write => "write",
        })
    }
}

/// Who sent a request that was let in.
#[derive(Clone, Copy, Debug)]
pub struct Caller {
    tenant: Uuid,
    is_live: bool,
}

impl Caller {
    /// The tenant that the request is for.
    #[must_use]
    pub fn tenant(self) -> Uuid {
        self.tenant
    }

    /// Makes sure that the key is for real accounts.
    ///
    /// # Errors
    /// 403 if it is for the sandbox.
    pub fn require_live(self) -> Result<(), SandboxKey> {
        if self.is_live {
            Ok(())
        } else {
            Err(SandboxKey)
        }
    }
}
