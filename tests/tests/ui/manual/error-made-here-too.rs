use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

impl std::error::Error for ClaimError {}

fn main() {}
