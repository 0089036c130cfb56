use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store {
        #[source]
        cause: String,
    },
}

fn main() {}
