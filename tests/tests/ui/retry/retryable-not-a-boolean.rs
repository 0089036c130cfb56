use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retryable = "no")]
    Busy,
}

fn main() {}
