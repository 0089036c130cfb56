//! Feature `metrics`: counts error responses.

use std::sync::OnceLock;

use http::StatusCode;
use metrics::{Key, Label, Level, Metadata};

use super::report::Report;
use crate::facts::ErrorSpec;

const NAME: &str = "http_server_errors_total";

static METADATA: Metadata<'static> =
    Metadata::new("errorbook", Level::INFO, Some("errorbook::observer"));

/// Adds the response to its counter.
pub(super) fn count(report: &Report<'_>) {
    let key = key(report.error.spec(), report.status);
    // The recorder can change, so no counter is kept.
    metrics::with_recorder(|recorder| recorder.register_counter(key, &METADATA).increment(1));
}

/// The keys of one error, one per status. That is nearly always one; only a framework's error can have others.
struct Keys {
    status: StatusCode,
    key: Key,
    next: OnceLock<Box<Keys>>,
}

impl Keys {
    fn new(spec: &'static ErrorSpec, status: StatusCode) -> Self {
        let labels = vec![
            Label::from_static_parts("code", spec.code_text()),
            Label::new("status", status.as_str().to_owned()),
        ];
        Keys {
            status,
            key: Key::from_parts(NAME, labels),
            next: OnceLock::new(),
        }
    }
}

/// The key of an error and a status, which is made once.
fn key(spec: &'static ErrorSpec, status: StatusCode) -> &'static Key {
    let mut keys = spec.cache().counters(|| Keys::new(spec, status));
    while keys.status != status {
        keys = keys.next.get_or_init(|| Box::new(Keys::new(spec, status)));
    }
    &keys.key
}
