use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(manual(response error))]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
