use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retry(max = 0))]
    Busy,
}

fn main() {}
