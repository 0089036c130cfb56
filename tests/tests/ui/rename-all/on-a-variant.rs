use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, rename_all = "snake_case")]
    NotFound,
}

fn main() {}
