use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(transparent)]
    Store(#[from] std::io::Error),
}

fn main() {}
