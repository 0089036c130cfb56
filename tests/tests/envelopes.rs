//! Error bodies of APIs that many people know, each as a template of a few lines, and the rules of
//! templates: empty slots, optional parts, keys that are slots.

use std::time::{Duration, UNIX_EPOCH};

use errorbook::{
    ApiError, Context, Envelope, FieldError, FieldErrors, FieldPath, envelope, render,
};
use errorbook_tests::body_as;
use errorbook_tests::whole;

/// One error with everything, one with nothing but what is required, one with an integer code.
#[derive(Debug, ApiError)]
#[api_error(docs = "https://docs.example.com/{code}")]
enum Sample {
    /// The card was declined.
    #[api_error(
        status = 402,
        code = "card_declined",
        category = "card_error",
        retry(after = "30s")
    )]
    Full {
        #[api_error(detail)]
        param: &'static str,
        #[api_error(detail)]
        fields: FieldErrors,
    },
    #[api_error(
        status = 404,
        code = 20404,
        message = "Gone \"{0}\"",
        category = "none"
    )]
    Numbered(&'static str),
}

#[derive(Debug, ApiError)]
#[api_error(status = 500, code = "bare", title = "Bare")]
struct Bare;

fn full() -> Sample {
    Sample::Full {
        param: "number",
        fields: FieldError::new(FieldPath::new("a").index(0), "no").into(),
    }
}

fn context() -> Context {
    Context::new()
        .with_request_id("req_1")
        .with_instance("/v1/cards")
        .with_timestamp(UNIX_EPOCH + Duration::from_millis(1_700_000_000_123))
}

/// The bodies of the three samples: the first two in a request, the last outside of any.
fn bodies<V: Envelope>() -> [String; 3] {
    [
        body_as::<V>(&full(), &context()),
        body_as::<V>(&Sample::Numbered("x"), &context()),
        body_as::<V>(&Bare, &Context::new()),
    ]
}

#[test]
fn a_type_a_code_and_details_spread_inside_of_an_object() {
    envelope! {
        Stripe: "application/json" {
            "error": {
                "type"?: category,
                "code": code,
                "message": message,
                "doc_url"?: docs,
                "request_log_url"?: "https://dash.example.com/logs/{request_id}",
                ..details
            }
        }
    }
    assert_eq!(
        bodies::<Stripe>(),
        [
            r#"{"error":{"type":"card_error","code":"card_declined","message":"The card was declined.","doc_url":"https://docs.example.com/card_declined","request_log_url":"https://dash.example.com/logs/req_1","param":"number","fields":[{"field":"a[0]","message":"no"}]}}"#,
            r#"{"error":{"type":"none","code":20404,"message":"Gone \"x\"","doc_url":"https://docs.example.com/20404","request_log_url":"https://dash.example.com/logs/req_1"}}"#,
            r#"{"error":{"code":"bare","message":"Bare"}}"#,
        ]
    );
}

#[test]
fn a_message_and_a_status_as_text_without_any_code() {
    envelope! {
        GitHub: "application/vnd.github+json; charset=utf-8" {
            header "X-GitHub-Request-Id" = request_id;
            "message": message, "errors"?: details, "documentation_url": docs, "status": "{status}"
        }
    }
    assert_eq!(
        bodies::<GitHub>(),
        [
            r#"{"message":"The card was declined.","errors":{"param":"number","fields":[{"field":"a[0]","message":"no"}]},"documentation_url":"https://docs.example.com/card_declined","status":"402"}"#,
            r#"{"message":"Gone \"x\"","documentation_url":"https://docs.example.com/20404","status":"404"}"#,
            r#"{"message":"Bare","documentation_url":null,"status":"500"}"#,
        ]
    );
    let response = errorbook::render_as::<GitHub>(&full(), &context());
    assert_eq!(response.headers()["x-github-request-id"], "req_1");
    assert_eq!(
        response.headers()["content-type"],
        "application/vnd.github+json; charset=utf-8"
    );
}

#[test]
fn the_status_where_others_have_the_code_and_the_code_where_they_have_the_status() {
    envelope! {
        Google: "application/json" {
            "error": {
                "code": status, "status": code, "message": message,
                "details": [
                    {"@type": "ErrorInfo", "reason": code, "domain": "example.com", "metadata": details}?,
                    {"@type": "RetryInfo", "retryDelay": "{retry_after}s"}?,
                    {"@type": "RequestInfo", "requestId": request_id}?,
                    {"@type": "Help", "links": [{"url": docs}]}?,
                ]
            }
        }
    }
    assert_eq!(
        bodies::<Google>(),
        [
            r#"{"error":{"code":402,"status":"card_declined","message":"The card was declined.","details":[{"@type":"ErrorInfo","reason":"card_declined","domain":"example.com","metadata":{"param":"number","fields":[{"field":"a[0]","message":"no"}]}},{"@type":"RetryInfo","retryDelay":"30s"},{"@type":"RequestInfo","requestId":"req_1"},{"@type":"Help","links":[{"url":"https://docs.example.com/card_declined"}]}]}}"#,
            r#"{"error":{"code":404,"status":20404,"message":"Gone \"x\"","details":[{"@type":"RequestInfo","requestId":"req_1"},{"@type":"Help","links":[{"url":"https://docs.example.com/20404"}]}]}}"#,
            r#"{"error":{"code":500,"status":"bare","message":"Bare","details":[]}}"#,
        ]
    );
}

#[test]
fn an_array_as_the_root_and_literals_of_every_kind() {
    envelope! {
        Salesforce: "application/json" [
            {"errorCode": code, "message": message, "fields": []},
            null, true, -1.5e3, "\"{{{title}}}\"\n", {}
        ]
    }
    assert_eq!(
        bodies::<Salesforce>(),
        [
            r#"[{"errorCode":"card_declined","message":"The card was declined.","fields":[]},null,true,-1.5e3,"\"{Payment Required}\"\n",{}]"#,
            r#"[{"errorCode":20404,"message":"Gone \"x\"","fields":[]},null,true,-1.5e3,"\"{Not Found}\"\n",{}]"#,
            r#"[{"errorCode":"bare","message":"Bare","fields":[]},null,true,-1.5e3,"\"{Bare}\"\n",{}]"#,
        ]
    );
}

#[test]
fn codes_and_categories_as_keys() {
    envelope! {
        Keyed: "application/json" {
            "success": false,
            "message": message,
            "errors": {(category)?: {(code): {"reason"?: summary, "details"?: details}}},
        }
    }
    assert_eq!(
        bodies::<Keyed>(),
        [
            r#"{"success":false,"message":"The card was declined.","errors":{"card_error":{"card_declined":{"reason":"The card was declined.","details":{"param":"number","fields":[{"field":"a[0]","message":"no"}]}}}}}"#,
            r#"{"success":false,"message":"Gone \"x\"","errors":{"none":{"20404":{}}}}"#,
            r#"{"success":false,"message":"Bare","errors":{}}"#,
        ]
    );
}

#[test]
fn every_slot_as_a_value_and_in_a_string() {
    envelope! {
        Slots: "application/json" {
            "values": [
                status, code, title, summary, message, details, docs, category, request_id, instance,
                retryable, retry_after, timestamp
            ],
            "text": "{status}|{code}|{title}|{summary}|{message}|{docs}|{category}|{request_id}|{instance}|{retryable}|{retry_after}|{timestamp}"
        }
    }
    assert_eq!(
        body_as::<Slots>(&full(), &context()),
        r#"{"values":[402,"card_declined","Payment Required","The card was declined.","The card was declined.",{"param":"number","fields":[{"field":"a[0]","message":"no"}]},"https://docs.example.com/card_declined","card_error","req_1","/v1/cards",true,30,"2023-11-14T22:13:20.123Z"],"text":"402|card_declined|Payment Required|The card was declined.|The card was declined.|https://docs.example.com/card_declined|card_error|req_1|/v1/cards|true|30|2023-11-14T22:13:20.123Z"}"#
    );
    let at = Context::new().with_timestamp(UNIX_EPOCH);
    assert_eq!(
        body_as::<Slots>(&Bare, &at),
        r#"{"values":[500,"bare","Bare",null,"Bare",{},null,null,null,null,true,null,"1970-01-01T00:00:00.000Z"],"text":"500|bare|Bare||Bare|||||true||1970-01-01T00:00:00.000Z"}"#
    );
}

#[test]
fn optional_parts_hang_on_the_slots_in_them_that_are_not_optional_themselves() {
    envelope! {
        Optional: "application/json" {
            "first"?: request_id,
            "second"?: {"id": request_id, "path"?: instance},
            "third"?: {"path"?: instance},
            "fourth"?: ["{request_id}-{instance}", "x"],
            "list": [request_id?, [instance?, details?]?, {"id"?: request_id}, "always"?],
            "last"?: instance,
        }
    }
    let bodies = |context: Context| body_as::<Optional>(&Bare, &context);
    assert_eq!(
        bodies(Context::new().with_request_id("a").with_instance("/b")),
        r#"{"first":"a","second":{"id":"a","path":"/b"},"third":{"path":"/b"},"fourth":["a-/b","x"],"list":["a",["/b"],{"id":"a"},"always"],"last":"/b"}"#
    );
    assert_eq!(
        bodies(Context::new().with_request_id("a")),
        r#"{"first":"a","second":{"id":"a"},"third":{},"list":["a",[],{"id":"a"},"always"]}"#
    );
    assert_eq!(
        bodies(Context::new().with_instance("/b")),
        r#"{"third":{"path":"/b"},"list":[["/b"],{},"always"],"last":"/b"}"#
    );
    assert_eq!(
        bodies(Context::new()),
        r#"{"third":{},"list":[[],{},"always"]}"#
    );
}

#[test]
fn bound_headers_yield_to_declared_ones_and_are_left_out_when_empty() {
    envelope! {
        Bound: "application/json" {
            header "X-Error-Code" = code;
            header "X-Category" = "{category}/{status}";
            header "Cache-Control" = "private";
            header "X-Id" = "id {request_id}";
            "code": code,
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 409, code = "DECLARED", header("x-error-code" = "own"), header("X-Id" = "none"))]
    struct Declared;

    let headers = |error: &dyn ApiError, context: &Context| {
        let text = errorbook_tests::whole(&errorbook::render_as::<Bound>(error, context));
        text.split_once("\n\n")
            .map(|(head, _)| head.to_owned())
            .unwrap_or_default()
    };
    assert_eq!(
        headers(&full(), &context()),
        "402\ncache-control: private\ncontent-type: application/json\nretry-after: 30\n\
         x-category: card_error/402\nx-error-code: card_declined\nx-id: id req_1"
    );
    assert_eq!(
        headers(&Bare, &Context::new()),
        "500\ncache-control: private\ncontent-type: application/json\nx-error-code: bare"
    );
    assert_eq!(
        headers(&Declared, &context()),
        "409\ncache-control: private\ncontent-type: application/json\nx-error-code: own\nx-id: none"
    );
}

#[test]
fn a_header_that_http_forbids_does_not_replace_the_one_before_it() {
    envelope! {
        Marked: "application/json" {
            header "X-Error-Code" = code;
            header "X-Request-Id" = request_id;

            "code": code,
        }
    }

    #[derive(Debug, ApiError)]
    #[api_error(status = 404, code = "GONE", envelope = Marked, header("X-Plan" = "free"))]
    struct Gone(
        #[api_error(header = "X-Request-Id", example = "req_2")] &'static str,
        #[api_error(header = "X-Error-Code", example = "GONE")] &'static str,
        #[api_error(header = "X-Plan", example = "pro")] &'static str,
    );

    let response = render(
        &Gone("\n", "\0", "\r\nX-Admin: 1"),
        &Context::new().with_request_id("req_1"),
    );
    assert_eq!(
        whole(&response),
        "404\ncache-control: no-store\ncontent-type: application/json\nx-error-code: GONE\n\
         x-plan: free\nx-request-id: req_1\n\n{\"code\":\"GONE\"}"
    );
}

#[test]
fn a_name_that_the_template_has_is_not_taken_by_a_detail_or_a_key() {
    envelope! {
        Clashing: "application/json" {
            (category)?: "category",
            "card_error": "fixed",
            (title)?: "title",
            "param": 1,
            ..details
        }
    }
    // The derive refuses this where the type names the envelope; here it is chosen later.
    assert_eq!(
        body_as::<Clashing>(&full(), &Context::new()),
        r#"{"card_error":"fixed","Payment Required":"title","param":1,"fields":[{"field":"a[0]","message":"no"}]}"#
    );
}

#[test]
fn two_slots_with_one_text_are_one_member_in_an_envelope_that_is_chosen_later() {
    envelope! {
        Keys: "application/json" { (category)?: "category", (code): "code", (status): "status", (title): "title" }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 404, code = 404, category = "Not Found")]
    struct Same;
    assert_eq!(
        body_as::<Keys>(&Same, &Context::new()),
        r#"{"Not Found":"category","404":"code"}"#
    );
}

#[test]
fn a_detail_does_not_take_the_name_that_a_slot_has_as_a_key() {
    envelope! {
        Spread: "application/json" { ..details, (category)?: {"code": code} }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 409, code = "TAKEN", category = "limit")]
    struct Taken {
        #[api_error(detail)]
        limit: u8,
        #[api_error(detail)]
        other: u8,
    }
    assert_eq!(
        body_as::<Spread>(&Taken { limit: 1, other: 2 }, &Context::new()),
        r#"{"other":2,"limit":{"code":"TAKEN"}}"#
    );
}

#[test]
fn a_problems_type_is_the_declared_link_and_no_other() {
    #[derive(Debug, ApiError)]
    enum Linked {
        #[api_error(status = 404, docs = "https://docs.example.com/{code}")]
        NotFound(#[api_error(docs)] Option<&'static str>),
        #[api_error(status = 403)]
        Forbidden(#[api_error(docs)] &'static str),
    }
    envelope! {
        Links: "application/json" { "type"?: type, "see": "{type}", "null": type, "docs"?: docs }
    }

    let context = Context::new().with_docs("https://docs.example.com/get-claim");
    let own = "https://docs.example.com/occurrence/7";
    for (error, problem, links) in [
        (
            Linked::NotFound(None),
            r#"{"type":"https://docs.example.com/NOT_FOUND","title":"Not Found","status":404,"detail":"Not Found","code":"NOT_FOUND"}"#,
            r#"{"type":"https://docs.example.com/NOT_FOUND","see":"https://docs.example.com/NOT_FOUND","null":"https://docs.example.com/NOT_FOUND","docs":"https://docs.example.com/NOT_FOUND"}"#,
        ),
        (
            Linked::NotFound(Some(own)),
            r#"{"type":"https://docs.example.com/NOT_FOUND","title":"Not Found","status":404,"detail":"Not Found","code":"NOT_FOUND"}"#,
            r#"{"type":"https://docs.example.com/NOT_FOUND","see":"https://docs.example.com/NOT_FOUND","null":"https://docs.example.com/NOT_FOUND","docs":"https://docs.example.com/occurrence/7"}"#,
        ),
        (
            Linked::Forbidden(own),
            r#"{"title":"Forbidden","status":403,"detail":"Forbidden","code":"FORBIDDEN"}"#,
            r#"{"see":"","null":null,"docs":"https://docs.example.com/occurrence/7"}"#,
        ),
    ] {
        assert_eq!(body_as::<errorbook::Problem>(&error, &context), problem);
        assert_eq!(body_as::<Links>(&error, &context), links);
    }
    let body = body_as::<errorbook::Problem>(&Bare, &context);
    assert_eq!(
        body,
        r#"{"title":"Bare","status":500,"detail":"Bare","code":"bare"}"#
    );
}

#[test]
fn a_timestamp_has_a_year_of_four_digits_whatever_the_clock_says() {
    envelope! {
        Timed: "application/json" {
            header "X-Time" = timestamp;
            "at": timestamp,
            "text": "at {timestamp}",
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 400, code = "LATE", envelope = Timed)]
    struct Late;

    let last = Duration::from_secs(253_402_300_799);
    for (time, text) in [
        (
            UNIX_EPOCH - Duration::from_secs(1),
            "1970-01-01T00:00:00.000Z",
        ),
        (UNIX_EPOCH + last, "9999-12-31T23:59:59.000Z"),
        (
            UNIX_EPOCH + last + Duration::from_secs(1),
            "9999-12-31T23:59:59.999Z",
        ),
        (UNIX_EPOCH + last * 1000, "9999-12-31T23:59:59.999Z"),
    ] {
        let response = render(&Late, &Context::new().with_timestamp(time));
        assert_eq!(response.headers()["x-time"], text);
        assert_eq!(
            String::from_utf8_lossy(response.body()),
            format!(r#"{{"at":"{text}","text":"at {text}"}}"#)
        );
    }
}
