use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(status = 401, code = "UNAUTHORIZED")]
struct Unauthorized {
    #[api_error(header = "WWW-Authenticate")]
    challenge: Option<String>,
}

fn main() {}
