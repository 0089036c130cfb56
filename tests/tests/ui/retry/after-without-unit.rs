use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retry(after = "30"))]
    Busy,
}

fn main() {}
