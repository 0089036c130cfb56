// The page shows this.
use axum::http::StatusCode;
use axum::{Router, routing::get};
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet, FieldErrors, FrameworkError};

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum ServiceError {
    /// Nothing is at this path.
    #[api_error(status = 404)]
    NoRoute,
    /// The request is not valid.
    #[api_error(status = 400)]
    BadRequest {
        #[api_error(detail)]
        fields: FieldErrors,
        source: FrameworkError,
    },
    /// The request failed in the framework.
    #[api_error(status = 500)]
    Internal(#[source] FrameworkError),
}

impl From<FrameworkError> for ServiceError {
    fn from(source: FrameworkError) -> Self {
        match source.status() {
            StatusCode::NOT_FOUND => ServiceError::NoRoute,
            status if status.is_client_error() => ServiceError::BadRequest {
                fields: source.fields().clone(),
                source,
            },
            _ => ServiceError::Internal(source),
        }
    }
}

static SERVICE: Catalog = Catalog::new("Claims API", "1.0.0", &[ServiceError::ERRORS]);

fn app() -> Router {
    Router::new()
        .route("/claims", get(async || "[]"))
        .layer(SERVICE.layer::<ServiceError>())
}
// The page ends here.

#[tokio::test]
async fn a_service_can_convert_framework_errors_itself() {
    let section = super::section("Your own conversion", include_str!("framework_errors.rs"));
    super::assert_answers(section, app(), vec![super::get("/claim")]).await;
}
