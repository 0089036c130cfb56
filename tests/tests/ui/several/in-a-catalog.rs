use errorbook::{ApiError, Catalog, ErrorObject, ErrorSet};

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum UserError {
    #[api_error(status = 404, colour = "red")]
    NoUser,
}

static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[ClaimError::ERRORS, UserError::ERRORS]);

fn main() {
    let _ = &CATALOG;
}
