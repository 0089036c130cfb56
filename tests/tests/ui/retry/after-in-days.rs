use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retry(after = "1d"))]
    Busy,
}

fn main() {}
