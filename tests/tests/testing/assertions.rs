//! `assert_error!`, with the whole messages of its failures.

use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use bytes::Bytes;
use errorbook::testing::{WholeResponse, assert_error, capture};
use errorbook::{ApiError, Context, ErrorObject, Problem, RateLimit, envelope, render};
use http::Response;
use serde_json::json;

use crate::failures::{failure, message};

#[derive(Debug, ApiError)]
#[api_error(envelope = ErrorObject)]
enum ClaimError {
    #[api_error(status = 404, message = "Claim {id} not found")]
    NotFound { id: u64 },
    #[api_error(status = 429, message = "Slow down")]
    TooMany(#[api_error(headers)] RateLimit),
    #[api_error(status = 503, code = "STORE_DOWN", display = "the store is down")]
    Store(#[from] std::io::Error),
}

#[derive(Debug, ApiError)]
#[api_error(status = 410, code = "GONE", envelope = Problem)]
struct Gone;

envelope! { Coded: "application/json" { header "X-Code" = code; "message": message } }

#[derive(Debug, ApiError)]
#[api_error(status = 400, envelope = Coded)]
struct NoText;

fn not_found() -> Response<Bytes> {
    render(&ClaimError::NotFound { id: 7 }, &Context::new())
}

/// A response with these headers and this body.
fn response(status: u16, headers: &[(&'static str, &'static str)], body: &str) -> Response<String> {
    let mut response = Response::new(body.to_owned());
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    for (name, value) in headers {
        response.headers_mut().append(*name, value.parse().unwrap());
    }
    response
}

const USUAL: [(&str, &str); 2] = [
    ("cache-control", "no-store"),
    ("content-type", "application/json"),
];

#[test]
fn a_response_that_is_as_expected_passes_in_every_form() {
    let body = json!({"error": {"message": "Claim 7 not found", "code": "NOT_FOUND"}});
    let text = r#"{"error":{"code":"NOT_FOUND","message":"Claim 7 not found"}}"#;
    assert_error!(not_found(), "NOT_FOUND", 404, body);
    assert_error!(not_found(), "NOT_FOUND", StatusCode::NOT_FOUND, &body);
    assert_error!(&not_found(), String::from("NOT_FOUND"), 404, text);
    let error = ClaimError::NotFound { id: 7 };
    assert_error!(&&not_found(), error.spec().code(), 404, text.to_owned());
    assert_error!(not_found().map(Vec::from), _, 404, body,);
    assert_error!(not_found(), _, 404, body, headers = [] as [(&str, &str); 0]);

    let (head, bytes) = not_found().into_parts();
    assert_error!(
        (head.status, head.headers.clone(), &bytes),
        "NOT_FOUND",
        404,
        body
    );
    assert_error!(
        (404, &head.headers, text),
        "NOT_FOUND",
        404,
        body,
        headers = &head.headers
    );
    assert_error!((404, USUAL, text), "NOT_FOUND", 404, body, headers = USUAL);
    let owned = USUAL.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert_error!(
        (404, owned.to_vec(), text),
        "NOT_FOUND",
        404,
        body,
        headers = owned
    );
}

#[test]
fn the_type_of_another_client_is_a_response_too() {
    struct Answer(u16, &'static str);

    impl WholeResponse for Answer {
        fn status(&self) -> StatusCode {
            StatusCode::from_u16(self.0).unwrap()
        }

        fn headers(&self) -> HeaderMap {
            response(200, &USUAL, "").headers().clone()
        }

        fn body(&self) -> &[u8] {
            self.1.as_bytes()
        }
    }

    let answer = Answer(400, r#"{"code":7}"#);
    assert_error!(answer, 7, 400, json!({"code": 7}));
    assert_error!(answer, 7_u64, 400, r#"{"code":7}"#);
}

#[test]
fn a_failure_shows_the_whole_response_line_by_line_at_the_place_of_the_assertion() {
    let (message, place) = failure(|| {
        let body = json!({"error": {"code": "CLAIM_GONE", "message": "Claim 7 not found"}});
        assert_error!(not_found(), "CLAIM_GONE", 410, body);
    });
    assert_eq!(place, (file!().to_owned(), line!() - 2));
    assert_eq!(
        message,
        "\
the error response is not as expected (- expected, + actual)

- 410 Gone
+ 404 Not Found
  cache-control: no-store
  content-type: application/json

  {
    \"error\": {
-     \"code\": \"CLAIM_GONE\",
+     \"code\": \"NOT_FOUND\",
      \"message\": \"Claim 7 not found\"
    }
  }

the code CLAIM_GONE does not appear in the response
"
    );
}

#[test]
fn inside_a_capture_a_failure_shows_what_was_reported() {
    let message = message(|| {
        let _ = capture(|| {
            let cause = std::io::Error::other("password expired");
            let (head, _) = ClaimError::from(cause).into_response().into_parts();
            assert_error!((head.status, head.headers, "{}"), _, 404, json!({}));
        });
    });
    assert_eq!(
        message,
        "\
the error response is not as expected (- expected, + actual)

- 404 Not Found
+ 503 Service Unavailable
  cache-control: no-store
  content-type: application/json

  {}

reported:
  STORE_DOWN 503: the store is down: password expired
"
    );
}

#[test]
fn a_json_body_needs_a_content_type_of_json() {
    let body = json!({"code": "GONE"});
    for media_type in [
        "application/json",
        "application/problem+json",
        "application/json; charset=utf-8",
        "Application/JSON",
        "text/json",
    ] {
        let headers = [("cache-control", "no-store"), ("content-type", media_type)];
        assert_error!((410, headers, r#"{"code":"GONE"}"#), "GONE", 410, body);
    }
    let html = [("cache-control", "no-store"), ("content-type", "text/html")];
    let message = message(|| {
        assert_error!(
            (410, html, r#"{"code":"GONE"}"#),
            "GONE",
            410,
            r#"{"code":"GONE"}"#
        );
    });
    assert_eq!(
        message,
        "\
the error response is not as expected (- expected, + actual)

  410 Gone
  cache-control: no-store
- content-type: application/json
+ content-type: text/html

  {
    \"code\": \"GONE\"
  }
"
    );
    // A text is of no type in particular, and a type that the test lists is the expected one.
    assert_error!((410, html, "GONE"), "GONE", 410, "GONE");
    assert_error!((410, html, "[]"), _, 410, "[]", headers = html);
}

#[test]
fn an_error_response_is_not_stored_unless_the_test_says_so() {
    let json = ("content-type", "application/json");
    for directives in ["no-store", "No-Store", "private, no-store, max-age=0"] {
        assert_error!(
            (410, [json, ("cache-control", directives)], "{}"),
            _,
            410,
            "{}"
        );
    }
    assert_eq!(
        message(|| assert_error!((410, [json], "{}"), _, 410, "{}")),
        "\
the error response is not as expected (- expected, + actual)

  410 Gone
- cache-control: no-store
  content-type: application/json

  {}
"
    );
    let minute = [json, ("cache-control", "max-age=60")];
    let _ = message(|| assert_error!((410, minute, "{}"), _, 410, "{}"));
    assert_error!(
        (410, minute, "{}"),
        _,
        410,
        "{}",
        headers = [("cache-control", "max-age=60")]
    );
}

#[test]
fn listed_headers_are_all_headers() {
    let error = ClaimError::TooMany(RateLimit::new().limit(9).remaining(0));
    let mut response = render(&error, &Context::new());
    let body = json!({"error": {"code": "TOO_MANY", "message": "Slow down"}});
    let expected = [("X-RateLimit-Limit", "9"), ("x-ratelimit-remaining", "0")];
    assert_error!(response, "TOO_MANY", 429, body, headers = expected);
    assert_error!(response, "TOO_MANY", 429, body);

    // Each server adds these.
    for (name, value) in [
        ("date", "Sun, 06 Nov 1994 08:49:37 GMT"),
        ("content-length", "51"),
        ("connection", "close"),
        ("transfer-encoding", "chunked"),
    ] {
        response.headers_mut().insert(name, value.parse().unwrap());
    }
    assert_error!(response, "TOO_MANY", 429, body, headers = expected);

    for link in ["</a>; rel=\"a\"", "</b>; rel=\"b\""] {
        response.headers_mut().append("link", link.parse().unwrap());
    }
    let message = message(|| {
        let expected = [
            ("x-ratelimit-limit", "10"),
            ("retry-after", "30"),
            ("content-length", "51"),
        ];
        assert_error!(response, "TOO_MANY", 429, body, headers = expected);
    });
    assert_eq!(
        message,
        "\
the error response is not as expected (- expected, + actual)

  429 Too Many Requests
  cache-control: no-store
  content-length: 51
  content-type: application/json
- retry-after: 30
- x-ratelimit-limit: 10
+ link: </a>; rel=\"a\"
+ link: </b>; rel=\"b\"
+ x-ratelimit-limit: 9
+ x-ratelimit-remaining: 0

  {
    \"error\": {
      \"code\": \"TOO_MANY\",
      \"message\": \"Slow down\"
    }
  }
"
    );
}

#[test]
fn a_header_with_several_lines_is_compared_line_by_line() {
    let mut headers: HeaderMap = USUAL
        .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
        .into_iter()
        .collect();
    headers.append("vary", "origin".parse().unwrap());
    headers.append("vary", "accept".parse().unwrap());
    let expected = [("vary", "origin"), ("vary", "accept")];
    assert_error!((410, &headers, "{}"), _, 410, "{}", headers = expected);
    assert_error!(
        (410, headers.clone(), "{}"),
        _,
        410,
        "{}",
        headers = headers.clone()
    );
    let message = message(|| {
        assert_error!(
            (410, &headers, "{}"),
            _,
            410,
            "{}",
            headers = [("vary", "origin, accept")]
        );
    });
    assert!(
        message.contains("- vary: origin, accept\n+ vary: origin\n+ vary: accept\n"),
        "{message}"
    );
}

#[test]
fn the_code_is_found_wherever_an_envelope_can_have_it() {
    let with = |body: &str| (400, USUAL, body.to_owned());
    assert_error!(
        with(r#"{"errors":[{"code":"NO_TEXT"}]}"#),
        "NO_TEXT",
        400,
        json!({"errors": [{"code": "NO_TEXT"}]})
    );
    assert_error!(
        with(r#"{"NO_TEXT":{}}"#),
        "NO_TEXT",
        400,
        json!({"NO_TEXT": {}})
    );
    assert_error!(
        with(r#"{"code":-20404}"#),
        -20404,
        400,
        json!({"code": -20404})
    );
    assert_error!(
        with(r#"["E: NO_TEXT (400)"]"#),
        "NO_TEXT",
        400,
        json!(["E: NO_TEXT (400)"])
    );
    assert_error!(
        with(r#"{"type":"https://a.example/e#NO_TEXT"}"#),
        "NO_TEXT",
        400,
        json!({"type": "https://a.example/e#NO_TEXT"})
    );
    assert_error!(
        with("NO_TEXT: the claim is not a text"),
        "NO_TEXT",
        400,
        "NO_TEXT: the claim is not a text"
    );

    let response = render(&NoText, &Context::new());
    assert_error!(response, "NO_TEXT", 400, json!({"message": "Bad Request"}));
}

#[test]
fn a_part_of_a_word_is_not_the_code() {
    for body in [
        r#"{"code":"NO_TEXT_AT_ALL"}"#,
        r#"{"code":"ANNO_TEXT"}"#,
        r#"{"NO_TEXTS":1}"#,
        "NO_TEXT_",
    ] {
        let message = message(|| assert_error!((400, USUAL, body), "NO_TEXT", 400, body));
        assert!(
            message.ends_with("\nthe code NO_TEXT does not appear in the response\n"),
            "{message}"
        );
    }
    let number = r#"{"code":20404}"#;
    let message = message(|| assert_error!((400, USUAL, number), 404, 400, number));
    assert!(
        message.ends_with("\nthe code 404 does not appear in the response\n"),
        "{message}"
    );
}

#[test]
fn the_body_states_the_status_of_the_response() {
    assert_error!(
        render(&Gone, &Context::new()),
        "GONE",
        410,
        json!({"title": "Gone", "status": 410, "detail": "Gone", "code": "GONE"})
    );
    let message = message(|| {
        let nested = r#"{"error":{"code":"GONE","status":404}}"#;
        assert_error!((410, USUAL, nested), "GONE", 410, nested);
    });
    assert_eq!(
        message,
        "\
the error response is not as expected (- expected, + actual)

  410 Gone
  cache-control: no-store
  content-type: application/json

  {
    \"error\": {
      \"code\": \"GONE\",
      \"status\": 404
    }
  }

the body states the status 404, but the response has 410
"
    );
    // A detail can have a status of its own, and a `status` need not be one of HTTP.
    for body in [
        r#"{"code":"GONE","details":{"status":503}}"#,
        r#"{"code":"GONE","status":"deleted"}"#,
        r#"{"code":"GONE","status":2}"#,
        r#"{"code":"GONE","items":[{"status":404}]}"#,
    ] {
        assert_error!((410, USUAL, body), "GONE", 410, body);
    }
}

#[test]
fn a_text_is_compared_byte_for_byte() {
    let message = message(|| {
        let text = r#"{"error": {"code":"NOT_FOUND","message":"Claim 7 not found"}}"#;
        assert_error!(not_found(), "NOT_FOUND", 404, text);
    });
    assert_eq!(
        message,
        "\
the error response is not as expected (- expected, + actual)

  404 Not Found
  cache-control: no-store
  content-type: application/json

- {\"error\": {\"code\":\"NOT_FOUND\",\"message\":\"Claim 7 not found\"}}
+ {\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"Claim 7 not found\"}}
"
    );
}

#[test]
fn a_body_that_is_not_json_is_shown_as_it_is() {
    let text = [
        ("cache-control", "no-store"),
        ("content-type", "text/plain"),
    ];
    for (body, shown) in [
        (
            "Cannot GET /claims\nTry /v1",
            "+ Cannot GET /claims\n+ Try /v1\n",
        ),
        ("{\"code\":\"GO", "+ {\"code\":\"GO\n"),
        ("", ""),
    ] {
        let message = message(|| {
            assert_error!((404, text, body), _, 404, json!({"code": "GONE"}));
        });
        let expected = format!(
            "\
the error response is not as expected (- expected, + actual)

  404 Not Found
  cache-control: no-store
- content-type: application/json
+ content-type: text/plain

- {{
-   \"code\": \"GONE\"
- }}
{shown}"
        );
        assert_eq!(message, expected);
    }
    let bytes = [0xff_u8, 0xfe];
    let message = message(|| assert_error!((404, text, bytes), _, 404, "GONE"));
    assert!(
        message.ends_with("\n- GONE\n+ \u{fffd}\u{fffd}\n"),
        "{message}"
    );
}

#[test]
fn mistakes_of_the_test_itself_are_named() {
    let body = || json!({});
    let (text, place) = failure(|| assert_error!(not_found(), _, 99, body()));
    assert_eq!(text, "99 is not a status");
    assert_eq!(place, (file!().to_owned(), line!() - 2));
    let text = message(|| assert_error!(not_found(), _, 404, body(), headers = [("a b", "c")]));
    assert_eq!(text, "`a b` is not the name of a header");
    let text = message(|| assert_error!(not_found(), _, 404, body(), headers = [("a", "b\nc")]));
    assert_eq!(text, "`b\nc` is not the value of a header");
}
