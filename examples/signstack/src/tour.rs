//! Requests to try.

use example_service::curl::Curl;

use crate::access::{EXPIRED_TOKEN, KEY, ORG, OTHER_TOKEN, READER_TOKEN, TOKEN};
use crate::config::Config;
use crate::store::{DEMO_WORKFLOW, TRUNCATED_WORKFLOW};

/// One for each code, and for each status that a code has. A comment begins with the status.
pub fn requests(base: &str, config: &Config) -> Vec<(&'static str, String)> {
    const LEASE: &str =
        r#"{"blueprintKey":"lease","participants":[{"name":"Ada","email":"ada@example.com"}]}"#;
    const NOBODY: &str = r#"{"name":"Ada","email":"ada"}"#;
    const UNKNOWN: &str = r#"{"blueprintKey":"lease","participants":[{"name":"Ada"}],"entitySlots":[{"key":"flat","schemaKey":"property"},{"key":"tenant","schemaKey":"invalid-schema"}]}"#;
    const STALE: &str = r#"{"name":"Lease of 13 Elm Street","updatedAt":"2024-01-15T10:00:00Z"}"#;
    const SIGNED: &str =
        r#"{"eventId":"evt_1","eventType":"participant.signed","data":{"workflowId":"wf_abc123"}}"#;
    const COMPLETED: &str =
        r#"{"eventId":"evt_2","eventType":"workflow.completed","data":{"workflowId":"wf_abc123"}}"#;
    const TOO_LATE: &str =
        r#"{"eventId":"evt_3","eventType":"workflow.declined","data":{"workflowId":"wf_abc123"}}"#;

    let exchange = |key: &str| {
        let body = format!(r#"{{"grantType":"api_key","apiKey":"{key}"}}"#);
        Curl::post(format!("{base}/v1/auth/token"), &body)
    };
    let workflows = format!("{base}/v1/orgs/{ORG}/workflows");
    let create = |token, body| Curl::post(&workflows, body).bearer(token);
    let get = |token, id| Curl::get(format!("{workflows}/{id}")).bearer(token);
    let update = |body| {
        let update = Curl::new("PATCH", format!("{workflows}/{DEMO_WORKFLOW}"));
        update.bearer(TOKEN).json(body)
    };
    let add = |body| {
        let add = Curl::post(format!("{workflows}/{DEMO_WORKFLOW}/participants"), body);
        add.bearer(TOKEN)
    };
    let event = |body| Curl::post(format!("{base}/webhooks/signstack"), body);

    // Some more than the limit, as it goes up again while they are sent.
    let flood = u64::from(config.rate_limit.get()) * 2;
    let too_many = format!(
        "curl -s -o /dev/null '{workflows}/wf_[1-{flood}]' -H 'Authorization: Bearer {OTHER_TOKEN}'; {}",
        get(OTHER_TOKEN, DEMO_WORKFLOW)
    );
    vec![
        ("200: a token for an API key", exchange(KEY).into()),
        ("401: no such API key", exchange("sk_live_nobody").into()),
        ("201: a workflow", create(TOKEN, LEASE).into()),
        ("200: an earlier workflow", get(TOKEN, DEMO_WORKFLOW).into()),
        ("400: no email address", add(NOBODY).into()),
        (
            "401: a token that has expired",
            get(EXPIRED_TOKEN, DEMO_WORKFLOW).into(),
        ),
        (
            "403: a token that may only read",
            create(READER_TOKEN, LEASE).into(),
        ),
        ("404: no such workflow", get(TOKEN, "wf_abc124").into()),
        ("409: somebody else was faster", update(STALE).into()),
        (
            "422: a field is missing, and a schema",
            create(TOKEN, UNKNOWN).into(),
        ),
        ("429: too many requests", too_many),
        (
            "500: a workflow that was cut short",
            get(TOKEN, TRUNCATED_WORKFLOW).into(),
        ),
        ("200: an event for the webhook", event(SIGNED).into()),
        ("200: the same event once more", event(SIGNED).into()),
        ("200: the last event of a workflow", event(COMPLETED).into()),
        ("400: no event", event("{}").into()),
        ("409: an event after the last one", event(TOO_LATE).into()),
    ]
}
