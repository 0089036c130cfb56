use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = format!("Claim {} not found", number))]
    NotFound { number: u64 },
}

fn main() {}
