use errorbook::ApiError;

#[derive(Debug)]
struct ClaimId(u64);

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, display = "claim {id} not found")]
    NotFound { id: ClaimId },
}

fn main() {}
