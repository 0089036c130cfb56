use errorbook::{ApiError, Catalog, ErrorLayer, ErrorSet, http_errors};

http_errors! {
    pub HttpError;
}

#[derive(Debug, ApiError)]
#[api_error(status = 404)]
struct ClaimNotFound;

static CATALOG: Catalog = Catalog::new("Claims API", "1.0.0", &[ClaimNotFound::ERRORS]);
static LAYER: ErrorLayer<HttpError> = CATALOG.layer();

fn main() {
    let _ = &LAYER;
}
