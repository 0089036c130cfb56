//! One event for each error response.

use errorbook::{Context, FrameworkError, notify, render};
use errorbook_telemetry::seen::Seen;
use errorbook_telemetry::{ClaimError, LAYER, routes, run, send, service};

/// What a subscriber sees of one request.
#[track_caller]
fn assert_events(method: &str, path: &str, status: u16, events: &[&str]) {
    let seen = Seen::of(|| {
        let (sent, body) = run(send(service(), method, path));
        assert_eq!(sent, status, "{body}");
    });
    assert_eq!(seen, events, "{method} {path}");
}

#[test]
fn the_event_of_a_handlers_error_has_its_code_status_route_id_type_and_chain() {
    assert_events(
        "GET",
        "/claims/7?token=secret",
        404,
        &[
            r#"DEBUG errorbook: message=404 NOT_FOUND error.type="NOT_FOUND" http.response.status_code=404 http.request.method="GET" http.route="/claims/{id}" request_id="req_1" exception.type=ClaimError::NotFound exception.message="Claim 7 not found""#,
        ],
    );
}

#[test]
fn what_a_client_sent_is_escaped() {
    assert_events(
        "GET",
        "/store",
        503,
        &[
            r#"ERROR errorbook: message=503 STORE error.type="STORE" http.response.status_code=503 http.request.method="GET" http.route="/store" request_id="req_1" exception.type=ClaimError::Store exception.message="The store did not answer: a\\nERROR errorbook: \\u{1b}[31mforged\\u{202e} error.type=\"GONE\"""#,
        ],
    );
}

#[test]
fn a_cause_is_not_repeated_and_a_transparent_error_has_its_own_name() {
    assert_events(
        "GET",
        "/taken",
        409,
        &[
            r#"ERROR errorbook: message=409 TAKEN error.type="TAKEN" http.response.status_code=409 http.request.method="GET" http.route="/taken" request_id="req_1" exception.type=ClaimError::Taken exception.message="taken: row 7: held""#,
        ],
    );
    assert_events(
        "GET",
        "/inner",
        507,
        &[
            r#"ERROR errorbook: message=507 INNER error.type="INNER" http.response.status_code=507 http.request.method="GET" http.route="/inner" request_id="req_1" exception.type=Inner exception.message="Insufficient Storage: disk: full""#,
        ],
    );
}

#[test]
fn the_level_is_that_of_the_variant() {
    let level = |path| {
        let seen = Seen::of(|| drop(run(send(service(), "GET", path))));
        let [event] = &seen[..] else {
            panic!("one event: {seen:?}")
        };
        event.split(' ').next().map(str::to_owned)
    };
    let levels = [
        "/claims/7",
        "/store",
        "/private",
        "/numbered",
        "/taken",
        "/quiet",
    ]
    .map(level);
    assert_eq!(
        levels.map(Option::unwrap),
        ["DEBUG", "ERROR", "WARN", "INFO", "ERROR", "TRACE"]
    );
}

#[test]
fn the_code_is_a_text_even_if_it_is_a_number() {
    assert_events(
        "GET",
        "/numbered",
        500,
        &[
            r#"INFO errorbook: message=500 50017 error.type="50017" http.response.status_code=500 http.request.method="GET" http.route="/numbered" request_id="req_1" exception.type=ClaimError::Numbered exception.message="Internal Server Error""#,
        ],
    );
}

#[test]
fn the_frameworks_errors_are_logged_once_they_are_ours() {
    assert_events(
        "GET",
        "/nowhere",
        404,
        &[
            r#"DEBUG errorbook: message=404 not_found error.type="not_found" http.response.status_code=404 http.request.method="GET" request_id="req_1" exception.type=HttpError::NotFound exception.message="The requested resource was not found.: 404 Not Found""#,
        ],
    );
    assert_events(
        "PUT",
        "/store",
        405,
        &[
            r#"DEBUG errorbook: message=405 method_not_allowed error.type="method_not_allowed" http.response.status_code=405 http.request.method="PUT" http.route="/store" request_id="req_1" exception.type=HttpError::MethodNotAllowed exception.message="The resource does not support this method.: 405 Method Not Allowed""#,
        ],
    );
    assert_events(
        "GET",
        "/bare",
        502,
        &[
            r#"ERROR errorbook: message=502 bad_gateway error.type="bad_gateway" http.response.status_code=502 http.request.method="GET" http.route="/bare" request_id="req_1" exception.type=HttpError::BadGateway exception.message="An upstream server sent an invalid response.: 502 Bad Gateway: db-7 is down\\nreally""#,
        ],
    );
}

#[test]
fn a_rejected_extractor_is_logged_once() {
    let seen = Seen::of(|| assert_eq!(run(send(service(), "POST", "/text")).0, 400));
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert!(
        seen[0].contains(r#" error.type="bad_request" http.response.status_code=400 "#),
        "{seen:?}"
    );
}

#[test]
fn a_panic_is_logged_once() {
    assert_events(
        "GET",
        "/panic",
        500,
        &[
            r#"ERROR errorbook: message=500 internal_server_error error.type="internal_server_error" http.response.status_code=500 http.request.method="GET" http.route="/panic" request_id="req_1" exception.type=HttpError::InternalServerError exception.message="An unexpected error occurred in the server.: 500 Internal Server Error: panicked: no claim: a\\nERROR errorbook: \\u{1b}[31mforged\\u{202e} error.type=\"GONE\"""#,
        ],
    );
}

#[test]
fn a_success_is_not_logged() {
    assert_events("GET", "/fine", 200, &[]);
}

#[test]
fn what_is_omitted_is_a_field() {
    assert_events(
        "GET",
        "/marked",
        410,
        &[
            r#"DEBUG errorbook: message=410 MARKED error.type="MARKED" http.response.status_code=410 http.request.method="GET" http.route="/marked" request_id="req_1" exception.type=ClaimError::Marked exception.message="Gone" omitted="header `x-mark`: its value is not visible ASCII, spaces and tabs, or its `Display` failed; header `x-other`: its value is not visible ASCII, spaces and tabs, or its `Display` failed""#,
        ],
    );
}

#[test]
fn layers_inside_of_layers_log_nothing_twice() {
    for path in [
        "/inner/store",
        "/inner/panic",
        "/inner/bare",
        "/inner/nowhere",
        "/nowhere",
    ] {
        let seen = Seen::of(|| {
            let nested = axum::Router::new()
                .nest("/inner", service())
                .layer(LAYER.clone())
                .layer(LAYER.clone());
            assert!(run(send(nested, "GET", path)).0 >= 400);
        });
        assert_eq!(seen.len(), 1, "{path}: {seen:?}");
    }
}

#[test]
fn without_a_layer_what_is_not_known_is_no_field() {
    let seen = Seen::of(|| drop(run(send(routes(), "GET", "/claims/7"))));
    assert_eq!(
        seen,
        [
            r#"DEBUG errorbook: message=404 NOT_FOUND error.type="NOT_FOUND" http.response.status_code=404 exception.type=ClaimError::NotFound exception.message="Claim 7 not found""#
        ]
    );
}

#[test]
fn a_response_that_is_rendered_by_hand_is_logged_when_it_is_reported() {
    let error = ClaimError::Marked {
        mark: "ü",
        other: "fine",
    };
    let context = Context::new().with_request_id("req_2");
    let seen = Seen::of(|| {
        let response = render(&error, &context);
        notify(&error, &context, &response);
    });
    assert_eq!(
        seen,
        [
            r#"DEBUG errorbook: message=410 MARKED error.type="MARKED" http.response.status_code=410 request_id="req_2" exception.type=ClaimError::Marked exception.message="Gone" omitted="header `x-mark`: its value is not visible ASCII, spaces and tabs, or its `Display` failed""#
        ]
    );
    assert_eq!(Seen::of(|| drop(render(&error, &context))), [""; 0]);
}

#[test]
fn the_observer_and_the_subscriber_are_both_told() {
    use std::sync::Mutex;

    static TOLD: Mutex<Vec<String>> = Mutex::new(Vec::new());
    errorbook::on_error(|report| {
        let id = report.context().request_id();
        TOLD.lock()
            .unwrap()
            .push(format!("{id:?} {}", report.error().spec().code()));
        assert_ne!(id, Some("req_panics"), "an observer that panics");
    });
    let error = ClaimError::Quiet;
    for id in ["req_both", "req_panics"] {
        let context = Context::new().with_request_id(id);
        let seen = Seen::of(|| notify(&error, &context, &render(&error, &context)));
        assert_eq!(seen.len(), 1, "{seen:?}");
        let told = TOLD
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let line = format!("{:?} QUIET", Some(id));
        assert_eq!(told.iter().filter(|told| **told == line).count(), 1);
    }
}

#[test]
fn a_status_that_is_in_no_row_keeps_its_number() {
    let error = ClaimError::from(FrameworkError::new(
        axum::http::StatusCode::from_u16(499).unwrap(),
    ));
    let context = Context::new();
    let seen = Seen::of(|| notify(&error, &context, &render(&error, &context)));
    assert_eq!(seen.len(), 1);
    assert!(
        seen[0].contains(" http.response.status_code=499 "),
        "{seen:?}"
    );
}
