//! The description of headers that single fields write: what their type says of the value.

use errorbook::openapi::{self, OpenApi};
use errorbook::{ApiError, Context, ErrorObject, render};
use serde_json::json;

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
