use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(code = "CLAIMS")]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
