use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum AuthError {
    #[api_error(status = 401)]
    Unauthorized,
}

fn main() {}
