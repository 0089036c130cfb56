use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retry(after = "30s", after = "60s"))]
    Busy,

    #[api_error(status = 504, retry(max = 3, max = 5))]
    Late,
}

fn main() {}

// 2 mistakes
