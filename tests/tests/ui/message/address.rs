use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id:p} not found")]
    NotFound { id: &'static str },
}

fn main() {}
