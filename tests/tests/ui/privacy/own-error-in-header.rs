use errorbook::ApiError;

#[derive(Debug, Default, serde::Serialize, thiserror::Error)]
#[error("disk full")]
struct DiskFull;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store {
        #[api_error(header = "X-Reason")]
        reason: DiskFull,
    },
}

fn main() {}
