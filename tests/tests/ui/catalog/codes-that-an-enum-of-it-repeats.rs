use errorbook::{ApiError, Catalog, ErrorSet};

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
}

#[derive(Debug, ApiError)]
enum UserError {
    #[api_error(status = 404)]
    NotFound,
}

#[derive(Debug, ApiError)]
enum ServiceError {
    #[api_error(transparent)]
    Claim(ClaimError),
    #[api_error(transparent)]
    User(UserError),
}

static CATALOG: Catalog = Catalog::new("Claims", "1", &[ServiceError::ERRORS]);

fn main() {}
