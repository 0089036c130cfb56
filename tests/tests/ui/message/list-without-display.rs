use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claims {ids} not found")]
    NotFound { ids: Vec<u64> },
}

fn main() {}
