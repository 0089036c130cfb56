use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store(#[source(std::io::Error)] std::io::Error),
}

fn main() {}
