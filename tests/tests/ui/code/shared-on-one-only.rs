use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, code = "GONE", shared)]
    NotFound,

    #[api_error(status = 410)]
    Gone,
}

fn main() {}
