use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, docs = "https://a.example", docs = "https://b.example")]
    NotFound,
}

fn main() {}
