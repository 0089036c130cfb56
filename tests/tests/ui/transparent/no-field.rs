use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(transparent)]
    NotFound,
}

fn main() {}
