use std::fmt::{Display, Formatter, Result};

use errorbook::ApiError;

#[derive(Debug, serde::Serialize)]
enum RateLimit {
    PerHour,
}

impl Display for RateLimit {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        formatter.write_str("per hour")
    }
}

#[derive(Debug, ApiError)]
#[api_error(status = 500, display = "{inner:?}")]
struct RouterAllow {
    inner: RateLimit,
}

#[derive(Debug, ApiError)]
enum RequestError {
    #[api_error(status = 429, message = "Too many requests {0}")]
    InTheMessage(RateLimit),

    #[api_error(status = 429, display = "too many requests {limit:>8}")]
    InTheTextForLogs { limit: RateLimit },

    #[api_error(status = 429)]
    InTheDetails {
        #[api_error(detail, example = RateLimit::PerHour)]
        limit: RateLimit,
    },

    #[api_error(status = 500)]
    TheSource { source: RouterAllow },

    #[api_error(transparent)]
    Transparent(RouterAllow),
}

fn _use(_: RateLimit) -> RequestError {
    RequestError::InTheMessage(RateLimit::PerHour)
}

fn main() {}
