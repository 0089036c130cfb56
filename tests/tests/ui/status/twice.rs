use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    #[api_error(status = 410)]
    NotFound,
}

fn main() {}
