use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        (category): message,
        ..details
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(status = 404, category = "claim")]
    NotFound {
        #[api_error(detail)]
        claim: u64,
    },
}

fn main() {}
