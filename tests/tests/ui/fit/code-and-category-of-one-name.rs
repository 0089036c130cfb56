use errorbook::{ApiError, envelope};

envelope! {
    Claims: "application/json" {
        (category): { "message": message },
        (code): title,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims, category = "auth")]
enum AuthError {
    #[api_error(status = 400, code = "auth")]
    Auth,
    #[api_error(status = 404)]
    NotFound,
}

fn main() {}
