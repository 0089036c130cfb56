use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(challenge = "Bearer")]
enum AuthError {
    #[api_error(status = 401)]
    Unauthorized {
        #[api_error(challenge = "Bearer")]
        scheme: &'static str,
    },
}

fn main() {}
