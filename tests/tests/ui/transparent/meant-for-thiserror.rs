use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum ClaimError {
    #[error(transparent)]
    Store(#[from] std::io::Error),
}

fn main() {}
