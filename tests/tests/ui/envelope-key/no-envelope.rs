use errorbook::ApiError;

struct Claims;

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
