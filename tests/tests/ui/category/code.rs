use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(category = "errors/{code}")]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,

    #[api_error(status = 410, category = "gone/{code}")]
    Gone,
}

fn main() {}

// 2 mistakes
