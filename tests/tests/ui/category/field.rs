use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, category = "claim-{id}")]
    NotFound { id: u64 },
}

fn main() {}
