use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, title = "Error {status}")]
    NotFound,
}

fn main() {}
