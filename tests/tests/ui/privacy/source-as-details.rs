use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store {
        #[source]
        #[api_error(details)]
        cause: std::io::Error,
    },
}

fn main() {}
