use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(envelope = errorbook::ErrorObject)]
#[api_error(envelope = errorbook::Problem)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
