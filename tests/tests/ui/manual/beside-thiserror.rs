use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api_error(manual(error))]
enum ClaimError {
    #[error("no such claim")]
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
