//! A service whose error responses all have one shape, whether its own code, axum or a middleware refuses the request.

use axum::{Router, http::StatusCode, routing::get};
use errorbook::extract::{Json, Path, Query};
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet, http_errors};
use tokio::time::{Duration, sleep};
use tower_http::timeout::TimeoutLayer;

http_errors! {
    /// The errors of axum and the middleware.
    pub HttpError: envelope = ErrorObject;
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {0} not found")]
    ClaimNotFound(u64),
}

static CATALOG: Catalog = Catalog::new(
    "Claims API",
    "1.0.0",
    &[ClaimError::ERRORS, HttpError::ERRORS],
);

#[derive(serde::Deserialize)]
struct Claim {
    text: String,
    sources: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Page {
    limit: u32,
}

async fn read(Path(id): Path<u64>) -> Result<String, ClaimError> {
    Err(ClaimError::ClaimNotFound(id))
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let list = async |Query(page): Query<Page>| format!("at most {}", page.limit);
    let create = async |Json(claim): Json<Claim>| format!("{} {:?}", claim.text, claim.sources);
    let second = Duration::from_secs(1);
    let timeout = TimeoutLayer::with_status_code(StatusCode::GATEWAY_TIMEOUT, second);
    let slow = async move || sleep(60 * second).await;
    let app = Router::new()
        .route("/claims", get(list).post(create))
        .route("/claims/{id}", get(read))
        .route("/slow", get(slow))
        .route("/panic", get(async || vec!["claim"].remove(7)))
        .layer(timeout)
        .layer(CATALOG.layer::<HttpError>());
    let address = std::env::args().nth(1).unwrap_or("127.0.0.1:0".into());
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, app).await
}
