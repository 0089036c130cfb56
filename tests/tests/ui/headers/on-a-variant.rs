use errorbook::{ApiError, RateLimit};

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 429, headers)]
    RateLimited(RateLimit),
}

fn main() {}
