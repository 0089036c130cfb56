use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(docs = true)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
