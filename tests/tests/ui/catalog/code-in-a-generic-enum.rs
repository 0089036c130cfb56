use errorbook::{ApiError, Catalog, ErrorSet};
use std::error::Error;

#[derive(Debug, ApiError)]
enum ClaimError<E: Error + 'static> {
    #[api_error(status = 503)]
    Busy(#[source] E),
}

#[derive(Debug, ApiError)]
enum UserError {
    #[api_error(status = 503)]
    Busy,
}

static CATALOG: Catalog = Catalog::new(
    "Claims",
    "1.0.0",
    &[ClaimError::<std::io::Error>::ERRORS, UserError::ERRORS],
);

fn main() {
    let _ = &CATALOG;
}
