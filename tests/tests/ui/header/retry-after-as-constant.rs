use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503, header("Retry-After" = "30"))]
    Busy,
}

fn main() {}
