use errorbook::ApiError;

#[derive(Debug, Default, ApiError)]
#[api_error(status = 500)]
struct DiskFull;

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502, message = "The store failed: {0}")]
    Store(DiskFull),
}

fn main() {}
