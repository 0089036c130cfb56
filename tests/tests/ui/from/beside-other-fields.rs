use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store {
        #[from]
        cause: std::io::Error,
        id: u64,
    },
}

fn main() {}
