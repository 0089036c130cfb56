use errorbook::{ApiError, RateLimit};
use std::time::Duration;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503)]
    Busy {
        #[api_error(detail)]
        queue: Option<u32>,
        #[api_error(header = "X-Queue")]
        name: Option<String>,
        #[api_error(docs)]
        link: Option<&'static str>,
        #[api_error(retry_after)]
        wait: Option<Duration>,
        #[api_error(headers)]
        limit: Option<RateLimit>,
    },
}

fn main() {}
