use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct NotFound;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(transparent, framework)]
    Http(NotFound),
}

fn main() {}
