use errorbook::ApiError;

#[derive(Debug, Default)]
struct Claim;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound(#[api_error(details)] Claim),
}

fn main() {}
