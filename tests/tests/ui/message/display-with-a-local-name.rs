use errorbook::ApiError;

const LIMIT: u64 = 7;

#[derive(Debug, thiserror::Error, ApiError)]
enum ClaimError {
    #[error("more than {LIMIT} claims")]
    #[api_error(status = 400, message = display)]
    TooMany { count: u64 },
}

fn main() {}
