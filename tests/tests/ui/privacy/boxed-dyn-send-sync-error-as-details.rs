use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store(#[api_error(details)] Box<dyn std::error::Error + Send + Sync>),
}

fn main() {}
