use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(challenge = "Bearer realm=\"{realm}\"")]
enum ClaimError {
    #[api_error(status = 401, challenge = "Basic", challenge = "Bearer error=\"{code}\"")]
    Expired,
    #[api_error(status = 407, challenge = "Basic realm=\"{proxy}\"")]
    Proxy { proxy: &'static str },
}

fn main() {}

// 3 mistakes
