use std::time::Duration;

use errorbook::{ApiError, HeaderSet, HeaderWriter};

#[derive(Debug, Default)]
struct Pause(Duration);

impl HeaderSet for Pause {
    const NAMES: &'static [&'static str] = &["Retry-After"];
    const CAN_WAIT: bool = false;

    fn write(&self, _: &mut HeaderWriter) {}

    fn retry_after(&self) -> Option<Duration> {
        Some(self.0)
    }
}

#[derive(Debug, ApiError)]
enum ClaimError {
    #[api_error(status = 503)]
    Paused(#[api_error(headers)] Pause),
}

fn main() {}
