use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status)]
    NotFound,

    #[api_error(status =)]
    Gone,
}

fn main() {}

// 2 mistakes
