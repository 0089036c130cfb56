use errorbook::{Catalog, ErrorSet};

#[derive(Debug)]
struct ClaimError;

static CATALOG: Catalog = Catalog::new("Claims", "1.0.0", &[ClaimError::ERRORS]);

fn main() {
    let _ = &CATALOG;
}
