use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[from]
enum ClaimError {
    #[api_error(status = 502)]
    Store(std::io::Error),
}

fn main() {}
