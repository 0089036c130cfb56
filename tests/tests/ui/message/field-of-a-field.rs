use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {claim.id} not found")]
    NotFound { claim: (u64, u64) },
}

fn main() {}
