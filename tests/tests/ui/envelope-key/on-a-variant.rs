use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, envelope = errorbook::ErrorObject)]
    NotFound,
}

fn main() {}
