//! Requests to try.

use example_service::curl::Curl;

use crate::access::{PRO_KEY, REVOKED_KEY, SPENT_KEY, STARTER_KEY};
use crate::config::Config;
use crate::store::{DEMO_RECORD, TRUNCATED_RECORD};

/// One for each status, which the comment begins with.
pub fn requests(base: &str, config: &Config) -> Vec<(&'static str, String)> {
    const CLAIM: &str = r#"{"claim":"Bees can fly."}"#;
    const OTHER_CLAIM: &str = r#"{"claim":"Bees cannot fly."}"#;
    const UNSUPPORTED: &str = r#"{"claim":"Bees can fly.","sources":["twitter"]}"#;
    const MEDIA: &str = r#"{"url":"https://example.com/bee.jpg"}"#;
    const KEY: &str = "550e8400-e29b-41d4-a716-446655440000";

    let get = |key, path: &str| Curl::get(format!("{base}/v1/verify{path}")).bearer(key);
    let claim = |key, body| get(key, "/claim").json(body);
    let idempotent = |body| claim(PRO_KEY, body).header("Idempotency-Key", KEY);
    let record = |id| get(PRO_KEY, &format!("/{id}"));

    let too_large = format!(
        "head -c {} /dev/zero | {}",
        config.max_claim_bytes.saturating_add(1),
        claim(PRO_KEY, "@-")
    );
    // Some more than the limit, as it goes up again while they are sent.
    let flood = u64::from(config.rate_limit.get()) + 100;
    let too_many = format!(
        "curl -s -o /dev/null '{base}/v1/verify/vrf_[1-{flood}]' -H 'Authorization: Bearer {STARTER_KEY}'; {}",
        claim(STARTER_KEY, CLAIM)
    );
    let stopping = format!(
        "kill -TERM {}; sleep 1; {}",
        std::process::id(),
        record(DEMO_RECORD)
    );
    vec![
        ("200: a claim", claim(PRO_KEY, CLAIM).into()),
        ("200: an earlier verification", record(DEMO_RECORD).into()),
        ("400: no claim", claim(PRO_KEY, "{}").into()),
        ("401: a revoked key", claim(REVOKED_KEY, CLAIM).into()),
        ("402: no credits left", claim(SPENT_KEY, CLAIM).into()),
        (
            "403: not in the Starter plan",
            get(STARTER_KEY, "/media").json(MEDIA).into(),
        ),
        ("404: no such endpoint", get(PRO_KEY, "").into()),
        (
            "200: a request that may be sent again",
            idempotent(CLAIM).into(),
        ),
        (
            "409: another one with the same key",
            idempotent(OTHER_CLAIM).into(),
        ),
        ("413: one byte too many", too_large),
        ("422: no such source", claim(PRO_KEY, UNSUPPORTED).into()),
        ("429: too many requests", too_many),
        (
            "500: a record that was cut short",
            record(TRUNCATED_RECORD).into(),
        ),
        ("503: this stops the service", stopping),
    ]
}
