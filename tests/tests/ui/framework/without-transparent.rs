use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 500, framework)]
    Http,
}

fn main() {}
