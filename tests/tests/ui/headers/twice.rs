use errorbook::{ApiError, RateLimit};

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 429)]
    RateLimited(#[api_error(headers, headers)] RateLimit),
}

fn main() {}
