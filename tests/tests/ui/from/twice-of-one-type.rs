use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Read(#[from] std::io::Error),

    #[api_error(status = 503)]
    Write(#[from] std::io::Error),
}

fn main() {}
