//! Whole lines of logs.

use errorbook_telemetry::seen::Log;
use errorbook_telemetry::{run, send, service};
use tracing::Level;

/// What a formatter writes while the requests are answered.
fn log<S: tracing::Subscriber + Send + Sync>(
    make: impl FnOnce(Log) -> S,
    paths: &[&str],
) -> String {
    let log = Log::default();
    tracing::subscriber::with_default(make(log.clone()), || {
        for path in paths {
            run(send(service(), "GET", path));
        }
    });
    log.text()
}

#[test]
fn an_event_is_one_line_of_text() {
    let text = |log| {
        tracing_subscriber::fmt()
            .without_time()
            .with_ansi(false)
            .with_max_level(Level::TRACE)
            .with_writer(log)
            .finish()
    };
    assert_eq!(
        log(text, &["/claims/7", "/store"]),
        concat!(
            r#"DEBUG errorbook: 404 NOT_FOUND error.type="NOT_FOUND" http.response.status_code=404 http.request.method="GET" http.route="/claims/{id}" request_id="req_1" exception.type=ClaimError::NotFound exception.message="Claim 7 not found""#,
            "\n",
            r#"ERROR errorbook: 503 STORE error.type="STORE" http.response.status_code=503 http.request.method="GET" http.route="/store" request_id="req_1" exception.type=ClaimError::Store exception.message="The store did not answer: a\\nERROR errorbook: \\u{1b}[31mforged\\u{202e} error.type=\"GONE\"""#,
            "\n",
        )
    );
}

#[test]
fn an_event_is_one_line_of_json() {
    let json = |log| {
        tracing_subscriber::fmt()
            .json()
            .without_time()
            .with_max_level(Level::TRACE)
            .with_writer(log)
            .finish()
    };
    assert_eq!(
        log(json, &["/claims/7", "/store"]),
        concat!(
            r#"{"level":"DEBUG","fields":{"message":"404 NOT_FOUND","error.type":"NOT_FOUND","http.response.status_code":404,"http.request.method":"GET","http.route":"/claims/{id}","request_id":"req_1","exception.type":"ClaimError::NotFound","exception.message":"Claim 7 not found"},"target":"errorbook"}"#,
            "\n",
            r#"{"level":"ERROR","fields":{"message":"503 STORE","error.type":"STORE","http.response.status_code":503,"http.request.method":"GET","http.route":"/store","request_id":"req_1","exception.type":"ClaimError::Store","exception.message":"The store did not answer: a\\nERROR errorbook: \\u{1b}[31mforged\\u{202e} error.type=\"GONE\""},"target":"errorbook"}"#,
            "\n",
        )
    );
}

#[test]
fn a_level_that_nobody_wants_writes_nothing() {
    let warnings = |log| {
        tracing_subscriber::fmt()
            .without_time()
            .with_max_level(Level::WARN)
            .with_writer(log)
            .finish()
    };
    assert_eq!(log(warnings, &["/claims/7", "/numbered", "/quiet"]), "");
}
