use errorbook::{ApiError, FrameworkError};

#[derive(Debug, ApiError)]
#[api_error(status = 500)]
struct HttpError(#[from] FrameworkError);

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(transparent)]
    Http(#[api_error(framework)] HttpError),
}

fn main() {}
