use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(docs = "https://docs.example.com/errors#{name}")]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
