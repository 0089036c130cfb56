use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum ClaimError {
    #[error("no such claim")]
    #[api_error(status = 404, display = "no claim")]
    NotFound,
}

fn main() {}
