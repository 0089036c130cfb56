use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id + 1} not found")]
    NotFound { id: u64 },
}

fn main() {}
