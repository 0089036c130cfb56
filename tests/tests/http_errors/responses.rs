//! Whole responses.

use std::error::Error;

use errorbook::{ApiError, Context, ErrorObject, FrameworkError, http_errors, render};
use http::StatusCode;

http_errors! {
    /// What the framework answers with.
    pub HttpError;
}

http_errors! {
    /// What the framework answers with, in the envelope of the service.
    pub(crate) InObject: envelope = ErrorObject, rename_all = "snake_case",
        docs = "https://docs.example.com/errors#{code}", challenge = "Bearer";
    NotFound(code = "no_route", message = "There is nothing at this path"),
    /// Come back later.
    TooManyRequests(retry(after = "30s"));
    GatewayTimeout(title = "Too slow", display = "the upstream is too slow")
}

fn foreign(status: u16) -> FrameworkError {
    let status = StatusCode::from_u16(status).expect("it is a status");
    FrameworkError::new(status).with_source("SECRET: db-7 is down")
}

/// The response as a client reads it, but for the headers that are the same in each.
fn answer<E: ApiError + errorbook::ErrorSet>(error: &E) -> String {
    let response = render(error, &Context::new());
    let mut text = format!("{}", response.status().as_u16());
    for (name, value) in response.headers() {
        if name != "cache-control" && name != "content-type" {
            let value = value.to_str().expect("headers of errors are text");
            text = format!("{text} {name}: {value}");
        }
    }
    let body = std::str::from_utf8(response.body()).expect("bodies are text");
    assert!(!body.contains("SECRET"), "{body}");
    format!("{text} {body}")
}

#[test]
fn an_error_of_a_framework_is_answered_with_the_row_of_its_status() {
    for (status, expected) in [
        (
            404,
            r#"404 {"title":"Not Found","status":404,"detail":"The requested resource was not found.","code":"NOT_FOUND"}"#,
        ),
        (
            401,
            r#"401 {"title":"Unauthorized","status":401,"detail":"The request requires valid credentials.","code":"UNAUTHORIZED"}"#,
        ),
        (
            500,
            r#"500 {"title":"Internal Server Error","status":500,"detail":"Internal Server Error","code":"INTERNAL_SERVER_ERROR"}"#,
        ),
        (
            511,
            r#"511 {"title":"Network Authentication Required","status":511,"detail":"Network Authentication Required","code":"NETWORK_AUTHENTICATION_REQUIRED"}"#,
        ),
    ] {
        assert_eq!(answer(&HttpError::from(foreign(status))), expected);
        assert_eq!(answer(&Box::<HttpError>::from(foreign(status))), expected);
    }
}

#[test]
fn keys_of_the_type_and_of_a_row_change_its_response() {
    for (status, expected) in [
        (
            404,
            r#"404 {"error":{"code":"no_route","message":"There is nothing at this path","docs":"https://docs.example.com/errors#no_route"}}"#,
        ),
        (
            401,
            r#"401 www-authenticate: Bearer {"error":{"code":"unauthorized","message":"The request requires valid credentials.","docs":"https://docs.example.com/errors#unauthorized"}}"#,
        ),
        (
            429,
            r#"429 retry-after: 30 {"error":{"code":"too_many_requests","message":"Come back later.","docs":"https://docs.example.com/errors#too_many_requests"}}"#,
        ),
        (
            504,
            r#"504 {"error":{"code":"gateway_timeout","message":"Too slow","docs":"https://docs.example.com/errors#gateway_timeout"}}"#,
        ),
    ] {
        assert_eq!(answer(&InObject::from(foreign(status))), expected);
    }
}

#[test]
fn a_status_without_a_row_keeps_its_number_and_has_the_body_of_its_class() {
    for status in [418, 420, 430, 452, 499] {
        assert_eq!(
            answer(&HttpError::from(foreign(status))),
            format!(
                r#"{status} {{"title":"Bad Request","status":{status},"detail":"The request is not valid.","code":"BAD_REQUEST"}}"#
            )
        );
        assert!(answer(&InObject::from(foreign(status))).starts_with(&status.to_string()));
    }
    for status in [509, 520, 599, 500] {
        assert_eq!(
            answer(&HttpError::from(foreign(status))),
            format!(
                r#"{status} {{"title":"Internal Server Error","status":{status},"detail":"Internal Server Error","code":"INTERNAL_SERVER_ERROR"}}"#
            )
        );
    }
}

#[test]
fn a_status_without_a_row_keeps_its_number_inside_of_other_errors() {
    #[derive(Debug, ApiError)]
    enum Inner {
        #[api_error(transparent, framework)]
        Http(Box<HttpError>),
    }

    #[derive(Debug, ApiError)]
    #[api_error(envelope = ErrorObject)]
    enum Outer {
        #[api_error(transparent, framework)]
        Inner(Inner),
        #[api_error(status = 418)]
        Own,
    }

    assert_eq!(
        answer(&Inner::from(foreign(499))),
        r#"499 {"title":"Bad Request","status":499,"detail":"The request is not valid.","code":"BAD_REQUEST"}"#
    );
    assert_eq!(
        answer(&Outer::from(foreign(599))),
        r#"599 {"error":{"code":"INTERNAL_SERVER_ERROR","message":"Internal Server Error"}}"#
    );
    assert_eq!(render(&Outer::Own, &Context::new()).status(), 418);
}

#[test]
fn logs_have_all_of_the_frameworks_error() {
    let error = HttpError::from(foreign(503));
    assert!(matches!(error, HttpError::ServiceUnavailable(_)));
    assert_eq!(
        error.to_string(),
        "The server is overloaded or under maintenance."
    );
    let source = error.source().expect("it is there for logs");
    assert_eq!(source.to_string(), "503 Service Unavailable");
    let cause = source.source().expect("it has one, too");
    assert_eq!(cause.to_string(), "SECRET: db-7 is down");
    let debug = format!("{error:?}");
    assert!(
        debug.starts_with("ServiceUnavailable(FrameworkError"),
        "{debug}"
    );
    assert!(debug.contains("SECRET"), "{debug}");
    let error = InObject::from(foreign(504));
    assert_eq!(error.to_string(), "the upstream is too slow");
}
