use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retry(max = "3"))]
    Busy,
}

fn main() {}
