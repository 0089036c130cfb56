use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum ClaimError {
    #[error("claim {id:?} not found")]
    #[api_error(status = 404, message = display)]
    NotFound { id: u64 },
}

fn main() {}
