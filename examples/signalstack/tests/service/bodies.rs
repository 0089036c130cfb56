//! Bodies that are too large, no JSON, or cut off, down to the bytes on the wire.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::json;
use signalstack::SignalStack;
use signalstack::config::Config;
use tokio::task::spawn_blocking;

use crate::support::{
    Answer, Expected, MEDIA_DOCS, PATIENCE, Service, ask, assert_error, assert_ok,
};

const TOO_LARGE: Expected<'static> = Expected {
    status: 413,
    code: "CONTENT_TOO_LARGE",
    message: "Request content exceeds maximum size",
    details: Some(r#"{"max_bytes":65536}"#),
    docs: Some(crate::support::CLAIM_DOCS),
    headers: &[],
};

#[tokio::test]
async fn a_body_that_is_no_json_object_is_malformed() {
    let service = Service::start().await;
    let deep = "[".repeat(1000);
    let bodies: [(&[u8], &str); 8] = [
        (b"", "The body is no JSON: see line 1, column 0."),
        (
            b"{\"claim\":\n \"Bees",
            "The body is no JSON: see line 2, column 6.",
        ),
        (
            b"{\"claim\":\"\xff\"}",
            "The body is no JSON: see line 1, column 11.",
        ),
        (
            b"{\"claim\":\"a\"} b",
            "The body is no JSON: see line 1, column 15.",
        ),
        (
            b"claim=Bees+can+fly.",
            "The body is no JSON: see line 1, column 1.",
        ),
        (
            deep.as_bytes(),
            "The body is no JSON: see line 1, column 128.",
        ),
        (b"[]", "The body is no JSON object."),
        (b"\"Bees can fly.\"", "The body is no JSON object."),
    ];
    for (body, reason) in bodies {
        let request = service.claim(&json!(null)).body(body.to_vec());
        assert_malformed(&ask(request).await, reason);
    }
}

#[tokio::test]
async fn a_body_must_say_that_it_is_json() {
    let service = Service::start().await;
    let claim = r#"{"claim":"Bees can fly."}"#;
    let request = || {
        service
            .post("/v1/verify/claim")
            .bearer_auth("sk_pro_demo")
            .body(claim)
    };
    let reason = "The Content-Type must be application/json.";
    assert_malformed(&ask(request()).await, reason);
    for other in [
        "text/plain",
        "application/jsonl",
        "multipart/form-data",
        "json",
        "",
    ] {
        let answer = ask(request().header("Content-Type", other)).await;
        assert_malformed(&answer, reason);
    }
    for json in ["application/json; charset=utf-8", "Application/JSON"] {
        assert_ok(&ask(request().header("Content-Type", json)).await);
    }
}

#[tokio::test]
async fn the_limits_are_in_bytes_and_inclusive() {
    let config = Config::default();
    assert_eq!(
        (config.max_claim_bytes, config.max_media_bytes),
        (65_536, 50_000_000)
    );

    let service = Service::start().await;
    let sent = |body: String| ask(service.claim(&json!(null)).body(body));
    assert_ok(&sent(padded(65_536)).await);
    assert_error(&sent(padded(65_537)).await, &TOO_LARGE);
}

#[tokio::test]
async fn media_may_have_50_megabytes() {
    let service = Service::start().await;
    let head = head("media", "Content-Length: 50000001\r\n");
    let answer = on_the_wire(&service, "media", move |stream| {
        stream.write_all(head.as_bytes())
    })
    .await;
    assert_error(
        &answer,
        &Expected {
            details: Some(r#"{"max_bytes":50000000}"#),
            docs: Some(MEDIA_DOCS),
            ..TOO_LARGE
        },
    );

    let content = "A".repeat(10_000_000);
    let medium = json!({"url": "https://example.com/bee.jpg", "content": content});
    assert_ok(&ask(service.media(&medium)).await);
}

#[tokio::test]
async fn a_chunked_body_is_counted() {
    let service = Service::start().await;
    let head = head("claim", "Transfer-Encoding: chunked\r\n");
    let answer = on_the_wire(&service, "claim", move |stream| {
        stream.write_all(head.as_bytes())?;
        // Nobody reads the answer before all of these 8 MB are gone.
        let chunk = [b"10000\r\n", " ".repeat(0x10000).as_bytes(), b"\r\n"].concat();
        for _ in 0..128 {
            stream.write_all(&chunk)?;
        }
        stream.write_all(b"0\r\n\r\n")
    })
    .await;
    assert_error(&answer, &TOO_LARGE);

    let exact = head_of_chunks("claim", &padded(65_536));
    let answer = on_the_wire(&service, "claim", move |stream| {
        stream.write_all(exact.as_bytes())
    })
    .await;
    assert_ok(&answer);
}

#[tokio::test]
async fn an_early_answer_reaches_a_client_that_still_sends() {
    let service = Service::start().await;
    let body = vec![b' '; 8_000_000];

    let too_large = head("claim", "Content-Length: 8000000\r\n");
    let (head, rest) = (too_large.clone(), body.clone());
    let answer = on_the_wire(&service, "claim", move |stream| {
        stream.write_all(head.as_bytes())?;
        stream.write_all(&rest)
    })
    .await;
    assert_error(&answer, &TOO_LARGE);

    let unauthorized = too_large.replace("sk_pro_demo", "sk_nobody");
    let answer = on_the_wire(&service, "claim", move |stream| {
        stream.write_all(unauthorized.as_bytes())?;
        stream.write_all(&body)
    })
    .await;
    assert_eq!(answer.status, 401);
}

#[tokio::test]
async fn a_client_that_asks_before_it_sends_is_not_told_to_go_on() {
    let service = Service::start().await;
    let head = head("claim", "Content-Length: 65537\r\nExpect: 100-continue\r\n");
    let answer = on_the_wire(&service, "claim", move |stream| {
        stream.write_all(head.as_bytes())
    })
    .await;
    assert_error(&answer, &TOO_LARGE);
}

#[tokio::test]
async fn a_body_with_broken_framing_is_malformed() {
    let service = Service::start().await;
    let head = head("claim", "Transfer-Encoding: chunked\r\n") + "zz\r\n";
    let answer = on_the_wire(&service, "claim", move |stream| {
        stream.write_all(head.as_bytes())
    })
    .await;
    assert_malformed(&answer, "The body broke off.");
}

#[track_caller]
fn assert_malformed(answer: &Answer, reason: &str) {
    assert_error(
        answer,
        &Expected {
            status: 400,
            code: "INVALID_REQUEST",
            message: "Malformed request body or missing required fields",
            details: Some(&format!(r#"{{"reason":"{reason}"}}"#)),
            ..Expected::default()
        },
    );
}

fn head(endpoint: &str, headers: &str) -> String {
    format!(
        "POST /v1/verify/{endpoint} HTTP/1.1\r\nHost: localhost\r\n\
         Authorization: Bearer sk_pro_demo\r\nContent-Type: application/json\r\n{headers}\r\n"
    )
}

/// A claim with white space behind it.
fn padded(length: usize) -> String {
    let claim = r#"{"claim":"Bees can fly."}"#;
    claim.to_owned() + &" ".repeat(length - claim.len())
}

fn head_of_chunks(endpoint: &str, body: &str) -> String {
    let head = head(endpoint, "Transfer-Encoding: chunked\r\n");
    format!("{head}{:x}\r\n{body}\r\n0\r\n\r\n", body.len())
}

/// Sends what `send` does, and only then reads the one response that comes back.
async fn on_the_wire(
    service: &Service,
    endpoint: &str,
    send: impl FnOnce(&mut TcpStream) -> std::io::Result<()> + Send + 'static,
) -> Answer {
    let address = service.address;
    let talk = move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        send(&mut stream).unwrap();
        read_response(&mut stream)
    };
    let text = spawn_blocking(talk).await.unwrap();
    Answer::parse::<SignalStack>("POST", &format!("/v1/verify/{endpoint}"), &text)
}

fn read_response(stream: &mut TcpStream) -> String {
    let mut response = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&response).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "));
            if body.len() >= length.unwrap().parse().unwrap() {
                return text;
            }
        }
        let mut buffer = [0; 4096];
        let count = stream.read(&mut buffer).unwrap();
        assert_ne!(count, 0, "the response is cut short: {text}");
        response.extend_from_slice(&buffer[..count]);
    }
}
