//! The program as it is started from a shell.

use std::process::Command;
use std::time::Duration;

use example_contract::{Program, requests_as_printed};
use reqwest::RequestBuilder;
use serde_json::json;
use signalstack::SignalStack;
use tokio::time::Instant;

use crate::support::{
    Expected, GET_DOCS, PATIENCE, TestSource, ask, assert_error, assert_ok, client, eventually,
    request_id,
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_signalstack");

#[test]
fn there_is_a_request_to_try_for_each_status() {
    let printed = requests_as_printed::<SignalStack>(PROGRAM);
    let Some((answers, log)) = printed else {
        return;
    };
    let statuses = answers.iter().map(|(_, answer)| answer.status);
    assert_eq!(
        statuses.collect::<Vec<_>>(),
        [
            200, 200, 400, 401, 402, 403, 404, 200, 409, 413, 422, 429, 500, 503
        ]
    );
    let mut answers = answers.iter().map(|(_, answer)| answer);
    let failed = answers.find(|answer| answer.status == 500).unwrap();
    let line = format!(
        "{} 500 INTERNAL_ERROR: Unexpected server error: \
         EOF while parsing a string at line 1 column 73\n",
        request_id(failed)
    );
    assert!(log.contains(&line), "{log}");
}

#[tokio::test]
async fn asked_to_stop_it_drains_and_ends_well() {
    let source = TestSource::held().await;
    let gdelt = format!("gdelt={}", source.address);
    let mut program = Program::start(
        PROGRAM,
        &["serve", "--port", "0", "--source", &gdelt, "--drain", "4"],
    );
    let claim = json!({"claim": "Bees can fly.", "sources": ["gdelt"]});
    let under_way = client().post(format!("{}/v1/verify/claim", program.base));
    let under_way = tokio::spawn(ask(under_way.bearer_auth("sk_pro_demo").json(&claim)));
    source.asked().await;

    program.terminate();
    let answer = eventually(async || {
        let answer = ask(demo_record(&program)).await;
        (answer.status != 200).then_some(answer)
    })
    .await;
    assert_error(
        &answer,
        &Expected {
            status: 503,
            code: "SERVICE_UNAVAILABLE",
            message: "Temporary service disruption",
            docs: Some(GET_DOCS),
            headers: &[("retry-after", "30")],
            ..Expected::default()
        },
    );
    source.allow(1);
    assert_ok(&under_way.await.unwrap());

    let begin = Instant::now();
    let status = loop {
        if let Some(status) = program.child.try_wait().unwrap() {
            break status;
        }
        assert!(begin.elapsed() < PATIENCE, "in time");
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert!(status.success(), "{status}");
}

#[test]
fn flags_that_make_no_sense_are_refused_with_a_word_on_why() {
    for (flags, reason) in [
        (["--rate-limit", "0"], "number would be zero"),
        (["--rate-window", "0"], "must be more than 0 seconds"),
        (["--rate-window", "1e12"], "at most 1000000000 seconds"),
        (["--drain", "-1"], "negative"),
        (
            ["--source", "twitter=127.0.0.1:9"],
            "no source is named 'twitter'",
        ),
        (["--source", "gdelt"], "not of the form NAME=ADDR"),
        (["--source", "gdelt=nowhere"], "'nowhere' is no address"),
    ] {
        let flags = [flags[0].to_owned() + "=" + flags[1]];
        let output = Command::new(PROGRAM).args(flags).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains(reason), "{stderr}");
    }
}

fn demo_record(program: &Program) -> RequestBuilder {
    let url = format!("{}/v1/verify/vrf_0123456789ab", program.base);
    client().get(url).bearer_auth("sk_pro_demo")
}
