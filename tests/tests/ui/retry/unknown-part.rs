use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retry(afer = "30s"))]
    Busy,
}

fn main() {}
