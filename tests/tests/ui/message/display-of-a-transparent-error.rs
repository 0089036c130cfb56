use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api_error(message = display)]
enum ClaimError {
    #[error(transparent)]
    #[api_error(status = 400)]
    Number(#[from] std::num::ParseIntError),
}

fn main() {}
