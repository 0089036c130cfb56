use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,

    #[api_error(status = 410, code = "NOT_FOUND")]
    Gone,
}

fn main() {}
