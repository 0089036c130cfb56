use errorbook::{ApiError, Catalog, ErrorSet, http_errors};

http_errors! { pub HttpError; }
http_errors! { pub AdminError; }

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 404)]
    NotFound,
    #[api_error(transparent, framework)]
    Http(HttpError),
}

static CATALOG: Catalog =
    Catalog::new("Claims API", "1.4.0", &[ClaimError::ERRORS, AdminError::ERRORS]);

fn main() {}
