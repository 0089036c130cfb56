//! The example `minimal`, which is the README's quick start, gives the answers in the README's table.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::README;

/// The running example.
struct Service {
    process: Child,
    address: String,
}

impl Service {
    /// Runs the README's command.
    fn start() -> Service {
        let arguments = "run --quiet --package errorbook --example minimal --features axum,tower";
        let mut process = Command::new(env!("CARGO"))
            .args(arguments.split(' '))
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
            .stdout(Stdio::piped())
            .spawn()
            .expect("cargo runs");
        let mut line = String::new();
        let output = process.stdout.take().expect("it is piped");
        BufReader::new(output)
            .read_line(&mut line)
            .expect("the example prints its address");
        let address = line.trim().strip_prefix("http://").expect("it is a link");
        Service {
            address: address.to_owned(),
            process,
        }
    }

    /// The answer to a request, and that to the same request with an id.
    fn ask(&self, line: &str, content_type: &str, body: &str) -> [Answer; 2] {
        ["", "x-request-id: req_7\r\n"].map(|id| {
            let head = format!(
                "{line} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n{id}\
                 content-type: {content_type}\r\ncontent-length: {}\r\n\r\n",
                body.len(),
            );
            self.send(&head, body)
        })
    }

    /// Sends a request, and of its body no more than the service reads: the rest would reset the connection.
    fn send(&self, head: &str, body: &str) -> Answer {
        const LIMIT: usize = 2 << 20;
        let mut stream = TcpStream::connect(&self.address).expect("the service listens");
        stream.write_all(head.as_bytes()).expect("it reads a head");
        let (within, beyond) = body.split_at(body.len().min(LIMIT));
        stream
            .write_all(within.as_bytes())
            .expect("it reads a body");
        let pause = Duration::from_millis(20);
        stream.set_read_timeout(Some(pause)).expect("it is not 0");
        for chunk in beyond.as_bytes().chunks(1 << 14) {
            if stream.peek(&mut [0]).is_ok() {
                break;
            }
            stream.write_all(chunk).expect("it reads until it answers");
        }
        stream.set_read_timeout(None).expect("none is a timeout");
        let mut text = String::new();
        stream
            .read_to_string(&mut text)
            .expect("the answer is text");
        let (head, body) = text.split_once("\r\n\r\n").expect("a head has an end");
        Answer {
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

struct Answer {
    head: String,
    body: String,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.split(' ').nth(1).expect("there is a status")
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(other, _)| *other == name)
            .map(|(_, value)| value)
    }

    /// The error in the body without the id, which must be that of the header.
    fn error(&self) -> String {
        let id = self.header("x-request-id").expect("each answer has an id");
        let member = format!(",\"request_id\":\"{id}\"");
        let body = &self.body;
        let mut without = body.replacen(&member, "", 1);
        assert_ne!(without, *body, "{id}: {body}");
        let value: Value = serde_json::from_str(&without).expect("a body is JSON");
        assert_eq!(value.as_object().map(serde_json::Map::len), Some(1));
        without.pop();
        without.split_off("{\"error\":".len())
    }
}

#[test]
fn ten_bad_requests_have_the_answers_of_the_readme() {
    let service = Service::start();
    let json = "application/json";
    let three_megabytes = format!("\"{}\"", "a".repeat(3_000_000));
    let cases = [
        ("`GET /claim` (unknown path)", "GET /claim", json, ""),
        (
            "`DELETE /claims` (wrong method)",
            "DELETE /claims",
            json,
            "",
        ),
        (
            "`POST /claims` with `{\"text\":`",
            "POST /claims",
            json,
            "{\"text\":",
        ),
        (
            "`POST /claims` with `{\"text\": \"Roses\", \"sources\": [\"a\", 7]}`",
            "POST /claims",
            json,
            "{\"text\": \"Roses\", \"sources\": [\"a\", 7]}",
        ),
        (
            "`POST /claims` with `content-type: text/plain`",
            "POST /claims",
            "text/plain",
            "{}",
        ),
        (
            "`POST /claims` with 3 MB",
            "POST /claims",
            json,
            &three_megabytes,
        ),
        ("`GET /claims/seven`", "GET /claims/seven", json, ""),
        (
            "`GET /claims?limit=many`",
            "GET /claims?limit=many",
            json,
            "",
        ),
        ("`GET /panic`", "GET /panic", json, ""),
        ("`GET /slow`", "GET /slow", json, ""),
    ];
    let mut table = String::new();
    for (request, line, content_type, body) in cases {
        let [answer, with_id] = service.ask(line, content_type, body);
        assert_eq!(with_id.header("x-request-id"), Some("req_7"));
        assert_eq!(with_id.error(), answer.error());
        assert_eq!(answer.header("content-type"), Some(json));
        let allow = answer.header("allow").map(str::to_uppercase);
        assert_eq!(
            allow.as_deref(),
            (answer.status() == "405").then_some("GET,HEAD,POST")
        );
        let (status, error) = (answer.status(), answer.error());
        let _ = writeln!(table, "| {request} | {status} | `{error}` |");
    }
    assert!(
        README.contains(&table),
        "the README has this table:\n{table}"
    );
}
