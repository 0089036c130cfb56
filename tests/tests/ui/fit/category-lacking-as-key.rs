use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        "errors": {
            (category): [message],
        }
    }
}

#[derive(Debug, ApiError)]
#[api_error(status = 404, envelope = Claims)]
struct NotFound;

fn main() {}
