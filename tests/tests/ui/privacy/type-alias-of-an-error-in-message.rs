use errorbook::ApiError;

type Reason = std::io::Error;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502, message = "The store failed: {reason}")]
    Store { reason: Reason },
}

fn main() {}
