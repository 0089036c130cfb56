//! Whatever an occurrence holds, the client gets a complete and valid response, and nothing of the
//! cause.

use std::collections::HashMap;
use std::error::Error;
use std::fmt;

use errorbook::{
    ApiError, Context, Envelope, ErrorObject, HeaderSet, HeaderWriter, Problem, envelope, render,
    render_as,
};
use errorbook_tests::{body, body_as, respond};
use serde::Serialize;
use serde::ser::{Error as _, SerializeMap, Serializer};

envelope! {
    /// Everything that depends on the occurrence, in strings, as keys and optional.
    pub Everything: "application/json" [
        {
            "first"?: details,
            "text": "{message}/{request_id}/{instance}/{docs}",
            "message": message,
            "message_again"?: message,
            "list": [request_id?, message, [instance?]],
            ..details
        }
    ]
}

/// Serializes so far, and then fails.
#[derive(Debug, Default)]
struct Failing;

impl Serialize for Failing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("written", &[1, 2, 3])?;
        Err(S::Error::custom("secret cause"))
    }
}

/// Writes one name three times, one of them that of a fixed member.
#[derive(Debug, Default)]
struct Repeating;

impl Serialize for Repeating {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in [("status", 200), ("a\"b", 1), ("a\"b", 2), ("code", 3)] {
            map.serialize_entry(name, &value)?;
        }
        map.end()
    }
}

#[derive(Debug, ApiError)]
enum Hostile {
    #[api_error(status = 400, message = "<{text}>")]
    Text { text: String },
    #[api_error(status = 422)]
    Failing {
        #[api_error(detail)]
        fine: u8,
        #[api_error(detail)]
        failing: Failing,
    },
    #[api_error(status = 409)]
    WholeFailing(#[api_error(details)] Failing),
    #[api_error(status = 410)]
    Repeating(#[api_error(details)] Repeating),
    #[api_error(status = 403)]
    Keys(#[api_error(details)] HashMap<(u8, u8), u8>),
    #[api_error(status = 404)]
    Header {
        #[api_error(header = "X-Value")]
        value: String,
    },
    #[api_error(status = 500)]
    Caused(#[source] Box<dyn Error + Send + Sync>),
    #[api_error(status = 413)]
    Scalar(#[api_error(details)] f64),
    #[api_error(status = 414)]
    List(#[api_error(details)] Vec<u8>),
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error} in {text}"))
}

/// What no message can break: quotes, backslashes, every control character, the odd plane.
fn awkward_texts() -> Vec<String> {
    let controls: String = (0..0x20)
        .chain(0x7f..0xa0)
        .filter_map(char::from_u32)
        .collect();
    vec![
        String::new(),
        "\"".to_owned(),
        "\\\"},{\"code\":\"OWNED\"".to_owned(),
        "{0} {{}} %s ${x}".to_owned(),
        "\u{2028}\u{2029}\u{feff}\u{1f600}é".to_owned(),
        controls,
        "a\0b".to_owned(),
    ]
}

#[test]
fn a_message_of_any_characters_arrives_as_it_was() {
    for text in awkward_texts() {
        let error = Hostile::Text { text: text.clone() };
        let message = format!("<{text}>");
        assert_eq!(error.message(), message);
        let context = Context::new().with_request_id(text.clone());
        assert_eq!(
            json(&body_as::<Problem>(&error, &context)),
            serde_json::json!({"title": "Bad Request", "status": 400, "detail": message, "code": "TEXT"})
        );
        assert_eq!(
            json(&body_as::<ErrorObject>(&error, &context)),
            serde_json::json!({"error": {"code": "TEXT", "message": message, "request_id": text}})
        );
        assert_eq!(
            json(&body_as::<Everything>(&error, &context)),
            serde_json::json!([{
                "text": format!("{message}/{text}//"),
                "message": message,
                "message_again": message,
                "list": [text, message, []],
            }])
        );
    }
}

#[test]
fn a_message_of_ten_megabytes_arrives_whole() {
    let text = "claim \"ü\" ".repeat(1 << 20);
    let error = Hostile::Text { text: text.clone() };
    let response = render(&error, &Context::new());
    assert!(response.body().len() > 10 << 20);
    let parsed = json(std::str::from_utf8(response.body()).unwrap());
    assert_eq!(parsed["detail"], format!("<{text}>"));
    // The next one is not affected.
    let next = Hostile::Text { text: "x".into() };
    assert_eq!(
        body(&next),
        r#"{"title":"Bad Request","status":400,"detail":"<x>","code":"TEXT"}"#
    );
}

#[test]
fn details_that_do_not_serialize_are_omitted_and_the_rest_is_complete() {
    let failing = || Hostile::Failing {
        fine: 1,
        failing: Failing,
    };
    let whole = Hostile::WholeFailing(Failing);
    let keys = Hostile::Keys(HashMap::from([((1, 2), 3)]));
    let head = "cache-control: no-store\ncontent-type: application/problem+json\n";
    let fine = (r#","fine":1"#, r#","details":{"fine":1}"#);
    for (error, status, title, code, (spread, details)) in [
        (failing(), 422, "Unprocessable Entity", "FAILING", fine),
        (whole, 409, "Conflict", "WHOLE_FAILING", ("", "")),
        (keys, 403, "Forbidden", "KEYS", ("", "")),
    ] {
        assert_eq!(
            respond(&error),
            format!(
                "{status}\n{head}\n{{\"title\":\"{title}\",\"status\":{status},\"detail\":\"{title}\",\"code\":\"{code}\"{spread}}}"
            )
        );
        assert_eq!(
            body_as::<ErrorObject>(&error, &Context::new()),
            format!("{{\"error\":{{\"code\":\"{code}\",\"message\":\"{title}\"{details}}}}}")
        );
    }
    assert_eq!(
        json(&body_as::<Everything>(&failing(), &Context::new())),
        serde_json::json!([{
            "first": {"fine": 1},
            "text": "Unprocessable Entity///",
            "message": "Unprocessable Entity",
            "message_again": "Unprocessable Entity",
            "list": ["Unprocessable Entity", []],
            "fine": 1,
        }])
    );
}

#[test]
fn no_name_is_written_twice_where_details_are_spread() {
    assert_eq!(
        body(&Hostile::Repeating(Repeating)),
        r#"{"title":"Gone","status":410,"detail":"Gone","code":"REPEATING","a\"b":1}"#
    );
}

#[test]
fn spread_details_that_are_no_object_are_the_member_errors() {
    assert_eq!(
        body(&Hostile::List(vec![1, 2])),
        r#"{"title":"URI Too Long","status":414,"detail":"URI Too Long","code":"LIST","errors":[1,2]}"#
    );
    assert_eq!(
        body(&Hostile::Scalar(0.5)),
        r#"{"title":"Payload Too Large","status":413,"detail":"Payload Too Large","code":"SCALAR","errors":0.5}"#
    );
    // JSON has no such number, and `null` counts as none.
    assert_eq!(
        body(&Hostile::Scalar(f64::NAN)),
        r#"{"title":"Payload Too Large","status":413,"detail":"Payload Too Large","code":"SCALAR"}"#
    );
}

#[test]
fn a_header_value_that_http_forbids_is_left_out_and_splits_nothing() {
    for value in [
        "a\r\nset-cookie: owned=1",
        "a\nb",
        "a\0b",
        "\x7f",
        "\u{1}",
        // Clients read it as Latin-1.
        "fine\t\u{e9}",
    ] {
        let error = Hostile::Header {
            value: value.to_owned(),
        };
        assert_eq!(
            respond(&error),
            "404\ncache-control: no-store\ncontent-type: application/problem+json\n\n\
             {\"title\":\"Not Found\",\"status\":404,\"detail\":\"Not Found\",\"code\":\"HEADER\"}"
        );
    }
    let error = Hostile::Header {
        value: "fine\t~".to_owned(),
    };
    let response = render(&error, &Context::new());
    assert_eq!(response.headers()["x-value"], "fine\t~");
}

#[test]
fn a_header_that_cannot_be_declared_is_not_written_either() {
    /// Writes what is not among its names, which nothing can know before.
    #[derive(Debug, Default)]
    struct Undeclared;
    impl HeaderSet for Undeclared {
        const NAMES: &'static [&'static str] = &["x-sum"];

        fn write(&self, headers: &mut HeaderWriter) {
            for name in refused() {
                headers.set(name, "1");
            }
            headers.set("retry-after", 9);
            headers.set("x-sum", 5);
            headers.set("x-more", 7);
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 404)]
    struct Smuggled(#[api_error(headers)] Undeclared);

    /// Those that the compiler refuses.
    fn refused() -> impl Iterator<Item = &'static str> {
        include_str!("ui/header/managed-by-the-server.stderr")
            .lines()
            .filter_map(|line| line.strip_prefix("error: the header `"))
            .filter_map(|line| Some(line.split_once("` cannot be declared")?.0))
    }

    assert_eq!(refused().count(), 9);
    assert_eq!(
        respond(&Smuggled(Undeclared)),
        "404\ncache-control: no-store\ncontent-type: application/problem+json\nx-more: 7\nx-sum: 5\n\n\
         {\"title\":\"Not Found\",\"status\":404,\"detail\":\"Not Found\",\"code\":\"SMUGGLED\"}"
    );
}

#[test]
fn a_request_id_that_is_no_header_value_is_still_in_the_body() {
    envelope! {
        /// The id in both places.
        pub Traced: "application/json" {
            header "X-Request-Id" = request_id;
            "id"?: request_id,
        }
    }
    let error = Hostile::Text { text: "x".into() };
    let response = render_as::<Traced>(&error, &Context::new().with_request_id("a\nb"));
    assert_eq!(response.body(), r#"{"id":"a\nb"}"#);
    assert!(!response.headers().contains_key("x-request-id"));
    let response = render_as::<Traced>(&error, &Context::new().with_request_id("req_1"));
    assert_eq!(response.headers()["x-request-id"], "req_1");
    let response = render_as::<Traced>(&error, &Context::new());
    assert_eq!(response.body(), "{}");
    assert!(!response.headers().contains_key("x-request-id"));
}

#[test]
fn nothing_of_a_source_is_in_any_part_of_the_response() {
    fn assert_hidden<V: Envelope>(error: &Hostile) {
        let response = render_as::<V>(error, &Context::new().with_request_id("req_1"));
        let text = errorbook_tests::whole(&response);
        assert!(!text.contains("secret"), "{text}");
        assert_eq!(response.status(), 500);
    }
    let source = std::io::Error::other("secret: password of db-7");
    let error = Hostile::Caused(source.into());
    assert_hidden::<Problem>(&error);
    assert_hidden::<ErrorObject>(&error);
    assert_hidden::<Everything>(&error);
    // It is not lost.
    assert_eq!(
        error.source().map(ToString::to_string).as_deref(),
        Some("secret: password of db-7")
    );
}

#[test]
fn a_display_that_fails_ends_its_text_and_nothing_more() {
    #[derive(Debug, Default)]
    struct Broken;

    impl fmt::Display for Broken {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("so far")?;
            Err(fmt::Error)
        }
    }

    #[derive(Debug, ApiError)]
    #[api_error(status = 400, code = "BROKEN", message = "[{shown}] [{shown:>2}]")]
    struct Breaks {
        shown: Broken,
        #[api_error(header = "X-Broken")]
        header: Broken,
    }

    let error = Breaks {
        shown: Broken,
        header: Broken,
    };
    let response = render(&error, &Context::new());
    assert_eq!(
        response.body(),
        r#"{"title":"Bad Request","status":400,"detail":"[so far] [so far]","code":"BROKEN"}"#
    );
    assert!(!response.headers().contains_key("x-broken"));
}

#[test]
fn a_details_value_may_render_another_error_while_it_serializes() {
    #[derive(Debug, Default)]
    struct Reentrant;

    impl Serialize for Reentrant {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.serialize_str(&body(&Hostile::Text { text: "in".into() }))
        }
    }

    #[derive(Debug, ApiError)]
    #[api_error(status = 409, code = "OUTER")]
    struct Outer(#[api_error(detail = "inner")] Reentrant);

    assert_eq!(
        json(&body(&Outer(Reentrant)))["inner"],
        r#"{"title":"Bad Request","status":400,"detail":"<in>","code":"TEXT"}"#
    );
}
