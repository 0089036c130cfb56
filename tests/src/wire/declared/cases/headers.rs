//! Headers, and how long to wait.

#![allow(
    clippy::cast_possible_truncation,
    reason = "a type takes as many bits as it has"
)]

use errorbook::{Code, RateLimit};

use super::super::super::input::{Input, duration};
use super::super::super::model::{Details, Expected, Header};
use super::super::{Headers, Warnings, Wide};
use super::{Case, json, rich, said, wide};

pub(super) fn waits(input: &Input, cases: &mut Vec<Case>) {
    let (wait, maybe) = (input.wait(), input.maybe_wait());
    let mut limit = RateLimit::new();
    let mut headers = wide(429, "", "").headers;
    let (most, left, end) = input.limits;
    if let Some(most) = most {
        limit = limit.limit(most);
        headers.push(one("x-ratelimit-limit", &most));
    }
    if let Some(left) = left {
        limit = limit.remaining(left);
        headers.push(one("x-ratelimit-remaining", &left));
    }
    if let Some(end) = end {
        limit = limit.reset(end);
        headers.push(one("x-ratelimit-reset", &end));
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
            level: "warn",
            wait: Some(maybe.unwrap_or((120, 0))),
            ..wide(425, "MAY_WAIT", "Too Early")
        },
    ));
    cases.push(rich(
        Wide::WaitsInSeconds { seconds: wait.0 },
        Expected {
            retryable: false,
            not_applied: true,
            level: "trace",
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
    let kept = || one("x-kept", "kept");
    let mut headers = vec![one("x-team", "media"), kept(), one("allow", "GET, POST")];
    headers.extend(input.maybe.iter().map(|text| one("x-team", text)));
    headers.push(one("x-text", &input.text));
    headers.push(one("x-number", &number));
    headers.extend(input.flag.then(|| one("cache-control", &input.other)));
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
            headers: vec![
                one("x-team", "claims"),
                kept(),
                one("x-set", &input.text),
                one("x-set-number", &number),
                one("x-team", &format!("set {}", input.text)),
            ],
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
                    vec![one("www-authenticate", "Bearer realm=\"claims\"")],
                ]
                .concat(),
                ..wide(401, "40101", "Unauthorized")
            },
        ),
    ));
    let of_set: Vec<_> = input.texts.iter().take(3).cloned().collect();
    let both = [of_set.clone(), vec![input.other.clone()]].concat();
    let fields = [
        input.maybe.clone().into_iter().collect(),
        vec![input.text.clone()],
    ]
    .concat();
    cases.push(rich(
        Wide::Repeated {
            first: input.maybe.clone(),
            second: input.text.clone(),
            warning: input.other.clone(),
            set: Warnings(of_set.clone()),
        },
        Expected {
            headers: vec![
                one("x-team", "claims"),
                kept(),
                (
                    "set-cookie",
                    vec!["a=1".to_owned(), "b=2; Secure".to_owned()],
                ),
                ("vary", vec!["Accept".to_owned(), "Origin".to_owned()]),
                ("set-cookie", fields),
                ("warning", both),
                ("link", of_set),
                one("location", "/1"),
                (
                    "proxy-authenticate",
                    vec!["Basic".to_owned(), "Negotiate".to_owned()],
                ),
            ],
            ..wide(407, "REPEATED", "Proxy Authentication Required")
        },
    ));
}

/// A header of one line.
fn one(name: &'static str, value: &(impl ToString + ?Sized)) -> Header {
    (name, vec![value.to_string()])
}
