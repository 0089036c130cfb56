//! A value of each declared error, made of an input, and what is expected of it: written by hand
//! beside the declaration, not read from it.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "each type takes as many bits as it has"
)]

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use errorbook::{ApiError, Code, FieldError, FieldPath, RateLimit};
use serde_json::{Value, json};

use super::super::input::{Input, duration};
use super::super::model::{Details, Expected};
use super::{
    Beside, Clashing, Failing, Generic, Headers, Hidden, Nested, Poor, Repeating, SECRET, Wide,
};

type WithText = Generic<'static, String, 2>;

/// An error and what is expected of it.
pub struct Case {
    /// The error.
    pub error: Box<dyn ApiError>,
    /// What is known of it.
    pub expected: Expected,
    /// Which documents describe it, as an index of `Shape::documents`.
    pub described: Option<usize>,
}

/// An occurrence of each error.
#[must_use]
pub fn cases(input: &Input) -> Vec<Case> {
    let mut cases = Vec::new();
    texts(input, &mut cases);
    numbers(input, &mut cases);
    details(input, &mut cases);
    waits(input, &mut cases);
    headers(input, &mut cases);
    sources(input, &mut cases);
    others(input, &mut cases);
    cases
}

fn json(value: &impl serde::Serialize) -> Option<String> {
    Some(serde_json::to_string(value).expect("it serializes"))
}

/// An error of which nothing but this is known.
fn poor(status: u16, code: &'static str, title: &'static str) -> Expected {
    Expected {
        status,
        code: Code::Text(code),
        title,
        summary: None,
        message: title.to_owned(),
        display: title.to_owned(),
        details: Details::Members(Vec::new()),
        docs: None,
        category: None,
        retryable: matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
        wait: None,
        headers: Vec::new(),
    }
}

/// One of `Wide`.
fn wide(status: u16, code: &'static str, title: &'static str) -> Expected {
    Expected {
        docs: Some(format!("https://docs.example.com/errors#{code}")),
        category: Some("wide"),
        headers: vec![("x-team", "claims".into()), ("x-kept", "kept".into())],
        ..poor(status, code, title)
    }
}

fn said(text: String, expected: Expected) -> Expected {
    Expected {
        display: text.clone(),
        message: text,
        ..expected
    }
}

fn rich(error: impl ApiError + 'static, expected: Expected) -> Case {
    Case {
        error: Box::new(error),
        expected,
        described: Some(0),
    }
}

fn secret(input: &Input) -> String {
    format!("{SECRET}\"\\\n{}\u{1f600}{SECRET}", input.other)
}

fn texts(input: &Input, cases: &mut Vec<Case>) {
    let Input {
        text, letter, flag, ..
    } = input;
    let hidden = secret(input);
    let summary = "A text is wrong, \"quotes\" and \\backslashes included.";
    cases.push(rich(
        Wide::Text {
            text: text.clone(),
            letter: *letter,
            flag: *flag,
            hidden: Hidden(hidden.clone()),
        },
        Expected {
            summary: Some(summary),
            message: format!("<{text}> {{}} {letter}{flag}\n"),
            display: format!("{text} of {hidden}"),
            ..wide(400, "TEXT", "Bad Request")
        },
    ));
    let other = &input.other;
    cases.push(rich(
        Wide::Texts(
            text.clone().into(),
            other.clone().into(),
            Rc::from(text.as_str()),
            Arc::from(other.as_str()),
        ),
        said(
            [text, other, text, other].map(String::as_str).join("|"),
            Expected {
                category: Some("texts"),
                ..wide(400, "TEXTS", "Bad Request")
            },
        ),
    ));
    let (number, float) = (input.number as i64, input.float);
    cases.push(rich(
        Wide::Specs {
            text: text.clone(),
            number,
            float,
            letter: *letter,
            r#type: *flag,
        },
        said(
            format!(
                "{text:>12}|{text:.3}|{text:*^7}|{number:+}|{number:#x}|{number:<9}|{float:08.3}|{float:e}|{letter:^5}|{text}"
            ),
            Expected {
                details: Details::Members(vec![("d_flag", json(flag))]),
                ..wide(400, "SPECS", "Bad Request")
            },
        ),
    ));
    cases.push(rich(
        Beside::Limit {
            limit: number,
            text: text.clone(),
        },
        said(
            format!("limit {number:>4} of {text} {{exceeded}}"),
            Expected {
                category: Some("beside"),
                ..poor(413, "LIMIT", "Payload Too Large")
            },
        ),
    ));
    cases.push(rich(
        Beside::Down(Hidden(hidden.clone())),
        Expected {
            category: Some("beside"),
            display: format!("store at {hidden} is down"),
            ..poor(503, "STORE", "Service Unavailable")
        },
    ));
    cases.push(rich(
        WithText::KeyNotFound {
            key: text.clone(),
            name: other.clone().into(),
        },
        said(
            format!("{text} not found in {other:>3}"),
            Expected {
                category: Some("generic"),
                ..poor(404, "key-not-found", "Not Found")
            },
        ),
    ));
}

fn numbers(input: &Input, cases: &mut Vec<Case>) {
    let n = input.number;
    let message = format!(
        "{} {} {} {} {} {} {} {} {} {} {} {}",
        n as u8,
        n as i8,
        n as u16,
        n as i16,
        n as u32,
        n as i32,
        n as u64,
        n as i64,
        n as usize,
        n as isize,
        n as u128,
        n
    );
    let members = vec![
        ("d_u8", json(&(n as u8))),
        ("d_i8", json(&(n as i8))),
        ("d_u16", json(&(n as u16))),
        ("d_i16", json(&(n as i16))),
        ("d_u32", json(&(n as u32))),
        ("d_i32", json(&(n as i32))),
        ("d_u64", json(&(n as u64))),
        ("d_i64", json(&(n as i64))),
        ("d_usize", json(&(n as usize))),
        ("d_isize", json(&(n as isize))),
    ];
    cases.push(rich(
        Wide::Integers {
            u8: n as u8,
            i8: n as i8,
            u16: n as u16,
            i16: n as i16,
            u32: n as u32,
            i32: n as i32,
            u64: n as u64,
            i64: n as i64,
            usize: n as usize,
            isize: n as isize,
            u128: n as u128,
            i128: n,
        },
        said(
            message,
            Expected {
                details: Details::Members(members),
                ..wide(409, "INTEGERS", "Conflict")
            },
        ),
    ));
    let list = vec![input.float, 0.0, -0.0, f64::MAX];
    let mut members = vec![("d_float", json(&input.float))];
    members.extend(input.maybe_float.map(|number| ("d_maybe", json(&number))));
    members.push(("d_list", json(&list)));
    // `serde_json` writes `null` for what is no number in JSON, and `schemars` does not say so.
    let is_finite = input.float.is_finite() && input.maybe_float.is_none_or(f32::is_finite);
    cases.push(Case {
        described: is_finite.then_some(0),
        ..rich(
            Wide::Floats {
                d_float: input.float,
                d_maybe: input.maybe_float,
                d_list: list,
            },
            Expected {
                details: Details::Members(members),
                ..wide(422, "FLOATS", "Unprocessable Entity")
            },
        )
    });
}

fn nested(input: &Input) -> Nested {
    let inner = Nested {
        text: input.other.clone(),
        ..Nested::default()
    };
    let maybe = |text: &String| (text.len() % 3 > 0).then(|| text.clone());
    Nested {
        text: input.text.clone(),
        list: input.texts.iter().map(maybe).collect(),
        map: map(input),
        inner: input.flag.then(|| Box::new(inner)),
        pair: (input.number as u8, input.letter),
    }
}

fn map(input: &Input) -> BTreeMap<String, i64> {
    input.map.iter().cloned().collect()
}

fn details(input: &Input, cases: &mut Vec<Case>) {
    let invalid = || wide(422, "VALIDATION_ERROR", "Unprocessable Entity");
    let (all, empty) = (nested(input), Nested::default());
    let mut members = vec![("d_nested", json(&all))];
    members.extend(input.waits.then(|| ("d_maybe", json(&empty))));
    members.push(("d_letter", json(&input.letter)));
    members.extend(input.flag.then(|| ("d_\"\\\n é", json(&true))));
    cases.push(rich(
        Wide::Nested {
            d_nested: all.clone(),
            d_maybe: input.waits.then_some(empty),
            d_letter: input.letter,
            odd: input.flag.then_some(true),
        },
        Expected {
            details: Details::Members(members),
            ..invalid()
        },
    ));
    let path = FieldPath::new(input.text.clone())
        .index(7)
        .key(input.other.clone());
    let error = |field: String| FieldError::new(field, input.other.clone());
    let fields = vec![
        error(path.bracketed()),
        error(path.dotted()).code(input.text.clone()),
    ];
    let (text, other) = (&input.text, &input.other);
    // A root that has no name has no dot either.
    let dot = if text.is_empty() { "" } else { "." };
    let written = json!([
        {"field": format!("{text}[7].{other}"), "message": other},
        {"field": format!("{text}{dot}7.{other}"), "message": other, "code": text}
    ]);
    // In the order in which `FieldError` has them, where `Value` has another.
    let written: Vec<_> = written
        .as_array()
        .into_iter()
        .flatten()
        .map(in_order)
        .collect();
    cases.push(rich(
        Wide::Fields { d_fields: fields },
        Expected {
            details: Details::Members(vec![("d_fields", Some(format!("[{}]", written.join(","))))]),
            ..invalid()
        },
    ));
    cases.push(rich(
        Wide::Whole(input.tree.value()),
        Expected {
            docs: Some("/errors/whole".to_owned()),
            details: Details::Whole(json(&input.tree.value())),
            ..wide(400, "WHOLE", "Bad Request")
        },
    ));
    cases.push(rich(
        Wide::WholeMap(map(input)),
        Expected {
            details: Details::Whole(json(&map(input))),
            ..wide(413, "WHOLE_MAP", "Payload Too Large")
        },
    ));
    cases.push(rich(
        Wide::WholeNested(input.waits.then(|| all.clone())),
        Expected {
            details: Details::Whole(input.waits.then(|| json(&all)).flatten()),
            ..wide(410, "WHOLE_NESTED", "Gone")
        },
    ));
    cases.push(rich(
        Wide::WholeList(all.list.clone()),
        Expected {
            details: Details::Whole(json(&all.list)),
            ..wide(414, "WHOLE_LIST", "URI Too Long")
        },
    ));
    // What does not serialize is not described: an occurrence without it is better than none.
    cases.push(Case {
        described: None,
        ..rich(
            Wide::Fails {
                d_fine: 1,
                d_failing: Failing,
            },
            Expected {
                details: Details::Members(vec![("d_fine", json(&1)), ("d_failing", None)]),
                ..wide(423, "FAILS", "Locked")
            },
        )
    });
    cases.push(Case {
        described: None,
        ..rich(
            Wide::WholeFails(Failing),
            Expected {
                details: Details::Whole(None),
                ..wide(424, "WHOLE_FAILS", "Failed Dependency")
            },
        )
    });
}

fn in_order(error: &Value) -> String {
    let members = ["field", "message", "code"].into_iter().filter_map(|name| {
        let value = error.get(name)?;
        Some(format!("\"{name}\":{value}"))
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn waits(input: &Input, cases: &mut Vec<Case>) {
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
            wait: Some(maybe.unwrap_or((120, 0))),
            ..wide(425, "MAY_WAIT", "Too Early")
        },
    ));
    cases.push(rich(
        Wide::WaitsInSeconds { seconds: wait.0 },
        Expected {
            retryable: false,
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

fn headers(input: &Input, cases: &mut Vec<Case>) {
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

fn sources(input: &Input, cases: &mut Vec<Case>) {
    let (hidden, id) = (secret(input), input.number as u64);
    cases.push(rich(
        Wide::Sourced(std::io::Error::other(hidden.clone())),
        Expected {
            summary: Some("Which store it was is nobody's business."),
            ..wide(500, "SOURCED", "Internal Server Error")
        },
    ));
    cases.push(rich(
        Wide::Boxed {
            id,
            cause: hidden.clone().into(),
        },
        Expected {
            message: format!("Upstream {id} failed"),
            display: format!("{id} failed: {hidden}"),
            details: Details::Members(vec![("d_id", json(&id))]),
            ..wide(502, "BOXED", "Bad Gateway")
        },
    ));
    cases.push(rich(
        Wide::Any {
            source: anyhow::anyhow!(hidden.clone()).context(hidden),
        },
        Expected {
            code: Code::Number(-50001),
            ..wide(500, "-50001", "Odd \"title\" é")
        },
    ));
    cases.push(rich(
        Beside::Upstream(std::fmt::Error),
        Expected {
            category: Some("beside"),
            display: "upstream said: an error occurred when formatting an argument".to_owned(),
            ..poor(504, "UPSTREAM", "Gateway Timeout")
        },
    ));
    let keys = input.texts.clone();
    let cause = SECRET.parse::<u8>().expect_err("it is no number");
    let mut members = vec![("d_keys", json(&keys))];
    members.extend(input.maybe.as_ref().map(|key| ("d_other", json(key))));
    cases.push(rich(
        WithText::KeysInUse {
            d_keys: keys,
            d_other: input.maybe.clone(),
            header: input.maybe.clone(),
            cause,
            spare: [0; 2],
        },
        Expected {
            category: Some("generic"),
            details: Details::Members(members),
            headers: input
                .maybe
                .clone()
                .map(|key| ("x-key", key))
                .into_iter()
                .collect(),
            ..poor(409, "keys-in-use", "Conflict")
        },
    ));
}

fn others(input: &Input, cases: &mut Vec<Case>) {
    let code = "a/b \"c\" é {code}\\~1#%";
    cases.push(rich(
        Wide::OddCode,
        Expected {
            // RFC 3986, section 2.
            docs: Some(
                "https://docs.example.com/errors#a%2Fb%20%22c%22%20%C3%A9%20%7Bcode%7D%5C~1%23%25"
                    .to_owned(),
            ),
            ..wide(451, code, "-")
        },
    ));
    cases.push(rich(
        Wide::Linked {
            what: "claim",
            page: input.maybe.clone(),
        },
        said(
            "No claim".to_owned(),
            Expected {
                docs: input.maybe.clone().or(wide(404, "LINKED", "").docs),
                ..wide(404, "LINKED", "Not Found")
            },
        ),
    ));
    let tree = input.flag.then(|| input.tree.value());
    let sparse = [
        (Poor::Alone, poor(400, "ALONE", "Bad Request")),
        (
            Poor::Numbered(input.text.clone()),
            Expected {
                code: Code::Number(7),
                details: Details::Members(vec![("d_text", json(&input.text))]),
                ..poor(400, "", "Bad Request")
            },
        ),
        (
            Poor::Other(tree.clone()),
            Expected {
                details: Details::Whole(tree.and_then(|tree| json(&tree))),
                ..poor(507, "OTHER", "Insufficient Storage")
            },
        ),
        (
            Poor::Said(input.letter),
            said(input.letter.to_string(), poor(418, "SAID", "I'm a teapot")),
        ),
    ];
    cases.extend(sparse.into_iter().map(|(error, expected)| Case {
        described: Some(1),
        ..rich(error, expected)
    }));
    cases.extend(clashing(input).map(|(error, expected)| Case {
        described: None,
        ..rich(error, expected)
    }));
}

fn clashing(input: &Input) -> impl Iterator<Item = (Clashing, Expected)> {
    let a = |expected| Expected {
        category: Some("a"),
        ..expected
    };
    let mut members = vec![("a", json(&true)), ("code", json(&1)), ("error", None)];
    members.extend(input.flag.then(|| ("x\"y\\z", json(&2))));
    members.push(("kept", json(&input.text)));
    let repeating = Repeating(input.map.clone());
    let tree = input.tree.value();
    [
        (
            Clashing::Members {
                a: true,
                code: 1,
                error: Failing,
                odd: input.flag.then_some(2),
                kept: input.text.clone(),
            },
            Expected {
                details: Details::Members(members),
                ..a(poor(409, "b", "Conflict"))
            },
        ),
        (
            Clashing::Map(Repeating(input.map.clone())),
            Expected {
                details: Details::Whole(json(&repeating)),
                ..a(poor(410, "error", "errors"))
            },
        ),
        (
            Clashing::Scalar(tree.clone()),
            Expected {
                details: Details::Whole(json(&tree)),
                ..a(poor(411, "list", "Length Required"))
            },
        ),
    ]
    .into_iter()
}
