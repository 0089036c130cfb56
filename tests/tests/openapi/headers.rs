//! The description of headers that fields write: what their type says of the value, and of whether it
//! is there.

use std::time::Duration;

use errorbook::openapi::{self, OpenApi};
use errorbook::{
    ApiError, Catalog, Context, ErrorObject, ErrorSet, HeaderSet, HeaderWriter, RateLimit,
    RouterAllow, envelope, render,
};
use serde_json::{Value, json};

use crate::shapes::listed;

#[derive(Debug, ApiError)]
#[api_error(status = 409, code = "TAKEN", envelope = ErrorObject)]
struct Taken<'a> {
    #[api_error(header = "X-Limit")]
    limit: u64,
    #[api_error(header = "X-Offset", example = &-1)]
    offset: &'a i32,
    #[api_error(header = "X-Remaining")]
    remaining: Option<usize>,
    #[api_error(header = "X-Owner")]
    owner: &'a str,
    #[api_error(header = "X-Ratio", example = 0.5)]
    ratio: f64,
}

#[test]
fn an_integer_is_one_and_is_always_there_unless_it_is_optional() {
    for version in OpenApi::ALL {
        let responses = openapi::responses::<Taken<'_>>(version);
        assert_eq!(
            responses["409"]["headers"],
            json!({
                "x-limit": {"required": true, "schema": {"type": "integer", "minimum": 0}},
                "x-offset": {"required": true, "schema": {"type": "integer"}},
                "x-remaining": {"schema": {"type": "integer", "minimum": 0}},
                // HTTP forbids some texts, and then the header is left out.
                "x-owner": {"schema": {"type": "string"}},
                "x-ratio": {"schema": {"type": "string"}},
            })
        );
    }

    let taken = Taken {
        limit: u64::MAX,
        offset: &-5,
        remaining: None,
        owner: "a\nb",
        ratio: 0.25,
    };
    let response = render(&taken, &Context::new());
    assert_eq!(response.headers()["x-limit"], "18446744073709551615");
    assert_eq!(response.headers()["x-offset"], "-5");
    assert_eq!(response.headers()["x-ratio"], "0.25");
    assert!(!response.headers().contains_key("x-remaining"));
    assert!(!response.headers().contains_key("x-owner"));
}

#[derive(Debug, ApiError)]
#[api_error(status = 429, code = "TOO_FAST", envelope = ErrorObject)]
struct TooFast<T: std::fmt::Debug + std::fmt::Display + errorbook::PublicText + Default> {
    #[api_error(header = "X-Any")]
    any: T,
}

#[test]
fn of_a_type_parameter_nothing_is_known() {
    let responses = openapi::responses::<TooFast<u8>>(OpenApi::V3_1);
    assert_eq!(
        responses["429"]["headers"],
        json!({"x-any": {"schema": {"type": "string"}}})
    );
    let response = render(&TooFast { any: 7_u8 }, &Context::new());
    assert_eq!(response.headers()["x-any"], "7");
}

envelope! {
    /// A wait, where there is one.
    Waits: "application/json" {
        "code": code,
        "wait"?: retry_after,
    }
}

/// What a response says of the wait: the description of `Retry-After`, and the schema of the body.
fn described<E: ErrorSet>(status: &str, schema: &str) -> (Value, Value) {
    let catalog = Catalog::new("Waits", "1", vec![E::ERRORS].leak());
    let mut schema = catalog.openapi(OpenApi::V3_1)["components"]["schemas"][schema].take();
    let body = json!({
        "required": schema["required"].take(),
        "properties": schema["properties"].take(),
    });
    let responses = openapi::responses::<E>(OpenApi::V3_1);
    (responses[status]["headers"].clone(), body)
}

/// The region that a request belongs to, and perhaps the one that it came to.
#[derive(Debug, Default)]
struct Region {
    from: Option<u8>,
}

impl HeaderSet for Region {
    const NAMES: &'static [&'static str] = &["x-region", "x-region-from"];
    const ALWAYS: &'static [&'static str] = &["X-Region"];
    const CAN_WAIT: bool = false;

    fn write(&self, headers: &mut HeaderWriter) {
        headers.set("x-region", "eu");
        if let Some(from) = self.from {
            headers.set("x-region-from", from);
        }
    }
}

#[test]
fn a_header_that_a_set_always_writes_is_required_and_a_wait_that_it_never_has_is_not_described() {
    #[derive(Debug, ApiError)]
    #[api_error(envelope = Waits, rename_all = "snake_case")]
    enum Misdirected<'a> {
        #[api_error(status = 421)]
        Other(#[api_error(headers)] Region),
        #[api_error(status = 409)]
        Borrowed(#[api_error(headers, example = &Region { from: None })] &'a Region),
        #[api_error(status = 410)]
        Gone(#[api_error(headers)] Option<Region>),
    }

    let region = json!({
        "x-region": {"required": true, "schema": {"type": "string"}},
        "x-region-from": {"schema": {"type": "string"}},
    });
    let body = |code: &str| {
        json!({
            "required": ["code"],
            "properties": {"code": {"type": "string", "const": code}},
        })
    };
    let of = described::<Misdirected<'_>>;
    assert_eq!(of("421", "other"), (region.clone(), body("other")));
    assert_eq!(of("409", "borrowed"), (region, body("borrowed")));
    let maybe = json!({
        "x-region": {"schema": {"type": "string"}},
        "x-region-from": {"schema": {"type": "string"}},
    });
    assert_eq!(of("410", "gone"), (maybe, body("gone")));

    let sent = |error: &Misdirected<'_>| {
        let response = render(error, &Context::new());
        let header = |name| Some(response.headers().get(name)?.to_str().unwrap().to_owned());
        (header("x-region"), header("x-region-from"))
    };
    let eu = || Some("eu".to_owned());
    let from = Region { from: Some(7) };
    assert_eq!(
        sent(&Misdirected::Borrowed(&from)),
        (eu(), Some("7".to_owned()))
    );
    assert_eq!(sent(&Misdirected::Other(Region::default())), (eu(), None));
    assert_eq!(
        sent(&Misdirected::Gone(Some(Region::default()))),
        (eu(), None)
    );
    assert_eq!(sent(&Misdirected::Gone(None)), (None, None));
}

#[test]
fn a_set_says_that_each_of_its_values_has_a_wait() {
    #[derive(Debug, Default)]
    struct Pause;
    impl HeaderSet for Pause {
        const NAMES: &'static [&'static str] = &["retry-after"];
        const ALWAYS: &'static [&'static str] = Self::NAMES;

        fn write(&self, _: &mut HeaderWriter) {}

        fn retry_after(&self) -> Option<Duration> {
            Some(Duration::from_secs(3))
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 503, code = "paused", envelope = Waits)]
    struct Paused(#[api_error(headers)] Pause);
    #[derive(Debug, ApiError)]
    #[api_error(status = 503, code = "paused", envelope = Waits)]
    struct PerhapsPaused(#[api_error(headers)] Option<Pause>);

    let wait = json!({"type": "integer", "minimum": 0});
    let body = |required: &[&str]| {
        json!({
            "required": required,
            "properties": {"code": {"type": "string", "const": "paused"}, "wait": wait},
        })
    };
    let description = "The seconds to wait before the next attempt.";
    assert_eq!(
        described::<Paused>("503", "paused"),
        (
            json!({
                "retry-after": {"description": description, "required": true, "schema": wait},
            }),
            body(&["code", "wait"]),
        )
    );
    assert_eq!(
        described::<PerhapsPaused>("503", "paused"),
        (
            json!({"retry-after": {"description": description, "schema": wait}}),
            body(&["code"]),
        )
    );
    let response = render(&Paused(Pause), &Context::new());
    assert_eq!(response.headers()["retry-after"], "3");
    assert_eq!(response.body(), r#"{"code":"paused","wait":3}"#);
}

#[test]
fn the_wait_of_a_later_set_is_described_where_the_first_has_none() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 429, code = "too_fast", envelope = Waits)]
    struct TooFast {
        #[api_error(headers)]
        region: Region,
        #[api_error(headers, example = RateLimit::new().retry_after(Duration::from_secs(9)))]
        limit: RateLimit,
    }

    let unsigned = json!({"type": "integer", "minimum": 0});
    let (headers, body) = described::<TooFast>("429", "too_fast");
    assert_eq!(
        headers,
        json!({
            "retry-after": {
                "description": "The seconds to wait before the next attempt.",
                "schema": unsigned,
            },
            "x-ratelimit-limit": {
                "description": "How many requests a window allows.",
                "schema": unsigned,
            },
            "x-ratelimit-remaining": {
                "description": "How many requests are left in this window.",
                "schema": unsigned,
            },
            "x-ratelimit-reset": {
                "description": "When the window ends, in seconds since the Unix epoch.",
                "schema": unsigned,
            },
            "x-region": {"required": true, "schema": {"type": "string"}},
            "x-region-from": {"schema": {"type": "string"}},
        })
    );
    assert_eq!(body["required"], json!(["code"]));
    let responses = openapi::responses::<TooFast>(OpenApi::V3_1);
    assert_eq!(
        responses["429"]["content"]["application/json"]["examples"]["too_fast"]["value"],
        json!({"code": "too_fast", "wait": 9})
    );
    let error = TooFast {
        region: Region { from: Some(1) },
        limit: RateLimit::new().retry_after(Duration::from_secs(2)),
    };
    let response = render(&error, &Context::new());
    assert_eq!(response.headers()["retry-after"], "2");
    assert_eq!(response.body(), r#"{"code":"too_fast","wait":2}"#);
}

#[test]
fn the_router_always_adds_allow_and_never_a_wait() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 405, code = "method_not_allowed", envelope = Waits)]
    struct MethodNotAllowed(#[api_error(headers)] RouterAllow);

    for version in OpenApi::ALL {
        assert_eq!(
            openapi::responses::<MethodNotAllowed>(version)["405"]["headers"],
            json!({"allow": {"required": true, "schema": {"type": "string"}}})
        );
    }
}

#[test]
fn a_generic_set_says_what_it_has() {
    #[derive(Debug, ApiError)]
    #[api_error(status = 409, code = "elsewhere", envelope = Waits)]
    struct Elsewhere<S: HeaderSet + std::fmt::Debug>(#[api_error(headers)] S);

    assert_eq!(
        openapi::responses::<Elsewhere<Region>>(OpenApi::V3_1)["409"]["headers"],
        json!({
            "x-region": {"required": true, "schema": {"type": "string"}},
            "x-region-from": {"schema": {"type": "string"}},
        })
    );
    assert_eq!(
        openapi::responses::<Elsewhere<Option<Region>>>(OpenApi::V3_1)["409"]["headers"],
        json!({
            "x-region": {"schema": {"type": "string"}},
            "x-region-from": {"schema": {"type": "string"}},
        })
    );
}

#[test]
fn headers_are_described_and_required_where_every_error_has_them() {
    let responses = listed::CATALOG.responses::<listed::Claims>(OpenApi::V3_1);
    let headers = |status: &str| responses[status]["headers"].clone();
    assert_eq!(
        headers("401"),
        json!({
            "www-authenticate": {"required": true, "schema": {"type": "string", "const": "Bearer"}},
            "x-error-code": {"required": true, "schema": {"type": "string"}},
        })
    );
    let number =
        |text: &str| json!({"description": text, "schema": {"type": "integer", "minimum": 0}});
    assert_eq!(
        headers("429"),
        json!({
            "retry-after": {
                "description": "The seconds to wait before the next attempt.",
                "required": true,
                "schema": {"type": "integer", "minimum": 0},
            },
            "x-error-code": {"required": true, "schema": {"type": "string"}},
            "x-ratelimit-limit": number("How many requests a window allows."),
            "x-ratelimit-remaining": number("How many requests are left in this window."),
            "x-ratelimit-reset": number("When the window ends, in seconds since the Unix epoch."),
        })
    );
    assert_eq!(
        headers("400"),
        json!({
            "x-error-code": {"required": true, "schema": {"type": "string"}},
            "x-range": {"schema": {"type": "string"}},
        })
    );
    assert_eq!(
        headers("503")["retry-after"],
        json!({
            "description": "The seconds to wait before the next attempt.",
            "required": true,
            "schema": {"type": "integer", "minimum": 0},
        })
    );
}

#[test]
fn a_wait_that_the_example_lacks_is_described() {
    #[derive(Debug, Default)]
    struct Quota {
        wait: Option<Duration>,
    }
    impl HeaderSet for Quota {
        const NAMES: &'static [&'static str] = &["x-quota"];

        fn write(&self, headers: &mut HeaderWriter) {
            headers.set("x-quota", 1);
        }

        fn retry_after(&self) -> Option<Duration> {
            self.wait
        }
    }
    #[derive(Debug, ApiError)]
    #[api_error(status = 402, envelope = ErrorObject)]
    struct Spent(#[api_error(headers)] Quota);

    assert_eq!(
        openapi::responses::<Spent>(OpenApi::V3_1)["402"]["headers"],
        json!({
            "retry-after": {
                "description": "The seconds to wait before the next attempt.",
                "schema": {"type": "integer", "minimum": 0},
            },
            "x-quota": {"schema": {"type": "string"}},
        })
    );
}
