use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 407)]
    ProxyLogin,
    #[api_error(status = 407, header("WWW-Authenticate" = "Basic"))]
    OriginLogin,
}

fn main() {}

// 2 mistakes
