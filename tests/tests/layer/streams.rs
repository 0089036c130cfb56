//! Errors in streams that have begun.

use errorbook::{ApiError, Context, Envelope, Occurrence, Shape, sse_data};

use crate::errors::ClaimError;
use crate::support::{observe, seen};

#[test]
fn an_error_is_one_line_of_data_and_the_observer_is_told() {
    observe();
    let context = Context::new()
        .with_request_id("sse-1")
        .with_instance("/events");
    assert_eq!(
        sse_data(&ClaimError::Taken, &context),
        "{\"code\":\"TAKEN\",\"status\":409,\"id\":\"sse-1\",\"path\":\"/events\"}"
    );
    assert_eq!(seen("sse-1"), ["- - 409 TAKEN: Conflict"]);
}

enum Pretty {}

impl Envelope for Pretty {
    const SHAPE: &'static Shape = &Shape::by_hand(
        concat!(module_path!(), "::Pretty"),
        "application/json",
        write,
    );
}

fn write(error: &Occurrence<'_>) -> Vec<u8> {
    let text = format!(
        "\r\n{{\r\n  \"code\": \"{}\",\n\r  \"text\": \"\\n\"\r}}\u{2028}",
        error.code()
    );
    [text.as_bytes(), b"\xff\r\n\n"].concat()
}

#[derive(Debug, ApiError)]
#[api_error(status = 503, code = "DOWN", envelope = Pretty)]
struct Down;

#[test]
fn line_breaks_of_an_envelope_by_hand_are_spaces() {
    assert_eq!(
        sse_data(&Down, &Context::new()),
        " {   \"code\": \"DOWN\",    \"text\": \"\\n\" }\u{2028}\u{fffd}"
    );
}
