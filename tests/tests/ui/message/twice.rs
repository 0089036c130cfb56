use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "No such claim", message = "No claim")]
    NotFound,
}

fn main() {}
