use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(crate = errorbook, crate = ::errorbook)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
