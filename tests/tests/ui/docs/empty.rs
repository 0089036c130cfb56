use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(docs = "")]
enum ClaimError {
    #[api_error(status = 404, docs = "")]
    NotFound,
}

fn main() {}

// 2 mistakes
