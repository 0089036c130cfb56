use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        "type": category,
        "code": code,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(status = 404, category = "lookup")]
    NotFound,

    #[api_error(status = 409)]
    Taken,

    #[api_error(status = 410)]
    Gone,
}

fn main() {}
