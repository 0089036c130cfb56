//! The headers of a rate limit.

use std::time::Duration;

use super::header_set::HeaderSet;
use super::headers::HeaderWriter;

/// The headers of a rate limit: a [`HeaderSet`] for a field marked `#[api_error(headers)]`.
///
/// It writes `Retry-After` (RFC 9110, section 10.2.3), `X-RateLimit-Limit`, `X-RateLimit-Remaining`
/// and `X-RateLimit-Reset`. Each is optional.
///
/// ```
/// use std::time::Duration;
/// use errorbook::{ApiError, Context, RateLimit, render};
///
/// #[derive(Debug, ApiError)]
/// #[api_error(status = 429, code = "RATE_LIMITED")]
/// struct TooFast(#[api_error(headers)] RateLimit);
///
/// let limit = RateLimit::new().limit(1000).remaining(0).retry_after(Duration::from_millis(1500));
/// let response = render(&TooFast(limit), &Context::new());
/// assert_eq!(response.headers()["x-ratelimit-limit"], "1000");
/// assert_eq!(response.headers()["x-ratelimit-remaining"], "0");
/// assert_eq!(response.headers()["retry-after"], "2");
/// assert!(!response.headers().contains_key("x-ratelimit-reset"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RateLimit {
    limit: Option<u64>,
    remaining: Option<u64>,
    reset: Option<u64>,
    retry_after: Option<Duration>,
}

impl RateLimit {
    /// A rate limit without any values.
    #[must_use]
    pub const fn new() -> Self {
        RateLimit {
            limit: None,
            remaining: None,
            reset: None,
            retry_after: None,
        }
    }

    /// How many requests a window allows.
    #[must_use]
    pub const fn limit(mut self, requests: u64) -> Self {
        self.limit = Some(requests);
        self
    }

    /// How many requests are left in this window.
    #[must_use]
    pub const fn remaining(mut self, requests: u64) -> Self {
        self.remaining = Some(requests);
        self
    }

    /// When the window ends, in seconds since the Unix epoch.
    #[must_use]
    pub const fn reset(mut self, unix_seconds: u64) -> Self {
        self.reset = Some(unix_seconds);
        self
    }

    /// How long to wait before the next attempt; sent in whole seconds, rounded up.
    #[must_use]
    pub const fn retry_after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }
}

#[diagnostic::do_not_recommend]
impl HeaderSet for RateLimit {
    const NAMES: &'static [&'static str] = &[
        "retry-after",
        "x-ratelimit-limit",
        "x-ratelimit-remaining",
        "x-ratelimit-reset",
    ];

    fn write(&self, headers: &mut HeaderWriter) {
        for (name, value) in [
            ("x-ratelimit-limit", self.limit),
            ("x-ratelimit-remaining", self.remaining),
            ("x-ratelimit-reset", self.reset),
        ] {
            if let Some(value) = value {
                headers.set_direct(name, &value);
            }
        }
    }

    fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }
}
