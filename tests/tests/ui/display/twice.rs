use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, display = "no claim", display = "no such claim")]
    NotFound,
}

fn main() {}
