//! Bodies that are no JSON, too large, or not as their schema wants them.

use std::io::{Read, Write};
use std::net::TcpStream;

use example_contract::PATIENCE;
use serde_json::json;
use signet::Signet;
use tokio::task::spawn_blocking;

use crate::support::{Answer, Expected, Service, ask, assert_error};

const VALIDATION: Expected<'static> = Expected {
    status: 422,
    category: "invalid_request",
    code: "validation_failed",
    message: "Validation failed",
    reason: "Fields of the body are missing or invalid; details.fields names them.",
    details: "",
    headers: &[],
};

#[tokio::test]
async fn a_body_that_is_no_json_says_where() {
    let service = Service::start().await;
    let deep = "[".repeat(1000);
    let bodies: [(&[u8], usize, usize); 5] = [
        (b"", 1, 0),
        (b"{\"email\":\n \"a", 2, 3),
        (b"{\"email\":\"\xff\"}", 1, 11),
        (b"{} b", 1, 4),
        (deep.as_bytes(), 1, 128),
    ];
    for (body, line, column) in bodies {
        let request = service.send("/v1/users", &json!(null)).body(body.to_vec());
        assert_error(
            &ask(request).await,
            &Expected {
                status: 400,
                message: "Malformed body",
                reason: &format!("The body is no JSON: see line {line}, column {column}."),
                details: &format!(r#"{{"line":{line},"column":{column}}}"#),
                ..VALIDATION
            },
        );
    }
}

#[tokio::test]
async fn a_body_that_is_no_object_is_malformed() {
    let service = Service::start().await;
    for body in [json!(null), json!([]), json!("a"), json!(5)] {
        assert_error(
            &ask(service.send("/v1/users", &body)).await,
            &Expected {
                status: 400,
                message: "Malformed body",
                reason: "The body is no JSON object.",
                details: "{}",
                ..VALIDATION
            },
        );
    }
}

#[tokio::test]
async fn a_body_must_say_that_it_is_json() {
    let service = Service::start().await;
    let request = || {
        let request = service.post("/v1/users");
        let request = request.bearer_auth(signet::access::MANAGER_TOKEN);
        request.body(r#"{"email":"di@example.com","name":"Di"}"#)
    };
    let expected = Expected {
        status: 415,
        message: "Unsupported media type",
        reason: "The Content-Type must be application/json.",
        details: "{}",
        ..VALIDATION
    };
    assert_error(&ask(request()).await, &expected);
    for other in ["text/plain", "application/jsonl", "json", ""] {
        let answer = ask(request().header("Content-Type", other)).await;
        assert_error(&answer, &expected);
    }
    let answer = ask(request().header("Content-Type", "Application/JSON; charset=utf-8")).await;
    assert_eq!(answer.status, 201);
}

#[tokio::test]
async fn a_body_may_have_65536_bytes() {
    let service = Service::start().await;
    let body = r#"{"email":"di@example.com","name":"Di"}"#;
    let sent = |length: usize| {
        let body = body.to_owned() + &" ".repeat(length - body.len());
        ask(service.send("/v1/users", &json!(null)).body(body))
    };
    assert_eq!(sent(65_536).await.status, 201);
    assert_error(
        &sent(65_537).await,
        &Expected {
            status: 413,
            message: "Body too large",
            reason: "The body may have at most 65536 bytes.",
            details: r#"{"max_bytes":65536}"#,
            ..VALIDATION
        },
    );
}

#[tokio::test]
async fn a_body_with_broken_framing_breaks_off() {
    let service = Service::start().await;
    let address = service.address;
    let talk = move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let token = signet::access::MANAGER_TOKEN;
        let request = format!(
            "POST /v1/users HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut response = String::new();
        // The rest of the connection is of no use.
        stream.read_to_string(&mut response).unwrap();
        response
    };
    let response = spawn_blocking(talk).await.unwrap();
    assert_error(
        &Answer::parse::<Signet>("POST", "/v1/users", &response),
        &Expected {
            status: 400,
            message: "Malformed body",
            reason: "The body broke off.",
            details: "{}",
            ..VALIDATION
        },
    );
}

#[tokio::test]
async fn fields_that_break_the_schema_are_listed() {
    let service = Service::start().await;
    let credential = json!({
        "issuer": "", "serial": "crd_1", "subject": "usr_0123456789ab", "claim": "adult",
        "proof": "0".repeat(64),
    });
    let presentation = json!({"nonce": "0".repeat(32), "credentials": [credential]});
    let required = |field| field_error(field, "This field is required", "required");
    let unknown = |field| field_error(field, "There is no such field", "additionalProperties");
    let email = "The value is not an e-mail address";
    for (request, fields) in [
        (
            service.send("/v1/users", &json!({})),
            vec![required("email"), required("name")],
        ),
        (
            service.send("/v1/users", &json!({"email": "di", "name": ""})),
            vec![
                field_error("email", email, "pattern"),
                field_error("name", "The value is shorter than 1 character", "minLength"),
            ],
        ),
        (
            service.send("/v1/profile", &json!({"display_name": 5})),
            vec![field_error(
                "display_name",
                r#"The value is not of type \"string\""#,
                "type",
            )],
        ),
        (
            service.send(
                "/v1/profile",
                &json!({"display_name": "A", "a".repeat(60): "b"}),
            ),
            vec![unknown(&format!("{}…", "a".repeat(50)))],
        ),
        (
            service.send(
                "/v1/ip-flags",
                &json!({"ip": "localhost", "reason": "fraud"}),
            ),
            vec![field_error(
                "ip",
                "The value is none of those that are allowed",
                "anyOf",
            )],
        ),
        (
            service.send("/v1/ip-flags", &json!({"ip": "::1", "reason": "whim"})),
            vec![field_error(
                "reason",
                "The value is none of those that are allowed",
                "oneOf",
            )],
        ),
        (
            service.send_of_user("/v1/verifications/presentation", &presentation),
            vec![
                field_error(
                    "credentials[0].issuer",
                    "The value is shorter than 1 character",
                    "minLength",
                ),
                field_error(
                    "credentials[0].serial",
                    "The value is not crd_ and 12 hexadecimal digits in lower case",
                    "pattern",
                ),
            ],
        ),
    ] {
        assert_invalid(&ask(request).await, &fields);
    }
}

#[tokio::test]
async fn the_form_of_a_text_is_told_in_words() {
    let service = Service::start().await;
    let credential = json!({
        "issuer": "https://registry.example", "serial": "crd_0123456789AB", "subject": "usr_1",
        "claim": "adult", "proof": "0",
    });
    let presentation = json!({"nonce": "0", "credentials": [credential]});
    let request = service.send_of_user("/v1/verifications/presentation", &presentation);
    let pattern = |field, form| field_error(field, &format!("The value is not {form}"), "pattern");
    assert_invalid(
        &ask(request).await,
        &[
            pattern(
                "credentials[0].proof",
                "64 hexadecimal digits in lower case",
            ),
            pattern(
                "credentials[0].serial",
                "crd_ and 12 hexadecimal digits in lower case",
            ),
            pattern(
                "credentials[0].subject",
                "usr_ and 12 hexadecimal digits in lower case",
            ),
            pattern("nonce", "32 hexadecimal digits in lower case"),
        ],
    );
}

#[tokio::test]
async fn no_more_than_twenty_faults_are_listed_and_nothing_of_the_values() {
    let service = Service::start().await;
    let presentation = json!({"nonce": "<script>", "credentials": vec!["<script>"; 5000]});
    let request = service.send_of_user("/v1/verifications/presentation", &presentation);
    let answer = ask(request).await;
    let fields = answer.json()["errors"]["invalid_request"]["details"]["fields"].clone();
    assert_eq!(fields.as_array().unwrap().len(), 20);
    assert!(!answer.body.contains("script"), "{}", answer.body);
}

#[track_caller]
fn assert_invalid(answer: &Answer, fields: &[String]) {
    let details = format!(r#"{{"fields":[{}]}}"#, fields.join(","));
    let details = details.as_str();
    assert_error(
        answer,
        &Expected {
            details,
            ..VALIDATION
        },
    );
}

/// The JSON of one; the texts are JSON already.
fn field_error(field: &str, message: &str, code: &str) -> String {
    format!(r#"{{"field":"{field}","message":"{message}","code":"{code}"}}"#)
}
