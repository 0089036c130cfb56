use errorbook::{ApiError, Catalog, ErrorSet};

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, shared)]
    NotFound,

    #[api_error(status = 410, code = "NOT_FOUND", shared)]
    Gone,

    #[api_error(transparent)]
    User(UserError),
}

#[derive(Debug, ApiError)]
enum UserError {
    #[api_error(status = 404, shared)]
    NotFound,

    #[api_error(status = 409)]
    Taken,
}

static CATALOG: Catalog = Catalog::new(
    "Claims",
    "1.0.0",
    &[ClaimError::ERRORS, UserError::ERRORS, UserError::ERRORS],
);

fn main() {
    let _ = &CATALOG;
}
