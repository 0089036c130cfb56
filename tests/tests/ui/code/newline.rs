use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, code = "NOT\nFOUND")]
    NotFound,
}

fn main() {}
