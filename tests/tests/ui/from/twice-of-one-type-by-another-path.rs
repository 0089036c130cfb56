use errorbook::ApiError;
use std::io;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Read(#[from] std::io::Error),

    #[api_error(status = 503)]
    Write(#[from] io::Error),
}

fn main() {}

// 1 mistake, 2 errors: `#[from]` makes an impl for the type and one for its `Box`.
