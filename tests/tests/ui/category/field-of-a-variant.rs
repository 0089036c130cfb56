use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(category = "{area} errors")]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound { area: &'static str },
}

fn main() {}
