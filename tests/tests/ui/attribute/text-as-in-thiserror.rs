use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error("no such claim", status = 404)]
    NotFound,
}

fn main() {}
