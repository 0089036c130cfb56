use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 429)]
    RateLimited(#[api_error(headers)] u32),
}

fn main() {}
