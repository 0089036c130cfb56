use axum::Json;
use axum::routing::get;
use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum ClaimError {
    #[error("no such claim")]
    #[api_error(status = "404")]
    NotFound,

    #[error(transparent)]
    #[api_error(stauts = 502)]
    Store(#[from] std::io::Error),
}

async fn show() -> Result<Json<u64>, ClaimError> {
    let text = std::fs::read_to_string("claims")?;
    match text.len() {
        0 => Err(ClaimError::NotFound),
        length => Ok(Json(length as u64)),
    }
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/", get(show));
}

// 2 mistakes
