use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum AuthError {
    #[api_error(status = 401, challenge = "Bearer\n")]
    Unauthorized,
}

fn main() {}
