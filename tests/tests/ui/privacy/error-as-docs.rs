use errorbook::ApiError;

#[derive(Debug, thiserror::Error)]
#[error("disk full")]
struct DiskFull(String);

impl AsRef<str> for DiskFull {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store {
        #[api_error(docs)]
        reason: DiskFull,
    },
}

fn main() {}
