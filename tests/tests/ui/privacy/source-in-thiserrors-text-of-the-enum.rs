use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api_error(message = display)]
enum ClaimError {
    #[error("the number is wrong: {0}")]
    #[api_error(status = 400)]
    Number(#[from] std::num::ParseIntError),
}

fn main() {}
