use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, code = 99999999999999999999)]
    NotFound,

    #[api_error(status = 410, code = 410u16)]
    Gone,
}

fn main() {}
