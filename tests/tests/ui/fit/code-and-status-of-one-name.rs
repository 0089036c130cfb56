use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        "error": [{ (status)?: docs, "message": message, (code): title }],
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(status = 404, code = 40401)]
    Gone,
    #[api_error(status = 404, code = 404)]
    NotFound,
}

fn main() {}
