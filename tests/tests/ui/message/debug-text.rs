use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id:?} not found, {other:#?}")]
    NotFound { id: u64, other: u64 },
}

fn main() {}

// 2 mistakes
