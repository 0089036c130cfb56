use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum AuthError {
    #[api_error(
        status = 401,
        challenge = "Bearer",
        header("www-authenticate" = "Basic")
    )]
    Unauthorized,
}

fn main() {}
