use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, code = 0x10)]
    NotFound,
    #[api_error(status = 410, code = 007)]
    Gone,
    #[api_error(status = 409, code = 410u16)]
    Taken,
    #[api_error(status = 400, code = -0)]
    Malformed,
}

fn main() {}

// 4 mistakes
