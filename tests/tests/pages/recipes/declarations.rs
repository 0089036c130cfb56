// The page shows this.
use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet, http_errors};

http_errors! {
    /// The errors of axum and the middleware.
    pub HttpError: envelope = ErrorObject;
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
pub enum ClaimError {
    /// No claim has this id.
    #[api_error(status = 404)]
    ClaimNotFound,
    /// The claims database did not answer.
    #[api_error(status = 503)]
    StoreUnavailable(#[from] std::io::Error),
    #[api_error(transparent, framework)]
    Http(HttpError),
}

pub static CATALOG: Catalog = Catalog::new("Claims API", "1.0.0", &[ClaimError::ERRORS]);
// The page ends here.

#[test]
fn the_page_shows_the_declarations() {
    super::section("Declarations", include_str!("declarations.rs"));
}
