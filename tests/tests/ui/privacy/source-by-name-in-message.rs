use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502, message = "The store failed: {source}")]
    Store { source: std::io::Error },
}

fn main() {}
