use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = NotFound)]
    NotFound,
}

fn main() {}
