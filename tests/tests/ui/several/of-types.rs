use axum::Json;
use axum::routing::get;
use errorbook::ApiError;

#[derive(Debug, Default)]
struct Claim;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id} not found")]
    NotFound { id: Option<u64> },

    #[api_error(status = 502, message = "The store failed: {0}")]
    Store(std::io::Error),

    #[api_error(status = 503)]
    Busy {
        #[api_error(retry_after)]
        wait: i32,
    },

    #[api_error(status = 409)]
    Taken {
        #[api_error(detail)]
        claim: Claim,
    },
}

async fn show() -> Result<Json<u64>, ClaimError> {
    Err(ClaimError::NotFound { id: None })
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/", get(show));
}

// 4 mistakes
