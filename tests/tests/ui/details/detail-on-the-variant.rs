use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, detail)]
    NotFound { id: u64 },
}

fn main() {}
