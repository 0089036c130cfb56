use axum::Json;
use axum::routing::get;
use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(rename_all = "Snake_Case", docs = "claims manual")]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {ids} not found", colour = "red")]
    NotFound { id: u64 },

    #[api_error(message = "Claim {0} is gone")]
    Gone(u64),

    #[api_error(status = 200, title = "", retry(after = "soon"))]
    Busy(#[api_error(detail)] u64),

    #[api_error(status = 401)]
    Unauthorized,

    #[api_error(status = 502, message = "The store failed: {0}")]
    Store(#[from] std::io::Error),
}

async fn show() -> Result<Json<u64>, ClaimError> {
    let text = std::fs::read_to_string("claims")?;
    match text.len() {
        0 => Err(ClaimError::NotFound { id: 7 }),
        1 => Err(ClaimError::Gone(7)),
        2 => Err(ClaimError::Busy(7)),
        3 => Err(ClaimError::Unauthorized),
        _ => Ok(Json(7)),
    }
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/", get(show));
    println!(
        "{} {:?}",
        ClaimError::Gone(7),
        ClaimError::Gone(7).message()
    );
}

// 11 mistakes
