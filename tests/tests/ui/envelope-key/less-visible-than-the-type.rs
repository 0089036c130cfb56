use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" { "code": code }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
pub enum ClaimError {
    #[api_error(status = 400)]
    Invalid,
}

fn main() {}
