use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, category = "claims", category = "lookups")]
    NotFound,
}

fn main() {}
