use errorbook::ApiError;

#[derive(ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
