use errorbook::{ApiError, ErrorObject};

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum ClaimError {
    #[api_error(status = 404, colour = "red")]
    NotFound,
}

fn main() {}
