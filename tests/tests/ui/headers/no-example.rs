use errorbook::{ApiError, HeaderSet, HeaderWriter};

#[derive(Debug)]
struct Quota(u32);

impl HeaderSet for Quota {
    const NAMES: &'static [&'static str] = &["x-quota"];

    fn write(&self, headers: &mut HeaderWriter) {
        headers.set("x-quota", self.0);
    }
}

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 402)]
    QuotaSpent(#[api_error(headers)] Quota),
}

fn main() {}
