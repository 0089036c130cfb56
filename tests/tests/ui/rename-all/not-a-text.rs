use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(rename_all = snake_case)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
