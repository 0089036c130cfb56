use std::time::Duration;

use errorbook::{ApiError, RateLimit, RouterAllow};

#[derive(Debug, ApiError)]
enum RequestError {
    #[api_error(status = 429)]
    TooFast(RateLimit),

    #[api_error(status = 403)]
    Spent {
        limit: Option<errorbook::RateLimit>,
        #[api_error(retry_after)]
        wait: Duration,
    },

    #[api_error(status = 405)]
    WrongMethod(RouterAllow),
}

fn main() {}

// 3 mistakes
