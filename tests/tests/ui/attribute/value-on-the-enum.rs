use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(404)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
