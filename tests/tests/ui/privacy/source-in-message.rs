use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502, message = "The store failed: {cause}")]
    Store {
        #[source]
        cause: std::io::Error,
    },
}

fn main() {}
