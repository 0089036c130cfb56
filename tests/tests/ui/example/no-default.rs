use errorbook::ApiError;
use serde::Serialize;

#[derive(Debug, Serialize)]
enum Kind {
    Open,
}

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound {
        #[api_error(detail)]
        kind: Kind,
    },
}

fn main() {}
