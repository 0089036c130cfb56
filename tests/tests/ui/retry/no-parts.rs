use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, retry)]
    Busy,

    #[api_error(status = 504, retry())]
    Late,
}

fn main() {}

// 2 mistakes
