use axum::Json;
use axum::routing::get;
use errorbook::{ApiError, PublicText};

#[derive(Debug, ApiError)]
#[api_error(status = 404, message = "{id} of {kinds} not found")]
struct NotFound<T: PublicText> {
    id: T,
    kind: &'static str,
}

async fn show() -> Result<Json<u64>, NotFound<u64>> {
    Err(NotFound {
        id: 7,
        kind: "claim",
    })
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/", get(show));
}
