use axum::Json;
use axum::routing::get;
use errorbook::{ApiError, Catalog, ErrorSet};

#[derive(Debug, ApiError)]
enum StoreError {
    #[api_error(status = 503, tittle = "Busy")]
    Busy,
}

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(transparent)]
    Store(#[from] StoreError),
}

static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[ClaimError::ERRORS]);

async fn show() -> Result<Json<u64>, ClaimError> {
    Err(StoreError::Busy.into())
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/", get(show));
    let _ = &CATALOG;
}
