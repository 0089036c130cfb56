use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum ClaimError {
    #[error("the store failed: {0}")]
    #[api_error(status = 502, message = display)]
    Store(#[source] std::io::Error),
}

fn main() {}
