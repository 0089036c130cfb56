use errorbook::{ApiError, Catalog, ErrorSet};

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
    #[api_error(status = 409)]
    Taken,
    #[api_error(status = 410, code = 7)]
    Gone,
}

#[derive(Debug, ApiError)]
enum UserError {
    #[api_error(status = 404)]
    NotFound,
    #[api_error(status = 410, code = 7)]
    Deleted,
}

#[derive(Debug, ApiError)]
#[api_error(status = 409)]
struct Taken;

static CATALOG: Catalog =
    Catalog::new("Claims", "1", &[ClaimError::ERRORS, UserError::ERRORS, Taken::ERRORS]);

fn main() {}
