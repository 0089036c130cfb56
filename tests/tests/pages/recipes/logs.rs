use std::sync::Mutex;

// The page shows this.
use std::fmt::Write;

use errorbook::{Report, chain};

/// The lines for an error response. Call `errorbook::on_error(|report| eprint!("{}", lines(report)))` at start.
fn lines(report: &Report<'_>) -> String {
    let id = report.context().request_id().unwrap_or("-");
    let code = report.error().spec().code();
    // The error and its causes as one escaped line, so that client input cannot forge log entries.
    let mut lines = format!("{id} {code}: {}\n", chain(report.error()));
    for omitted in report.omitted() {
        let _ = writeln!(lines, "{id} omitted {}", omitted.to_string().escape_debug());
    }
    lines
}
// The page ends here.

static LINES: Mutex<Vec<String>> = Mutex::new(Vec::new());

#[tokio::test]
async fn the_observer_sees_what_clients_do_not() {
    use super::declarations::{CATALOG, ClaimError};
    use axum::{Router, routing::get};
    use std::io;

    let section = super::section("Logs", include_str!("logs.rs"));
    assert!(errorbook::on_error(|report| LINES
        .lock()
        .unwrap()
        .push(lines(report))));
    let lost = async || ClaimError::from(io::Error::other("db-7:\nconnection lost"));
    let app = Router::new()
        .route("/lost", get(lost))
        .route(
            "/panic",
            get(async || -> String { panic!("no claim\nhere") }),
        )
        .layer(CATALOG.layer::<ClaimError>());
    super::answer(&app, super::get("/lost")).await;
    super::answer(&app, super::get("/panic")).await;
    let lines = LINES.lock().unwrap().concat();
    for line in super::blocks(section, "text")[0].lines() {
        assert!(lines.lines().any(|other| other == line), "{line}\n{lines}");
    }
}
