use errorbook::{ApiError, FrameworkError};

#[derive(Debug, ApiError)]
#[api_error(status = 500)]
struct HttpError(#[from] FrameworkError);

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(transparent, framework)]
    Http(HttpError),
    #[api_error(transparent, framework)]
    Other(HttpError),
    #[api_error(transparent, framework, framework)]
    Third(HttpError),
}

fn main() {
    // It has the impl in spite of the mistakes.
    let _ = ClaimError::from(FrameworkError::new(Default::default()));
}

// 3 mistakes
