use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retryable = false, retry(after = "30s"))]
    Busy,
}

fn main() {}
