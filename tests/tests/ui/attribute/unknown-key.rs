use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, mesage = "No such claim")]
    NotFound,
}

fn main() {}
