use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        "status": status,
        (code): message,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims, rename_all = "snake_case")]
enum ClaimError {
    #[api_error(status = 404)]
    Status,
}

fn main() {}
