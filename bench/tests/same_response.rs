//! What is compared is the same: status, headers and body, to the byte.

use axum::response::IntoResponse;
use bytes::Bytes;
use errorbook::{ApiError, Context, scope};
use errorbook_bench::cases::{Case, REQUEST_ID};
use errorbook_bench::request::finish;
use http::{HeaderMap, Response, StatusCode};
use http_body_util::BodyExt;

fn context(case: Case) -> Context {
    match case.request_id() {
        Some(id) => Context::new().with_request_id(id),
        None => Context::new(),
    }
}

fn whole(response: Response<Bytes>) -> (StatusCode, HeaderMap, Bytes) {
    let (parts, body) = response.into_parts();
    (parts.status, parts.headers, body)
}

fn whole_of_axum(response: axum::response::Response) -> (StatusCode, HeaderMap, Bytes) {
    let (parts, body) = response.into_parts();
    let body = finish(body.collect()).expect("the body is at hand");
    (parts.status, parts.headers, body.to_bytes())
}

#[test]
fn by_hand_and_errorbook_answer_the_same() {
    for case in Case::ALL {
        let by_hand = whole(case.by_hand().respond(case.request_id()));
        let errorbook = whole(errorbook::render(&case.declared(), &context(case)));
        assert_eq!(by_hand, errorbook, "{case:?}");
    }
}

#[test]
fn by_hand_and_errorbook_answer_the_same_through_axum() {
    for case in Case::ALL {
        let by_hand = whole_of_axum(case.by_hand().into_axum(case.request_id()));
        let errorbook = finish(scope(context(case), async {
            whole_of_axum(case.declared().into_response())
        }));
        assert_eq!(by_hand, errorbook, "{case:?}");
    }
}

#[test]
fn by_hand_and_errorbook_answer_the_same_with_a_request_id() {
    for case in Case::ALL {
        let by_hand = whole(case.by_hand().respond(Some(REQUEST_ID)));
        let context = Context::new().with_request_id(REQUEST_ID);
        let errorbook = whole(errorbook::render(&case.declared(), &context));
        assert_eq!(by_hand, errorbook, "{case:?}");
    }
}

#[test]
fn by_hand_and_errorbook_state_the_same_facts() {
    for case in Case::ALL {
        let (by_hand, declared) = (case.by_hand(), case.declared());
        assert_eq!(by_hand.status(), declared.spec().status());
        assert_eq!(declared.spec().code(), by_hand.code());
    }
}
