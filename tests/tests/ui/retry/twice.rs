use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retry(after = "30s"), retry(max = 3))]
    Busy,
}

fn main() {}
