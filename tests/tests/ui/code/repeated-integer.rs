use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, code = 20404)]
    NotFound,

    #[api_error(status = 410, code = 20_404)]
    Gone,
}

fn main() {}
