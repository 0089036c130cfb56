//! What the services of these tests answer with.

use errorbook::{
    ApiError, Catalog, ErrorLayer, ErrorSet, FrameworkError, HeaderSet, HeaderWriter, envelope,
};
use http::StatusCode;

envelope! {
    /// All that a layer knows of a request.
    pub Body: "application/json" {
        header "X-Error-Code" = code;
        "code": code,
        "status": status,
        "id"?: request_id,
        "path"?: instance,
        "tenant"?: context.tenant,
    }
}

/// What the response has that is replaced.
#[derive(Debug, Default)]
pub struct Theirs;

impl HeaderSet for Theirs {
    const NAMES: &'static [&'static str] =
        &["allow", "proxy-authenticate", "upgrade", "www-authenticate"];
    const ALWAYS: &'static [&'static str] = Self::NAMES;
    const CAN_WAIT: bool = false;

    fn write(&self, _: &mut HeaderWriter) {}
}

/// What frameworks answer with.
#[derive(Debug, ApiError)]
#[api_error(envelope = Body)]
pub enum HttpError {
    #[api_error(status = 400, display = "{0}")]
    BadRequest(FrameworkError),
    #[api_error(status = 401, display = "{0}")]
    Unauthorized(FrameworkError, #[api_error(headers)] Theirs),
    #[api_error(status = 404, display = "{0}")]
    NotFound(FrameworkError),
    #[api_error(status = 405, display = "{0}")]
    MethodNotAllowed(FrameworkError, #[api_error(headers)] Theirs),
    #[api_error(status = 407, display = "{0}")]
    ProxyUnauthorized(FrameworkError, #[api_error(headers)] Theirs),
    #[api_error(status = 416, display = "{0}")]
    Range(FrameworkError),
    #[api_error(status = 426, display = "{0}")]
    Upgrade(FrameworkError, #[api_error(headers)] Theirs),
    #[api_error(status = 429, display = "{0}", retry(after = "30s"))]
    Busy(FrameworkError),
    #[api_error(status = 500, display = "{0}")]
    Internal(#[source] FrameworkError),
    #[api_error(status = 503, display = "{0}")]
    Unavailable(FrameworkError),
}

impl From<FrameworkError> for HttpError {
    fn from(error: FrameworkError) -> Self {
        match error.status() {
            StatusCode::BAD_REQUEST => HttpError::BadRequest(error),
            StatusCode::UNAUTHORIZED => HttpError::Unauthorized(error, Theirs),
            StatusCode::NOT_FOUND => HttpError::NotFound(error),
            StatusCode::METHOD_NOT_ALLOWED => HttpError::MethodNotAllowed(error, Theirs),
            StatusCode::PROXY_AUTHENTICATION_REQUIRED => {
                HttpError::ProxyUnauthorized(error, Theirs)
            }
            StatusCode::RANGE_NOT_SATISFIABLE => HttpError::Range(error),
            StatusCode::UPGRADE_REQUIRED => HttpError::Upgrade(error, Theirs),
            StatusCode::TOO_MANY_REQUESTS => HttpError::Busy(error),
            StatusCode::SERVICE_UNAVAILABLE => HttpError::Unavailable(error),
            StatusCode::IM_A_TEAPOT => panic!("no tea for {error}"),
            StatusCode::LOOP_DETECTED => panic!("at 500, too"),
            // The second panic of a conversion.
            StatusCode::INTERNAL_SERVER_ERROR if error.to_string().ends_with("500, too") => {
                panic!("again")
            }
            _ => HttpError::Internal(error),
        }
    }
}

/// The service's own.
#[derive(Debug, ApiError)]
#[api_error(envelope = Body)]
pub enum ClaimError {
    #[api_error(status = 409, header("X-Claim" = "taken"), retry(after = "5s"))]
    Taken,
}

static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[HttpError::ERRORS, ClaimError::ERRORS]);

/// The layer with its defaults.
pub static LAYER: ErrorLayer<HttpError> = CATALOG.layer();
