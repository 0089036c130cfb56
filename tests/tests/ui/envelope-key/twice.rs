use errorbook::{ApiError, ErrorObject, Problem};

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
#[api_error(envelope = Problem)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
