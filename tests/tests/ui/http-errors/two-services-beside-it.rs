use errorbook::{ApiError, Catalog, ErrorSet, http_errors};

http_errors! { pub HttpError; }

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
    #[api_error(transparent, framework)]
    Http(HttpError),
}

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct NotFound;

static CATALOG: Catalog =
    Catalog::new("Claims API", "1.4.0", &[HttpError::ERRORS, ClaimError::ERRORS, NotFound::ERRORS]);

fn main() {}
