//! Requests to try.

use example_service::curl::Curl;

use crate::access::{DORMANT_TOKEN, EXPIRED_TOKEN, MANAGER_TOKEN, NEWCOMER_TOKEN, READER_TOKEN};
use crate::credentials::{Claim, SERIAL, issue};
use crate::routes::USER_ID;
use crate::signature::{SIGNATURE, TIMESTAMP, WEBHOOK_SECRET, now, sign};
use crate::store::{DEMO_USER, IMPORTED_USER, STRANGER, TRUNCATED_REPORT};

/// One for each code but one, which the comment ends with.
pub fn requests(base: &str) -> Vec<(&'static str, String)> {
    const REPORT: &str = r#"{"reason":"fraud"}"#;
    const ADDRESS: &str = r#"{"ip":"203.0.113.7","reason":"proxy"}"#;
    const EVENT: &str =
        r#"{"id":"evt_0123456789ab","type":"credential.revoked","serial":"crd_0123456789ab"}"#;

    let get = |path: &str| Curl::get(format!("{base}/v1{path}"));
    let as_manager = |path: &str| get(path).bearer(MANAGER_TOKEN);
    let user =
        |email: &str| as_manager("/users").json(&format!(r#"{{"email":"{email}","name":"Di"}}"#));
    let report = |token, user| {
        get("/reports")
            .bearer(token)
            .header(USER_ID, user)
            .json(REPORT)
    };
    let verify = || {
        let credential = issue(SERIAL, DEMO_USER, Claim::Adult);
        let credential = serde_json::to_string(&credential).unwrap_or_default();
        let request = as_manager("/verifications/credential").header(USER_ID, DEMO_USER);
        request.json(&credential)
    };
    let flag = || as_manager("/devices/dev_0123456789ab/flags").json(REPORT);
    let address = || as_manager("/ip-flags").json(ADDRESS);
    let signed = |time: u64, body: &str| {
        let time = time.to_string();
        let signature = sign(WEBHOOK_SECRET, &[time.as_bytes(), body.as_bytes()]);
        let event = get("/webhooks/credentials").header(TIMESTAMP, &time);
        event.header(SIGNATURE, &signature).json(body)
    };
    vec![
        ("201: a user", user("di@example.com").into()),
        (
            "409: the same one again: conflict",
            user("DI@example.com").into(),
        ),
        ("422: validation_failed", user("di").into()),
        ("401: missing_header", get("/profile").into()),
        (
            "401: invalid_format",
            get("/profile").bearer("sgt_1").into(),
        ),
        (
            "401: authentication_failed",
            get("/profile").bearer(EXPIRED_TOKEN).into(),
        ),
        ("403: forbidden", report(READER_TOKEN, DEMO_USER).into()),
        (
            "404: not_found",
            as_manager(&format!("/users/{STRANGER}")).into(),
        ),
        ("200: a credential", verify().into()),
        (
            "200: its issuer revokes it (signed for the next five minutes)",
            signed(now(), EVENT).into(),
        ),
        ("422: verification_failed", verify().into()),
        ("201: a report", report(MANAGER_TOKEN, DEMO_USER).into()),
        (
            "400: user_id_missing",
            as_manager("/reports").json(REPORT).into(),
        ),
        (
            "409: profile_required",
            report(NEWCOMER_TOKEN, DEMO_USER).into(),
        ),
        (
            "409: profile_inactive",
            report(DORMANT_TOKEN, STRANGER).into(),
        ),
        (
            "500: report_retrieval_failed",
            report(MANAGER_TOKEN, IMPORTED_USER).into(),
        ),
        (
            "500: internal_error",
            as_manager(&format!("/reports/{TRUNCATED_REPORT}")).into(),
        ),
        ("201: a flag", flag().into()),
        ("409: duplicate_flag", flag().into()),
        ("201: a flag for an address", address().into()),
        ("409: already_flagged", address().into()),
        (
            "400: missing_signature",
            get("/webhooks/credentials").json(EVENT).into(),
        ),
        ("400: missing_body", signed(now(), "").into()),
        (
            "403: invalid_signature",
            get("/webhooks/credentials")
                .header(TIMESTAMP, "1700000000")
                .header(SIGNATURE, "00")
                .json(EVENT)
                .into(),
        ),
        ("403: expired_request", signed(1_700_000_000, EVENT).into()),
    ]
}
