use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[error("claim {id} is gone")]
    #[api_error(status = 404, message = "Claim {id} not found")]
    NotFound { id: u64 },

    #[error("the store failed")]
    #[api_error(status = 500)]
    Store(#[from] std::io::Error),
}

fn main() {}
