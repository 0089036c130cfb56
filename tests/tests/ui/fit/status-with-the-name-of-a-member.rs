use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        "404": "not found",
        (status): message,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
