use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(
        status = 407,
        challenge = "Basic",
        header("WWW-Authenticate" = "Bearer"),
        header("Proxy-Authenticate" = "Negotiate")
    )]
    ProxyLogin,
}

fn main() {}
