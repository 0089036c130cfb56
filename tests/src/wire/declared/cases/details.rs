//! Details, whole and in members, some of which do not serialize or have names that are taken.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "each type takes as many bits as it has"
)]

use std::collections::BTreeMap;

use errorbook::{FieldError, FieldErrors, FieldPath};

use super::super::super::input::Input;
use super::super::super::model::{Details, Expected, Fault};
use super::super::{Clashing, Failing, Nested, Repeating, Swallowing, Wide};
use super::{Case, json, poor, rich, wide};

pub(super) fn details(input: &Input, cases: &mut Vec<Case>) {
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
    fields(input, cases);
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
    failing(input, cases);
}

/// A detail that does not serialize is omitted, and the body still matches its schema.
fn failing(input: &Input, cases: &mut Vec<Case>) {
    cases.push(rich(
        Wide::Fails {
            d_fine: 1,
            d_failing: Failing,
            d_swallowing: Swallowing(input.flag),
            d_last: input.letter,
        },
        Expected {
            details: Details::Members(vec![
                ("d_fine", json(&1)),
                ("d_failing", None),
                ("d_swallowing", None),
                ("d_last", json(&input.letter)),
            ]),
            ..wide(423, "FAILS", "Locked")
        },
    ));
    cases.push(rich(
        Wide::WholeFails(Failing),
        Expected {
            details: Details::Whole(json(&Failing)),
            ..wide(424, "WHOLE_FAILS", "Failed Dependency")
        },
    ));
}

/// Paths of all kinds, some of which differ in what is no letter only.
fn fields(input: &Input, cases: &mut Vec<Case>) {
    let (text, other) = (&input.text, &input.other);
    let path = |steps: &[Result<&str, usize>]| {
        let steps = steps.iter().map(|step| step.map(str::to_owned));
        steps.collect::<Vec<_>>()
    };
    let paths = [
        path(&[]),
        path(&[Ok(text)]),
        path(&[Ok(text), Err(7), Ok(other)]),
        path(&[Ok("first"), Ok("na.me"), Err(0)]),
        path(&[Err(12), Ok("7"), Ok(""), Ok("a/b~c\"d\\")]),
    ];
    let faults: Vec<_> = paths
        .into_iter()
        .enumerate()
        .map(|(index, path)| Fault {
            path,
            message: other.clone(),
            code: (index % 2 == 1).then(|| text.clone()),
        })
        .collect();
    let errors: FieldErrors = faults.iter().map(error).collect();
    let expected = || Expected {
        details: Details::Fields("d_fields", faults.clone()),
        ..wide(422, "VALIDATION_ERROR", "Unprocessable Entity")
    };
    let by_serde = errors.clone().into_iter().collect();
    cases.push(rich(Wide::Fields { d_fields: errors }, expected()));
    let by_serde = Wide::FieldsBySerde { d_fields: by_serde };
    cases.push(rich(by_serde, expected()));
}

fn error(fault: &Fault) -> FieldError {
    let path = fault
        .path
        .iter()
        .fold(FieldPath::default(), |path, step| match step.clone() {
            Ok(key) => path.key(key),
            Err(index) => path.index(index),
        });
    let error = FieldError::new(path, fault.message.clone());
    match fault.code.clone() {
        Some(code) => error.with_code(code),
        None => error,
    }
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

pub(super) fn clashing(input: &Input) -> impl Iterator<Item = (Clashing, Expected)> {
    let a = |expected| Expected {
        category: Some("a"),
        ..expected
    };
    let mut members = vec![
        ("a", json(&true)),
        ("code", json(&1)),
        ("error", json(&Failing)),
    ];
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
