use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store {
        #[api_error(header = "X-Reason")]
        reason: Option<std::sync::Arc<anyhow::Error>>,
    },
}

fn main() {}
