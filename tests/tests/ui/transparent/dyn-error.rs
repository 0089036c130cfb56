use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(transparent)]
    Store(Box<dyn ApiError>),
}

fn main() {}
