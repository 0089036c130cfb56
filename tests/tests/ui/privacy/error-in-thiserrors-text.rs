use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum ClaimError {
    #[error("the store failed: {reason}")]
    #[api_error(status = 502, message = display)]
    Store {
        reason: std::sync::Arc<std::io::Error>,
    },
}

fn main() {}
