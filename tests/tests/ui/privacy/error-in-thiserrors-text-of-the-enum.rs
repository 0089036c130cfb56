use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
#[api_error(message = display)]
enum ClaimError {
    #[error("the number is wrong: {reason}")]
    #[api_error(status = 400)]
    Number { reason: std::num::ParseIntError },
}

fn main() {}
