use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(challenge = "Bearer realm=\"claims\"\r\n")]
enum AuthError {
    #[api_error(status = 401)]
    Unauthorized,
}

fn main() {}
