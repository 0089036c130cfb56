use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(challenge = "")]
enum AuthError {
    #[api_error(status = 401)]
    Unauthorized,
}

fn main() {}
