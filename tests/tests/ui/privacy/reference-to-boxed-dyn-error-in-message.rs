use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502, message = "The store failed: {reason}")]
    Store {
        reason: &'static Box<dyn std::error::Error>,
    },
}

fn main() {}
