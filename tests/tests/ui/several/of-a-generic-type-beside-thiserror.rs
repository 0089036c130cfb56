use axum::Json;
use axum::routing::get;
use errorbook::ApiError;

#[derive(Debug, thiserror::Error, ApiError)]
enum StoreError<E> {
    #[error("the store failed")]
    #[api_error(stauts = 503)]
    Busy(#[source] E),
}

async fn show() -> Result<Json<u64>, StoreError<std::io::Error>> {
    Err(StoreError::Busy(std::io::Error::other("busy")))
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/", get(show));
}
