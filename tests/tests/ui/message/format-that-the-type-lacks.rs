use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id:x} not found")]
    NotFound { id: String },
}

fn main() {}
