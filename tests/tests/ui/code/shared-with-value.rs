use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, shared = true)]
    NotFound,
}

fn main() {}
