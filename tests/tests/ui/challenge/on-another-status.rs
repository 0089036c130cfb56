use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum AuthError {
    #[api_error(status = 403, challenge = "Bearer")]
    Forbidden,
}

fn main() {}
