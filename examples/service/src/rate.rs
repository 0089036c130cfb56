//! How often somebody may come.

use std::num::NonZeroU32;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use errorbook::RateLimit;
use governor::clock::Clock;
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};

/// A limit for one client.
///
/// It is a leaking bucket: the whole limit may come at once, then one request more with each share of
/// the window that passes.
pub struct Limiter {
    limit: NonZeroU32,
    bucket: DefaultDirectRateLimiter,
}

impl Limiter {
    /// At most `limit` requests in a window.
    ///
    /// # Panics
    /// Never: a share of the window is longer than nothing.
    #[must_use]
    pub fn new(limit: NonZeroU32, window: Duration) -> Self {
        let share = (window / limit.get()).max(Duration::from_nanos(1));
        let quota = Quota::with_period(share).expect("a share is longer than nothing");
        Limiter {
            limit,
            bucket: RateLimiter::direct(quota.allow_burst(limit)),
        }
    }

    /// Counts one request.
    ///
    /// # Errors
    /// The facts for the client if it is one too many.
    pub fn count(&self) -> Result<(), Refused> {
        self.bucket.check().map_err(|refused| Refused {
            limit: self.limit.get().into(),
            wait: refused.wait_time_from(self.bucket.clock().now()),
        })
    }
}

/// A request that was one too many: there are none left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// How many requests a window allows.
    pub limit: u64,
    /// How long it takes until the next one fits.
    pub wait: Duration,
}

/// As the bucket never resets at once, both the wait and the reset say when the next request fits.
impl From<Refused> for RateLimit {
    fn from(Refused { limit, wait }: Refused) -> Self {
        RateLimit::new()
            .limit(limit)
            .remaining(0)
            .reset(unix_seconds_in(wait))
            .retry_after(wait)
    }
}

/// The Unix time after this wait, in whole seconds rounded up, as `Retry-After` is.
fn unix_seconds_in(wait: Duration) -> u64 {
    let since_epoch = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        + wait;
    since_epoch.as_secs() + u64::from(since_epoch.subsec_nanos() > 0)
}
