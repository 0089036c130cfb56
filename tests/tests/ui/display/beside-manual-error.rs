use errorbook::ApiError;
use std::fmt;

#[derive(Debug, ApiError)]
#[api_error(manual(error))]
enum ClaimError {
    #[api_error(status = 404, display = "no claim")]
    NotFound,
}

impl fmt::Display for ClaimError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such claim")
    }
}

impl std::error::Error for ClaimError {}

fn main() {}
