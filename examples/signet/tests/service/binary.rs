//! The program as it is started from a shell.

use std::collections::BTreeSet;
use std::process::Command;

use example_contract::requests_as_printed;
use signet::Signet;
use signet::errors::CATALOG;

const PROGRAM: &str = env!("CARGO_BIN_EXE_signet");

#[test]
fn there_is_a_request_to_try_for_each_code_that_needs_no_failing_service() {
    let Some((answers, log)) = requests_as_printed::<Signet>(PROGRAM) else {
        return;
    };
    let mut shown = BTreeSet::new();
    for (_, answer) in &answers {
        let body = answer.json();
        let errors = body["errors"].as_object().into_iter().flatten();
        shown.extend(errors.filter_map(|(_, error)| error["code"].as_str().map(str::to_owned)));
    }
    let codes = CATALOG.iter().map(|error| error.code().to_string());
    let left: Vec<_> = codes.filter(|code| !shown.contains(code)).collect();
    assert_eq!(left, ["service_unavailable"]);

    // What clients do not see. A response bears no id of its request, and a line of the log begins with
    // none.
    for line in [
        "401 missing_header: no token: no Authorization header",
        "401 authentication_failed: authentication failed: expired token",
        "500 report_retrieval_failed: Report rpt_000000000003 was made, but reading it back failed.: \
         invalid type: null, expected f64 at line 1 column 94",
        "500 internal_error: Signet failed to handle this request.: \
         EOF while parsing a string at line 1 column 67",
    ] {
        assert!(log.lines().any(|logged| logged == line), "{log}");
    }
}

#[test]
fn flags_that_make_no_sense_are_refused_with_a_word_on_why() {
    for (flag, reason) in [
        ("--replay-window=-1", "negative"),
        ("--authentication-timeout=0", "must be more than 0 seconds"),
        ("--authentication=nowhere", "invalid socket address"),
    ] {
        let output = Command::new(PROGRAM).arg(flag).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains(reason), "{stderr}");
    }
}
