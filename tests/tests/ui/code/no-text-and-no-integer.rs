use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, code = NOT_FOUND)]
    NotFound,

    #[api_error(status = 410, code = 4.10)]
    Gone,

    #[api_error(status = 409, code = -true)]
    Taken,
}

fn main() {}

// 3 mistakes
