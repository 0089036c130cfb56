use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(docs = "the claims manual")]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
