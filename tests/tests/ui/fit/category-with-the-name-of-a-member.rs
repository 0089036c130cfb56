use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        "status": status,
        (category): message,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(status = 404, category = "status")]
    NotFound,
}

fn main() {}
