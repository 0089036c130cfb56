use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        "type": category,
        "code": code,
    }
}

#[derive(Debug, ApiError)]
enum UserError {
    #[api_error(status = 404)]
    NoUser,
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(transparent)]
    User(UserError),
}

fn main() {}
