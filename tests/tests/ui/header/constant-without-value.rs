use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, header("X-Claims"))]
    NotFound,
}

fn main() {}
