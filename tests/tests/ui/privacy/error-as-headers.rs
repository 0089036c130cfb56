use errorbook::{ApiError, HeaderSet, HeaderWriter};

#[derive(Debug, Default, thiserror::Error)]
#[error("disk full")]
struct DiskFull;

impl HeaderSet for DiskFull {
    const NAMES: &'static [&'static str] = &["x-reason"];

    fn write(&self, headers: &mut HeaderWriter) {
        headers.set("x-reason", self);
    }
}

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 502)]
    Store(#[api_error(headers)] DiskFull),
}

fn main() {}
