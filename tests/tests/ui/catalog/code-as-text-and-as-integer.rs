use errorbook::{ApiError, Catalog, ErrorSet};

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404, code = "20404")]
    NotFound,
}

#[derive(Debug, ApiError)]
enum UserError {
    #[api_error(status = 404, code = 20404)]
    NoUser,
}

static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[ClaimError::ERRORS, UserError::ERRORS]);

fn main() {
    let _ = &CATALOG;
}
