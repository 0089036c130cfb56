use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, header("X-Claims", "none"))]
    NotFound,
}

fn main() {}
