use errorbook::ApiError;

#[derive(ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}

// 1 mistake, 2 errors: the compiler asks for `Debug` at the impl of `Error` and at that of `ApiError`.
