use errorbook::ApiError;

#[derive(Debug, ApiError)]
enum StoreError {
    #[api_error(status = 500, display = "read: {0}")]
    Read(#[source] std::io::Error),

    #[api_error(status = 500, display = "write: {reason} ({reason:?}, {hint:?})")]
    Write {
        reason: anyhow::Error,
        hint: Option<u32>,
    },

    #[api_error(status = 500)]
    Hidden { reason: std::io::Error },
}

fn main() {}
