//! The program as it is started from a shell.

use std::collections::BTreeSet;
use std::process::Command;
use std::time::Duration;

use elder_signals::ElderSignals;
use elder_signals::errors::CATALOG;
use errorbook::{ApiError, ErrorSpec};
use example_contract::{PATIENCE, Program, requests_as_printed};
use tokio::time::{Instant, sleep};

const PROGRAM: &str = env!("CARGO_BIN_EXE_elder-signals");

#[test]
fn there_is_a_request_to_try_for_each_code() {
    let Some((answers, log)) = requests_as_printed::<ElderSignals>(PROGRAM) else {
        return;
    };
    // The code is not in the body, but no two errors have the same example.
    let failed = answers.iter().filter(|(_, answer)| answer.status >= 400);
    let seen: BTreeSet<_> = failed
        .filter_map(|(_, answer)| {
            let body = answer.json();
            code_of(answer.status, body["message"].as_str().expect("text"))
        })
        .collect();
    let all = CATALOG.iter().filter_map(|error| error.code().as_str());
    assert_eq!(seen, all.collect());

    // A response bears no id of its request, and a line of the log begins with none.
    for line in [
        "500 INTERNAL_ERROR: the server failed to handle the request: \
         EOF while parsing a string at line 1 column 63",
        "401 UNAUTHORIZED: missing or invalid API key: revoked token",
    ] {
        assert!(log.lines().any(|logged| logged == line), "{log}");
    }
}

/// The code of the error whose example says this.
fn code_of(status: u16, message: &str) -> Option<&'static str> {
    let says = |error: &&'static ErrorSpec| {
        error.status().as_u16() == status && error.example().message() == message
    };
    let error = CATALOG.iter().find(says)?;
    error.code().as_str()
}

#[tokio::test]
async fn asked_to_stop_it_ends_well() {
    let mut program = Program::start(PROGRAM, &["serve", "--port", "0"]);
    program.terminate();
    let begin = Instant::now();
    let status = loop {
        if let Some(status) = program.child.try_wait().unwrap() {
            break status;
        }
        assert!(begin.elapsed() < PATIENCE, "in time");
        sleep(Duration::from_millis(20)).await;
    };
    assert!(status.success(), "{status}");
}

#[test]
fn flags_that_make_no_sense_are_refused_with_a_word_on_why() {
    for (flag, reason) in [
        ("--rate-limit=0", "number would be zero"),
        ("--rate-window=0", "must be more than 0 seconds"),
        ("--rate-window=1e12", "at most 1000000000 seconds"),
    ] {
        let output = Command::new(PROGRAM).arg(flag).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains(reason), "{stderr}");
    }
}
