use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, example = 7)]
    NotFound(u64),
}

fn main() {}
