use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {claim_ids} not found")]
    NotFound { claim_id: u64, owner: String },
}

fn main() {}
