use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(header("X-Service" = "prüfung"))]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
