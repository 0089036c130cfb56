use super::declarations::{CATALOG, ClaimError};

// The page shows this.
use axum::extract::rejection::JsonRejection;
use axum::{Router, routing::post};
use errorbook::extract::{Json, Path};
use serde::Deserialize;

#[derive(Deserialize)]
struct Claim {
    text: String,
    sources: Vec<String>,
}

async fn create(Json(claim): Json<Claim>) -> String {
    format!("{} {:?}", claim.text, claim.sources)
}

// With axum's own extractor, take a `Result`. `?` converts every rejection of axum.
async fn replace(
    Path(id): Path<u64>,
    body: Result<axum::Json<Claim>, JsonRejection>,
) -> Result<String, ClaimError> {
    let axum::Json(claim) = body?;
    Ok(format!("{id} {} {:?}", claim.text, claim.sources))
}

fn app() -> Router {
    Router::new()
        .route("/claims", post(create))
        .route("/claims/{id}", post(replace))
        .layer(CATALOG.layer::<ClaimError>())
}
// The page ends here.

#[tokio::test]
async fn rejections_name_the_field() {
    let section = super::section("Extractors", include_str!("extractors.rs"));
    let requests = vec![
        super::post("/claims", r#"{"text": "Roses", "sources": ["a", 7]}"#),
        super::post("/claims/7", r#"{"text": "Roses"}"#),
        super::post("/claims/seven", "{}"),
    ];
    super::assert_answers(section, app(), requests).await;
}
