use errorbook::{ApiError, Catalog, ErrorSet};

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(transparent)]
    Store(StoreError),
}

#[derive(Debug, ApiError)]
enum StoreError {
    #[api_error(status = 503)]
    Busy,
}

#[derive(Debug, ApiError)]
enum UserError {
    #[api_error(status = 503)]
    Busy,
}

static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[ClaimError::ERRORS, UserError::ERRORS]);

fn main() {
    let _ = &CATALOG;
}
