use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502, message = "The store failed: {0}")]
    Store(#[from] std::io::Error),
}

fn main() {}
