use errorbook::{ApiError, Catalog, ErrorSet};
use std::error::Error;

#[derive(Debug, ApiError)]
enum StoreError<E: Error + 'static> {
    #[api_error(status = 503)]
    Busy {
        #[source]
        cause: E,
        #[api_error(detail)]
        status: u32,
    },
}

static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[StoreError::<std::io::Error>::ERRORS]);

fn main() {
    let _ = &CATALOG;
}
