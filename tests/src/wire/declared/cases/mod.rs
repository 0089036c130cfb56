//! A value of each declared error, made of an input, and what is expected of it: written by hand
//! beside the declaration, not read from it.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "each type takes as many bits as it has"
)]

mod details;
mod headers;

use std::rc::Rc;
use std::sync::Arc;

use errorbook::{ApiError, Code};

use super::super::input::Input;
use super::super::model::{Details, Expected};
use super::{Beside, Generic, Hidden, Poor, SECRET, Wide};

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
    details::details(input, &mut cases);
    headers::waits(input, &mut cases);
    headers::headers(input, &mut cases);
    sources(input, &mut cases);
    others(input, &mut cases);
    cases
}

/// JSON, unless the value does not serialize.
fn json(value: &impl serde::Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
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
        own_docs: None,
        category: None,
        retryable: matches!(status, 408 | 425 | 429 | 500 | 502 | 503 | 504),
        not_applied: matches!(status, 425 | 429),
        level: if status >= 500 { "error" } else { "debug" },
        wait: None,
        headers: Vec::new(),
    }
}

/// One of `Wide`.
fn wide(status: u16, code: &'static str, title: &'static str) -> Expected {
    Expected {
        docs: Some(format!("https://docs.example.com/errors#{code}")),
        category: Some("wide"),
        headers: vec![
            ("x-team", vec!["claims".into()]),
            ("x-kept", vec!["kept".into()]),
        ],
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
    cases.push(rich(
        Wide::Floats {
            d_float: input.float,
            d_maybe: input.maybe_float,
            d_list: list,
        },
        Expected {
            details: Details::Members(members),
            ..wide(422, "FLOATS", "Unprocessable Entity")
        },
    ));
}

fn sources(input: &Input, cases: &mut Vec<Case>) {
    let (hidden, id) = (secret(input), input.number as u64);
    cases.push(rich(
        Wide::Sourced(std::io::Error::other(hidden.clone())),
        Expected {
            summary: Some("Which store it was is nobody's business."),
            display: "Which store it was is nobody's business.".to_owned(),
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
                .map(|key| ("x-key", vec![key]))
                .into_iter()
                .collect(),
            ..poor(409, "keys-in-use", "Conflict")
        },
    ));
}

fn others(input: &Input, cases: &mut Vec<Case>) {
    let code = "a/b \"c\" é {odd}\\~1#%";
    cases.push(rich(
        Wide::OddCode,
        Expected {
            // RFC 3986, section 2.
            docs: Some(
                "https://docs.example.com/errors#a%2Fb%20%22c%22%20%C3%A9%20%7Bodd%7D%5C~1%23%25"
                    .to_owned(),
            ),
            ..wide(451, code, "-")
        },
    ));
    cases.push(rich(
        Wide::LinkedInACase,
        Expected {
            docs: Some("/errors/linked-in-a-case?LINKED_IN_A_CASE".to_owned()),
            ..wide(406, "LINKED_IN_A_CASE", "Not Acceptable")
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
                own_docs: input.maybe.clone(),
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
    cases.extend(details::clashing(input).map(|(error, expected)| Case {
        described: None,
        ..rich(error, expected)
    }));
}
