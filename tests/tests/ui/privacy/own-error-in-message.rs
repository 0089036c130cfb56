use errorbook::ApiError;

#[derive(Debug, Default, serde::Serialize, thiserror::Error)]
#[error("disk full")]
struct DiskFull;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502, message = "The store failed: {reason}")]
    Store { reason: DiskFull },
}

fn main() {}
