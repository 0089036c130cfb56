use errorbook::{ApiError, PublicText};
use std::fmt::Debug;

trait Backend {
    type Error: Debug + std::fmt::Display;
}

#[derive(Debug, ApiError)]
#[api_error(status = 502, code = "BACKEND", message = "The backend failed: {cause}")]
struct BackendError<B: PublicText + Backend> {
    cause: B::Error,
}

fn main() {}
