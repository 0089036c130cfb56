//! The program as it is started from a shell.

use std::collections::BTreeSet;
use std::process::Command;

use example_contract::requests_as_printed;
use signstack::SignStack;
use signstack::errors::CATALOG;

const PROGRAM: &str = env!("CARGO_BIN_EXE_signstack");

#[test]
fn there_is_a_request_to_try_for_each_code_and_each_of_its_statuses() {
    let printed = requests_as_printed::<SignStack>(PROGRAM);
    let Some((answers, log)) = printed else {
        return;
    };
    let statuses = answers.iter().map(|(_, answer)| answer.status);
    assert_eq!(
        statuses.collect::<Vec<_>>(),
        [
            200, 401, 201, 200, 400, 401, 403, 404, 409, 422, 429, 500, 200, 200, 200, 400, 409
        ]
    );
    let codes = answers.iter().filter_map(|(_, answer)| {
        let code = answer.json()["error"]["code"].as_str()?.to_owned();
        Some((answer.status, code))
    });
    let declared = CATALOG
        .iter()
        .map(|error| (error.status().as_u16(), error.code().to_string()));
    assert_eq!(codes.collect::<BTreeSet<_>>(), declared.collect());

    for (status, line) in [
        (
            500,
            "internal_error: The server failed to handle the request: \
             EOF while parsing a string at line 1 column 63",
        ),
        (
            400,
            "validation_error: The request body is invalid: email: Must be a valid email address",
        ),
    ] {
        let mut answers = answers.iter().map(|(_, answer)| answer);
        let failed = answers.find(|answer| answer.status == status).unwrap();
        let line = format!("{} {status} {line}\n", failed.request_id("req_"));
        assert!(log.contains(&line), "{log}");
    }
}

#[test]
fn flags_that_make_no_sense_are_refused_with_a_word_on_why() {
    for (flag, reason) in [
        ("--rate-limit=0", "number would be zero"),
        ("--rate-window=0", "must be more than 0 seconds"),
        ("--token-lifetime=-1", "negative"),
        ("--token-lifetime=1e12", "at most 1000000000 seconds"),
        ("--max-body-bytes=many", "invalid digit"),
    ] {
        let output = Command::new(PROGRAM).arg(flag).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains(reason), "{stderr}");
    }
}
