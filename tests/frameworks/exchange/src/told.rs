//! What the observer was told on this thread.

use std::cell::RefCell;
use std::fmt::Write;
use std::sync::Once;

use errorbook::Report;

thread_local! {
    static TOLD: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Sets the observer, once for all tests.
pub fn watch() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        errorbook::on_error(|report| TOLD.with_borrow_mut(|told| told.push(line(report))));
    });
    TOLD.take();
}

/// What the observer was told on this thread since this was last called, a line for each report.
#[must_use]
pub fn told() -> Vec<String> {
    TOLD.take()
}

/// The code, the status, the id of the request, then the error and its causes, in one line.
fn line(report: &Report<'_>) -> String {
    let error = report.error();
    let mut line = format!("{} {}", error.spec().code(), report.status().as_u16());
    if let Some(id) = report.context().request_id() {
        let _ = write!(line, " {id}");
    }
    let _ = write!(line, ": {}", errorbook::chain(&error));
    for omitted in report.omitted() {
        let _ = write!(line, "; omitted {omitted}");
    }
    line
}
