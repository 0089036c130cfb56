use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502, message = "The store failed: {reason}")]
    Store {
        reason: Option<std::sync::Arc<anyhow::Error>>,
    },
}

fn main() {}
