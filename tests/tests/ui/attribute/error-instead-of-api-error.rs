use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[error(status = 404)]
    NotFound,

    #[error(code = "GONE", status = 410)]
    Gone,
}

#[derive(Debug, ApiError)]
#[error(message = "No claim has this id", status = 404)]
struct NotFound;

fn main() {}

// 3 mistakes
