use errorbook::{ApiError, PublicText};

#[derive(Debug, Default, thiserror::Error)]
#[error("disk full")]
struct DiskFull;

impl PublicText for DiskFull {}

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502, message = "The store failed: {reason}")]
    Store { reason: DiskFull },
}

fn main() {}
