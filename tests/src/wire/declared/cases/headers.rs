//! Headers, and how long to wait.

#![allow(
    clippy::cast_possible_truncation,
    reason = "a type takes as many bits as it has"
)]

use errorbook::{Code, RateLimit};

use super::super::super::input::{Input, duration};
use super::super::super::model::{Details, Expected};
use super::super::{Headers, Wide};
use super::{Case, json, rich, said, wide};

pub(super) fn waits(input: &Input, cases: &mut Vec<Case>) {
    let (wait, maybe) = (input.wait(), input.maybe_wait());
    let mut limit = RateLimit::new();
    let mut headers = wide(429, "", "").headers;
    let (most, left, end) = input.limits;
    if let Some(most) = most {
        limit = limit.limit(most);
        headers.push(("x-ratelimit-limit", most.to_string()));
    }
    if let Some(left) = left {
        limit = limit.remaining(left);
        headers.push(("x-ratelimit-remaining", left.to_string()));
    }
    if let Some(end) = end {
        limit = limit.reset(end);
        headers.push(("x-ratelimit-reset", end.to_string()));
    }
    if let Some(wait) = maybe {
        limit = limit.retry_after(duration(wait));
    }
    cases.push(rich(
        Wide::RateLimited(limit),
        said(
            "Too many requests.".to_owned(),
            Expected {
                summary: Some("Too many requests."),
                wait: maybe,
                headers,
                ..wide(429, "RATE_LIMITED", "Too Many Requests")
            },
        ),
    ));
    cases.push(rich(
        Wide::Waits(duration(wait)),
        Expected {
            category: Some("waits"),
            wait: Some(wait),
            ..wide(503, "WAITS", "Service Unavailable")
        },
    ));
    cases.push(rich(
        Wide::MayWait(maybe.map(duration)),
        Expected {
            not_applied: false,
            wait: Some(maybe.unwrap_or((120, 0))),
            ..wide(425, "MAY_WAIT", "Too Early")
        },
    ));
    cases.push(rich(
        Wide::WaitsInSeconds { seconds: wait.0 },
        Expected {
            retryable: false,
            not_applied: true,
            wait: Some((wait.0, 0)),
            ..wide(503, "WAITS_IN_SECONDS", "Service Unavailable")
        },
    ));
    cases.push(rich(
        Wide::WaitsAsDeclared,
        Expected {
            wait: Some((3600, 0)),
            ..wide(408, "WAITS_AS_DECLARED", "Request Timeout")
        },
    ));
}

pub(super) fn headers(input: &Input, cases: &mut Vec<Case>) {
    let number = input.number as i64;
    let kept = || ("x-kept", "kept".to_owned());
    let mut headers = vec![
        ("x-team", "media".to_owned()),
        kept(),
        ("allow", "GET, POST".to_owned()),
    ];
    headers.extend(input.maybe.clone().map(|text| ("x-team", text)));
    headers.push(("x-text", input.text.clone()));
    headers.push(("x-number", number.to_string()));
    headers.extend(input.flag.then(|| ("cache-control", input.other.clone())));
    cases.push(rich(
        Wide::Headed {
            team: input.maybe.clone(),
            text: input.text.clone(),
            number,
            cache: input.flag.then(|| input.other.clone()),
        },
        Expected {
            headers,
            ..wide(405, "HEADED", "Method Not Allowed")
        },
    ));
    cases.push(rich(
        Wide::HeadedBySet(
            Headers {
                text: input.text.clone(),
                number,
                wait: input.maybe_wait().map(duration),
            },
            input.flag,
        ),
        Expected {
            details: Details::Members(vec![("d_flag", json(&input.flag))]),
            wait: input.maybe_wait(),
            headers: [
                ("x-team", "claims".to_owned()),
                kept(),
                ("x-set", input.text.clone()),
                ("x-set-number", number.to_string()),
                ("x-team", format!("set {}", input.text)),
            ]
            .to_vec(),
            ..wide(402, "HEADED_BY_SET", "Payment Required")
        },
    ));
    cases.push(rich(
        Wide::Unauthorized,
        said(
            "The key is missing.".to_owned(),
            Expected {
                code: Code::Number(40101),
                summary: Some("The key is missing."),
                retryable: true,
                headers: [
                    wide(401, "", "").headers,
                    vec![("www-authenticate", "Bearer realm=\"claims\"".to_owned())],
                ]
                .concat(),
                ..wide(401, "40101", "Unauthorized")
            },
        ),
    ));
}
