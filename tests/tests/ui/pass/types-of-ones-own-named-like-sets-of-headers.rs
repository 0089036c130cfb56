use std::fmt::{Display, Formatter, Result};

use errorbook::ApiError;

#[derive(Debug, Default, serde::Serialize)]
enum RateLimit {
    #[default]
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
        #[api_error(detail)]
        limit: RateLimit,
    },

    #[api_error(status = 500)]
    TheSource { source: RouterAllow },

    #[api_error(transparent)]
    Transparent(RouterAllow),
}

#[derive(Debug, ApiError)]
#[api_error(status = 429, manual(error))]
struct InTheTextByHand(RateLimit);

impl Display for InTheTextByHand {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        write!(formatter, "too many requests {}", self.0)
    }
}

impl std::error::Error for InTheTextByHand {}

fn _use(_: RateLimit) -> RequestError {
    RequestError::InTheMessage(RateLimit::PerHour)
}

fn main() {}
