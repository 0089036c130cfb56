use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store(#[api_error(details)] &'static Option<std::io::Error>),
}

fn main() {}
