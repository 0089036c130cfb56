use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(message = "Claim error")]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
