use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,

    #[api_error(transparent)]
    User(#[from] UserError),
}

#[derive(Debug, ApiError)]
enum UserError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
