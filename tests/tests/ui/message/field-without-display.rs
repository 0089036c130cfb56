use errorbook::ApiError;

#[derive(Debug, Default)]
struct ClaimId(u64);

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id} not found")]
    NotFound { id: ClaimId },
}

fn main() {}
