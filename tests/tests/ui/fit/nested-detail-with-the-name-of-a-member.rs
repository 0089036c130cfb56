use errorbook::{ApiError, ErrorObject};

#[derive(Debug, ApiError)]
#[api_error(status = 404, envelope = ErrorObject)]
struct NotFound {
    #[api_error(detail)]
    code: u32,
}

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(transparent)]
    NotFound(NotFound),
}

fn main() {}
