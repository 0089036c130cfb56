//! Bodies that are too large, no JSON, or something else.

use signstack::SignStack;
use signstack::config::Config;

use crate::support::{
    Answer, Service, WORKFLOWS, ask, assert_answer, assert_success, validation_error,
};

const LEASE: &str = r#"{"blueprintKey":"lease"}"#;

#[tokio::test]
async fn a_body_that_is_no_json_object_is_told_so() {
    let service = Service::start().await;
    let deep = "[".repeat(1000);
    let (no_json, no_object) = ("Must be valid JSON", "Must be a JSON object");
    let bodies: [(&[u8], &str); 10] = [
        (b"", no_json),
        (b"{\"blueprintKey\":\n \"lease", no_json),
        (b"{\"blueprintKey\":\"\xff\"}", no_json),
        (b"{\"blueprintKey\":\"lease\"} b", no_json),
        (b"blueprintKey=lease", no_json),
        (b"[]", no_object),
        (b"\"lease\"", no_object),
        (b"null", no_object),
        (b"5", no_object),
        (deep.as_bytes(), no_object),
    ];
    for path in [WORKFLOWS, "/v1/auth/token"] {
        for (body, issue) in bodies {
            let request = service.post(path).bearer_auth("at_demo");
            let request = request.header("Content-Type", "application/json");
            let answer = ask(request.body(body.to_vec())).await;
            assert_answer(&answer, validation_error(400, &[("body", issue)]));
        }
    }
}

#[tokio::test]
async fn a_body_must_say_that_it_is_json() {
    let service = Service::start().await;
    let request = || service.post(WORKFLOWS).bearer_auth("at_demo").body(LEASE);
    let expected = || validation_error(400, &[("Content-Type", "Must be application/json")]);
    assert_answer(&ask(request()).await, expected());
    for other in [
        "text/plain",
        "application/jsonl",
        "application/problem+json",
        "multipart/form-data",
        "json",
        "",
    ] {
        let answer = ask(request().header("Content-Type", other)).await;
        assert_answer(&answer, expected());
    }
    for json in ["application/json; charset=utf-8", "Application/JSON"] {
        assert_success(&ask(request().header("Content-Type", json)).await, 201);
    }
}

#[tokio::test]
async fn the_limit_is_in_bytes_and_inclusive() {
    let max_body_bytes = Config::default().max_body_bytes;
    assert_eq!(max_body_bytes, 65_536);
    let service = Service::start().await;
    let padded = |length: usize| {
        let body = LEASE.to_owned() + &" ".repeat(length - LEASE.len());
        let request = service.post(WORKFLOWS).bearer_auth("at_demo");
        // How many bytes there may be is not for the document to say.
        Answer::to::<SignStack>(
            request
                .header("Content-Type", "application/json")
                .body(body),
        )
    };
    assert_success(&padded(max_body_bytes).await, 201);
    for length in [max_body_bytes + 1, 8_000_000] {
        assert_answer(
            &padded(length).await,
            validation_error(400, &[("body", "Must not be so large")]),
        );
    }
}
