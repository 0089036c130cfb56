use axum::Json;
use axum::routing::get;
use errorbook::{ApiError, Catalog, ErrorSet, envelope};

envelope! {
    /// The error body of the claims API.
    pub Claims: "application-json" {
        header "Connection" = "close";
        "error": {
            code: code,
            "message": mesage,
            "details": "{details}",
        },
        "docs": docs?
        "docs": docs,
    }
}

#[derive(Debug, ApiError)]
#[api_error(envelope = Claims)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound {
        #[api_error(detail)]
        id: u64,
    },
}

static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[ClaimError::ERRORS]);

async fn show() -> Result<Json<u64>, ClaimError> {
    Err(ClaimError::NotFound { id: 7 })
}

fn main() {
    let _: axum::Router = axum::Router::new().route("/", get(show));
    let _ = &CATALOG;
}

// 8 mistakes
