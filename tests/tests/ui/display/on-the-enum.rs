use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(display = "claim error")]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
