use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404u16)]
    NotFound,
}

fn main() {}
