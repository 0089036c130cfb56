use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(rename_all = "SNAKE_CASE")]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
