//! Bodies that are too large, no JSON, or something else.

use signstack::SignStack;
use signstack::config::Config;

use crate::support::{Answer, Service, WORKFLOWS, ask, assert_answer, assert_success, error};

const LEASE: &str = r#"{"blueprintKey":"lease"}"#;

#[tokio::test]
async fn a_body_that_is_no_json_object_is_invalid_and_its_fault_is_not_told() {
    let service = Service::start().await;
    let deep = "[".repeat(1000);
    let bodies: [&[u8]; 9] = [
        b"",
        b"{\"blueprintKey\":\n \"lease",
        b"{\"blueprintKey\":\"\xff\"}",
        b"{\"blueprintKey\":\"lease\"} b",
        b"blueprintKey=lease",
        b"[]",
        b"\"lease\"",
        b"null",
        deep.as_bytes(),
    ];
    for path in [WORKFLOWS, "/v1/auth/token"] {
        for body in bodies {
            let request = service.post(path).bearer_auth("at_demo");
            let request = request.header("Content-Type", "application/json");
            assert_answer(&ask(request.body(body.to_vec())).await, unreadable());
        }
    }
}

#[tokio::test]
async fn a_body_must_say_that_it_is_json() {
    let service = Service::start().await;
    let request = || service.post(WORKFLOWS).bearer_auth("at_demo").body(LEASE);
    assert_answer(&ask(request()).await, unreadable());
    for other in [
        "text/plain",
        "application/jsonl",
        "multipart/form-data",
        "json",
        "",
    ] {
        let answer = ask(request().header("Content-Type", other)).await;
        assert_answer(&answer, unreadable());
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
    assert_answer(&padded(max_body_bytes + 1).await, unreadable());
    assert_answer(&padded(8_000_000).await, unreadable());
}

fn unreadable() -> Answer {
    error(400, "validation_error", "The request body is invalid")
}
