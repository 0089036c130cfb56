use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {1} not found")]
    NotFound(u64),
}

fn main() {}
