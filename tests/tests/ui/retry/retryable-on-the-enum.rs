use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(retryable)]
enum ClaimError {
    #[api_error(status = 503)]
    Busy,
}

fn main() {}
