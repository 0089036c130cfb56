use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = NOTFOUND)]
    NotFound,

    #[api_error(status = OK)]
    Fine,
}

fn main() {}

// 2 mistakes
