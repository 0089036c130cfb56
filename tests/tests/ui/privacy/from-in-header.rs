use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store(
        #[from]
        #[api_error(header = "X-Cause")]
        std::io::Error,
    ),
}

fn main() {}
