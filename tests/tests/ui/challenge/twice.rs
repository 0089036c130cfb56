use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum AuthError {
    #[api_error(status = 401, challenge = "Bearer", challenge = "Basic")]
    Unauthorized,
}

fn main() {}
