use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        (title): message,
        (code): docs,
    }
}

#[derive(Debug, ApiError)]
enum StoreError {
    #[api_error(status = 503, title = "BUSY")]
    Busy,
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(transparent)]
    Store(StoreError),
}

fn main() {}
