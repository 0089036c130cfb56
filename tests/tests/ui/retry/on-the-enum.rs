use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(retry(after = "30s"))]
enum ClaimError {
    #[api_error(status = 503)]
    Busy,
}

fn main() {}
