use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502, message = "The store failed: {reason}")]
    Store {
        reason: Box<dyn std::error::Error + Send + Sync>,
    },
}

fn main() {}
