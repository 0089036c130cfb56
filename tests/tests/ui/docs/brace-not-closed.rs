use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, docs = "https://docs.example.com/{code")]
    NotFound,
}

fn main() {}
