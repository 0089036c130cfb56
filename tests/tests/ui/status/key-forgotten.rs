use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(404)]
    NotFound,
}

fn main() {}
