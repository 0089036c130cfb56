use errorbook::{ApiError, Catalog, ErrorLayer, ErrorSet};

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct ClaimNotFound;

static CATALOG: Catalog = Catalog::new("Claims API", "1", &[ClaimNotFound::ERRORS]);

static LAYER: ErrorLayer<ClaimNotFound> = CATALOG.layer();

fn main() {
    let _ = &LAYER;
}
