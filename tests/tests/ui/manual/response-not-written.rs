use errorbook::ApiError;

#[derive(Debug, ApiError)]
#[api_error(manual(response))]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

async fn show() -> Result<(), ClaimError> {
    Err(ClaimError::NotFound)
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/", axum::routing::get(show));
}
