//! The description of headers that several levels set, that repeat, or that are not always sent.

use errorbook::openapi::{OpenApi, responses};
use errorbook::{
    ApiError, Context, ErrorObject, ErrorSet, HeaderSet, HeaderWriter, envelope, render,
};
use serde_json::{Value, json};

fn described<E: ErrorSet>(status: &str) -> Value {
    responses::<E>(OpenApi::V3_1)[status]["headers"].clone()
}

fn sent<E: ApiError + ErrorSet>(error: &E, name: &str) -> Vec<String> {
    let response = render(error, &Context::new().with_request_id("req_1"));
    let lines = response.headers().get_all(name).iter();
    lines
        .map(|line| line.to_str().unwrap().to_owned())
        .collect()
}

envelope! {
    /// Every text that a header can have.
    Told: "application/json" {
        header "X-Title" = title;
        header "X-Message" = message;
        header "X-Category" = "in {category}";
        header "X-Summary" = summary;
        header "X-Code" = code;
        header "X-Docs" = docs;
        header "X-Type" = type;
        header "X-Wait" = "{retry_after}s";
        header "X-Time" = timestamp;
        header "X-Request-Id" = request_id;
        "code": code,
    }
}

#[test]
fn a_header_of_the_envelope_is_described_as_required_only_if_its_text_can_always_be_sent() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = Told)]
    enum Errors {
        /// Sent.
        #[api_error(status = 400, docs = "/a", category = "a", retry(after = "1s"))]
        Plain,
        #[api_error(
            status = 401,
            challenge = "A",
            title = "two\nlines",
            message = "a\nb",
            category = "c\u{7f}"
        )]
        Broken,
        /// Ä
        #[api_error(status = 402, code = "\u{e9}", title = "\u{e9}", docs = "/%C3%A9")]
        Latin,
        #[api_error(status = 403, message = "No {0}")]
        Shown(u8, #[api_error(docs)] &'static str),
        #[api_error(status = 404, message = "N\u{f6} {0}", docs = "/b")]
        NeverShown(u8, #[api_error(docs)] Option<String>),
    }
    let text = || json!({"schema": {"type": "string"}});
    let required = || json!({"required": true, "schema": {"type": "string"}});
    assert_eq!(
        described::<Errors>("400"),
        json!({
            "x-title": required(), "x-message": required(), "x-category": required(),
            "x-summary": required(), "x-code": required(), "x-docs": required(), "x-type": required(),
            "x-wait": required(), "x-time": required(), "x-request-id": text(),
            "retry-after": {
                "description": "The seconds to wait before the next attempt.",
                "required": true,
                "schema": {"type": "integer", "minimum": 0},
            },
        })
    );
    assert_eq!(
        described::<Errors>("401"),
        json!({
            "x-code": required(), "x-docs": text(), "x-time": required(), "x-request-id": text(),
            "www-authenticate": {"required": true, "schema": {"type": "string", "const": "A"}},
        })
    );
    assert_eq!(
        described::<Errors>("402"),
        json!({
            "x-docs": required(), "x-type": required(), "x-time": required(), "x-request-id": text(),
        })
    );
    assert_eq!(
        described::<Errors>("403"),
        json!({
            "x-title": required(), "x-message": text(), "x-code": required(), "x-docs": text(),
            "x-time": required(), "x-request-id": text(),
        })
    );
    assert_eq!(
        described::<Errors>("404"),
        json!({
            "x-title": required(), "x-code": required(), "x-docs": text(), "x-type": required(),
            "x-time": required(), "x-request-id": text(),
        })
    );
    for name in ["x-title", "x-message", "x-category"] {
        assert_eq!(sent(&Errors::Broken, name), [""; 0], "{name}");
        assert_eq!(sent(&Errors::Plain, name).len(), 1, "{name}");
    }
}

#[test]
fn a_field_over_a_constant_or_an_envelopes_header_allows_what_is_sent_without_the_field() {
    envelope! {
        Bound: "application/json" {
            header "X-Ref" = request_id;
            header "X-Code" = code;
            "code": code,
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 429, code = "SLOW", envelope = Bound, header("X-Left" = "unlimited"), header("X-Most" = "9"), header("X-Set" = "1"))]
    struct Slow {
        #[api_error(header = "X-Left")]
        left: Option<u32>,
        #[api_error(header = "X-Most")]
        most: i64,
        #[api_error(header = "X-Ref")]
        reference: Option<u32>,
        #[api_error(header = "X-Code")]
        code: String,
        #[api_error(headers)]
        set: Maybe,
    }
    #[derive(Debug, Default)]
    struct Maybe(Option<&'static str>);
    impl HeaderSet for Maybe {
        const NAMES: &'static [&'static str] = &["x-set", "X-Most"];
        const CAN_WAIT: bool = false;

        fn write(&self, headers: &mut HeaderWriter) {
            if let Some(value) = self.0 {
                headers.set("x-set", value);
                headers.set("x-most", value);
            }
        }
    }

    let unsigned = json!({"type": "integer", "minimum": 0});
    assert_eq!(
        described::<Slow>("429"),
        json!({
            "x-left": {
                "required": true,
                "schema": {"anyOf": [{"type": "string", "const": "unlimited"}, unsigned]},
            },
            // The set writes it, too.
            "x-most": {
                "description": "Can be sent as several lines.",
                "required": true,
                "schema": {"type": "string"},
            },
            "x-ref": {"schema": {"anyOf": [{"type": "string"}, unsigned]}},
            "x-code": {"required": true, "schema": {"type": "string"}},
            "x-set": {
                "required": true,
                "schema": {"anyOf": [{"type": "string", "const": "1"}, {"type": "string"}]},
            },
        })
    );
    let slow = Slow {
        left: None,
        most: -1,
        reference: None,
        code: "\u{e9}".to_owned(),
        set: Maybe(None),
    };
    let lines = ["x-left", "x-most", "x-ref", "x-code", "x-set"].map(|name| sent(&slow, name));
    assert_eq!(lines.concat(), ["unlimited", "-1", "req_1", "SLOW", "1"]);
}

#[test]
fn a_header_with_several_lines_is_described_as_text_that_says_so() {
    envelope! {
        Twice: "application/json" {
            header "Link" = "<{request_id}>";
            header "Link" = "</{code}>";
            header "Via" = "1.1 a";
            header "Via" = "1.1 b";
            "code": code,
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(
        status = 401,
        code = "GONE",
        envelope = Twice,
        challenge = "Bearer",
        challenge = "Basic",
        header("Set-Cookie" = "a=; Max-Age=0"),
        header("Set-Cookie" = "b=; Max-Age=0"),
        header("Vary" = "Accept"),
        header("Vary" = "Origin"),
        header("Via" = "1.1 c")
    )]
    struct LoggedOut {
        #[api_error(header = "Vary")]
        vary: Option<&'static str>,
        #[api_error(header = "Warning")]
        first: u8,
        #[api_error(header = "Warning")]
        second: Option<u8>,
        #[api_error(header = "Allow")]
        allow: u8,
    }
    let text = json!({"type": "string"});
    for version in OpenApi::ALL {
        let described = responses::<LoggedOut>(version)["401"]["headers"].take();
        assert_eq!(
            described,
            json!({
                "www-authenticate": {
                    "description": "Sent as 2 lines: `Bearer`, `Basic`.",
                    "required": true,
                    "schema": text,
                },
                "set-cookie": {
                    "description": "Sent as 2 lines: `a=; Max-Age=0`, `b=; Max-Age=0`.",
                    "required": true,
                    "schema": text,
                },
                "vary": {
                    "description": "Can be sent as several lines.",
                    "required": true,
                    "schema": text,
                },
                "link": {
                    "description": "Can be sent as several lines.",
                    "required": true,
                    "schema": text,
                },
                "via": {
                    "required": true,
                    "schema": match version {
                        OpenApi::V3_0 => json!({"type": "string", "enum": ["1.1 c"]}),
                        _ => json!({"type": "string", "const": "1.1 c"}),
                    },
                },
                "warning": {
                    "description": "Can be sent as several lines.",
                    "required": true,
                    "schema": text,
                },
                "allow": {"required": true, "schema": {"type": "integer", "minimum": 0}},
            })
        );
    }
    let error = |vary, second| LoggedOut {
        vary,
        first: 1,
        second,
        allow: 2,
    };
    assert_eq!(sent(&error(None, None), "vary"), ["Accept", "Origin"]);
    assert_eq!(sent(&error(Some("*"), None), "vary"), ["*"]);
    assert_eq!(sent(&error(None, Some(2)), "warning"), ["1", "2"]);
    assert_eq!(sent(&error(None, None), "link"), ["<req_1>", "</GONE>"]);
    assert_eq!(sent(&error(None, None), "via"), ["1.1 c"]);
}

#[test]
fn what_some_errors_of_a_status_lack_is_not_required() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject, header("X-Type" = "1"))]
    enum Conflict {
        #[api_error(
            status = 409,
            header("X-Own" = "a"),
            header("X-Type" = "2"),
            header("Vary" = "a"),
            header("Vary" = "b"),
            header("Link" = "a"),
            header("Link" = "b")
        )]
        First,
        #[api_error(
            status = 409,
            header("X-Own" = "b"),
            header("X-More" = "c"),
            header("Vary" = "c"),
            header("Link" = "a"),
            header("Link" = "b")
        )]
        Second,
    }
    let constant = |text: &str| json!({"type": "string", "const": text});
    assert_eq!(
        described::<Conflict>("409"),
        json!({
            "x-own": {"required": true, "schema": {"anyOf": [constant("a"), constant("b")]}},
            "x-type": {"required": true, "schema": {"anyOf": [constant("2"), constant("1")]}},
            "x-more": {"schema": constant("c")},
            "vary": {
                "description": "Can be sent as several lines.",
                "required": true,
                "schema": {"anyOf": [{"type": "string"}, constant("c")]},
            },
            "link": {
                "description": "Sent as 2 lines: `a`, `b`.",
                "required": true,
                "schema": {"type": "string"},
            },
        })
    );
}
