use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(framework)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
