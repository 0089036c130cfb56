use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound {
        #[api_error(header = "X-Id")]
        id: u64,
        #[api_error(header = "x-id")]
        other: u64,
    },
}

fn main() {}
