use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, manual(response))]
    NotFound,
}

fn main() {}
