use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api_error(message = display)]
enum ClaimError {
    #[error("claim {id:>5} not found")]
    #[api_error(status = 404)]
    NotFound { id: u64 },

    #[error("the store failed: {0}")]
    #[api_error(status = 502)]
    Store(#[source] std::io::Error),

    #[error("{} claims are too many", .0 + 1)]
    #[api_error(status = 400, message = "Too many claims")]
    TooMany(u64),

    #[error(transparent)]
    #[api_error(status = 500)]
    Other(#[from] anyhow::Error),
}

fn main() {}
