use errorbook::{ApiError, ErrorObject};

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, envelope = ErrorObject)]
    NotFound,
}

fn main() {}
