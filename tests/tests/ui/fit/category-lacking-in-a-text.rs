use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        "type": "{category}_error",
    }
}

#[derive(Debug, ApiError)]
#[api_error(status = 404, envelope = Claims)]
struct NotFound;

fn main() {}
