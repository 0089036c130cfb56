use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, header("X-Claims" = 0))]
    NotFound,
}

fn main() {}
