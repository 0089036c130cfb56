//! The errors of the service that the tests run, and its layers.

use errorbook::{ApiError, Catalog, ErrorLayer, ErrorSet, envelope, http_errors};

envelope! {
    /// The error body of the claims API.
    pub Claims: "application/json" {
        "error": {
            "code": code,
            "message": message,
            "details"?: details,
            "request_id"?: request_id,
        }
    }
}

http_errors! {
    /// What the framework answers with.
    pub HttpError: envelope = Claims, rename_all = "snake_case";
}

http_errors! {
    /// What the framework answers with, in the envelope of an older API.
    pub ProblemError;
}

/// What the service itself answers with.
#[derive(Debug, ApiError)]
#[api_error(envelope = Claims, rename_all = "snake_case")]
pub enum ServiceError {
    /// There is no such claim.
    #[api_error(status = 404)]
    ClaimNotFound {
        #[api_error(detail)]
        claim: u32,
    },

    #[api_error(transparent, framework)]
    Framework(HttpError),
}

const CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[ServiceError::ERRORS]);

/// The layer of the service.
pub fn layer() -> ErrorLayer<HttpError> {
    CATALOG.layer::<HttpError>()
}

/// The layer of an older API that is a part of the service.
pub fn problem_layer() -> ErrorLayer<ProblemError> {
    ErrorLayer::new()
}
