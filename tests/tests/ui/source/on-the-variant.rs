use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    #[source]
    Store(std::io::Error),
}

fn main() {}
