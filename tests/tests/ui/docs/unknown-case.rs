use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(docs = "https://docs.example.com/errors#{code:kebab}")]
enum ClaimError {
    #[api_error(status = 404, docs = "https://docs.example.com/{code:Title Case}")]
    NotFound,

    #[api_error(status = 410, docs = "https://docs.example.com/{code}/{code:>8}")]
    Gone,

    #[api_error(status = 409, docs = "https://docs.example.com/{code:kebab-case")]
    Taken,

    #[api_error(status = 403, docs = "https://docs.example.com/{code:snake_case}}")]
    Forbidden,

    #[api_error(status = 400, docs = "https://docs.example.com/{codes:snake_case}")]
    Malformed,
}

#[derive(Debug, ApiError)]
#[api_error(status = 404, docs = "https://docs.example.com/{code:}")]
struct NotFound;

fn main() {}

// 7 mistakes
