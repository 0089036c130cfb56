use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum ClaimError {
    #[error("claim {} not found", .id + 1)]
    #[api_error(status = 404, message = display)]
    NotFound { id: u64 },
}

fn main() {}
