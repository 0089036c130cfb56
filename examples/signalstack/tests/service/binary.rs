//! The program as it is started from a shell.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use reqwest::RequestBuilder;
use serde_json::json;
use tokio::time::Instant;

use crate::support::{
    Answer, Expected, GET_DOCS, PATIENCE, TestSource, assert_error, assert_ok, client, eventually,
};

#[tokio::test]
async fn the_printed_requests_work_as_printed() {
    if Command::new("curl")
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_err()
    {
        eprintln!("there is no curl on this machine");
        return;
    }
    let mut program = Program::start(&[]);
    let welcome = program.welcome.clone();
    let (mut statuses, mut id) = (Vec::new(), String::new());
    let mut lines = welcome.lines().map(str::trim_start);
    while let Some(line) = lines.next() {
        if let Some(comment) = line.strip_prefix("# ") {
            let request = lines.next().expect("a request below its comment");
            let output = Command::new("sh").args(["-c", request]).output().unwrap();
            let response = String::from_utf8(output.stdout).unwrap();
            let status = &response["HTTP/1.1 ".len()..][..3];
            assert_eq!(status, &comment[..3], "{request}\n{response}");
            statuses.push(status.to_owned());
            let (_, from_path) = request.rsplit_once(&program.base).unwrap();
            let path = from_path.split(' ').next().unwrap();
            let posts = from_path.contains("--data-binary");
            let answer = Answer::parse(if posts { "POST" } else { "GET" }, path, &response);
            if status == "500" {
                id = answer.request_id().to_owned();
            }
        }
    }
    let all = "200 200 400 401 402 403 404 200 409 413 422 429 500 503";
    assert_eq!(statuses.join(" "), all);

    let log = program.stop();
    let line = format!(
        "{id} 500 INTERNAL_ERROR: Unexpected server error: \
         EOF while parsing a string at line 1 column 73\n"
    );
    assert!(log.contains(&line), "{log}");
}

#[tokio::test]
async fn asked_to_stop_it_drains_and_ends_well() {
    let source = TestSource::held().await;
    let gdelt = format!("gdelt={}", source.address);
    let mut program = Program::start(&["serve", "--port", "0", "--source", &gdelt, "--drain", "4"]);
    let claim = json!({"claim": "Bees can fly.", "sources": ["gdelt"]});
    let under_way = client().post(format!("{}/v1/verify/claim", program.base));
    let under_way = tokio::spawn(Answer::to(
        under_way.bearer_auth("sk_pro_demo").json(&claim),
    ));
    source.asked().await;

    program.terminate();
    let answer = eventually(async || {
        let answer = Answer::to(program.demo_record()).await;
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
        let output = Command::new(env!("CARGO_BIN_EXE_signalstack"))
            .args(flags)
            .output()
            .unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(stderr.contains(reason), "{stderr}");
    }
}

/// The program in a process of its own, which ends when this is dropped.
struct Program {
    child: Child,
    /// Kept open: the program may print.
    _stdout: BufReader<ChildStdout>,
    welcome: String,
    base: String,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_signalstack"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut welcome = String::new();
        while !welcome.contains("For a 502") {
            assert_ne!(stdout.read_line(&mut welcome).unwrap(), 0, "{welcome}");
        }
        let address = welcome.lines().next().unwrap().rsplit(' ').next().unwrap();
        let base = address.to_owned();
        Program {
            child,
            _stdout: stdout,
            welcome,
            base,
        }
    }

    fn demo_record(&self) -> RequestBuilder {
        let url = format!("{}/v1/verify/vrf_0123456789ab", self.base);
        client().get(url).bearer_auth("sk_pro_demo")
    }

    fn terminate(&self) {
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &pid])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Ends the program and gives back what it wrote to standard error.
    fn stop(&mut self) -> String {
        self.child.kill().unwrap();
        let mut log = String::new();
        self.child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut log)
            .unwrap();
        log
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
