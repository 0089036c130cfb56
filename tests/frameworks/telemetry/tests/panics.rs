//! The panic hook: request, place and message together. Each case is a run of this file in a process of its own, as a
//! process has one hook.

use std::process::Command;

use errorbook_telemetry::seen::{Log, Seen};
use errorbook_telemetry::{PANIC_LINE, run, send, service};

/// Runs one of the ignored cases below, and returns what it wrote to stderr.
fn stderr_of(case: &str, backtrace: &str) -> String {
    let output = Command::new(std::env::current_exe().expect("the path of the test"))
        .args(["--exact", case, "--nocapture"])
        .env("CASE", case)
        .env("RUST_BACKTRACE", backtrace)
        .output()
        .expect("the test starts");
    let stderr = String::from_utf8(output.stderr).expect("a log is UTF-8");
    assert!(output.status.success(), "{stderr}");
    stderr
}

/// Whether this process is to run a case.
fn is_case(case: &str) -> bool {
    std::env::var("CASE").is_ok_and(|wanted| wanted == case)
}

/// The line of the panic in `/panic`, as the hook writes it.
fn line() -> String {
    format!(
        "panicked at telemetry/src/lib.rs:{PANIC_LINE}:5, request req_1: no claim: \
         a\\nERROR errorbook: \\u{{1b}}[31mforged\\u{{202e}} error.type=\"GONE\"\n"
    )
}

#[test]
fn on_stderr() {
    if is_case("on_stderr") {
        errorbook::install_panic_hook();
        errorbook::install_panic_hook();
        assert_eq!(run(send(service(), "GET", "/panic")).0, 500);
        return;
    }
    assert_eq!(stderr_of("on_stderr", "0"), line());
}

#[test]
fn with_a_backtrace() {
    if is_case("with_a_backtrace") {
        errorbook::install_panic_hook();
        assert_eq!(run(send(service(), "GET", "/panic")).0, 500);
        return;
    }
    let stderr = stderr_of("with_a_backtrace", "1");
    let (first, backtrace) = stderr.split_at(line().len());
    assert_eq!(first, line());
    assert!(
        backtrace.contains("errorbook_telemetry::panics"),
        "{backtrace}"
    );
}

#[test]
fn outside_of_a_request() {
    if is_case("outside_of_a_request") {
        errorbook::install_panic_hook();
        let _ = std::panic::catch_unwind(|| std::panic::panic_any(7));
        let _ = std::panic::catch_unwind(|| panic!("two\nlines"));
        // Another hook can take its place, and one that calls it keeps it.
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            eprint!("tracked, ");
            hook(info);
        }));
        errorbook::install_panic_hook();
        let _ = std::panic::catch_unwind(|| panic!("three"));
        return;
    }
    let stderr = stderr_of("outside_of_a_request", "0");
    let mut lines = stderr.lines().map(|line| {
        let (start, message) = line.rsplit_once(": ").expect("a message");
        assert!(
            start.contains("panicked at telemetry/tests/panics.rs:"),
            "{line}"
        );
        assert!(!start.contains("request"), "{line}");
        (start.starts_with("tracked, "), message)
    });
    assert_eq!(lines.next(), Some((false, "Box<dyn Any>")));
    assert_eq!(lines.next(), Some((false, r"two\nlines")));
    assert_eq!(lines.next(), Some((true, "three")));
    assert_eq!(lines.next(), None);
}

#[test]
fn as_an_event() {
    if is_case("as_an_event") {
        errorbook::install_panic_hook();
        let seen = Seen::of(|| assert_eq!(run(send(service(), "GET", "/panic")).0, 500));
        assert_eq!(seen.len(), 2, "the panic, and the response: {seen:?}");
        assert_eq!(
            seen[0],
            format!(
                r#"ERROR errorbook: message=panicked http.request.method="GET" http.route="/panic" request_id="req_1" code.file.path="telemetry/src/lib.rs" code.line.number={PANIC_LINE} code.column.number=5 exception.type="panic" exception.message="no claim: a\\nERROR errorbook: \\u{{1b}}[31mforged\\u{{202e}} error.type=\"GONE\"""#
            )
        );
        assert!(
            seen[1].contains(r#"error.type="internal_server_error""#),
            "{seen:?}"
        );
        return;
    }
    assert_eq!(stderr_of("as_an_event", "0"), "");
}

/// A writer inside of which something panics while an event is written.
#[derive(Clone)]
struct Panics(Log);

impl std::io::Write for Panics {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("STORE"), "the disk is full");
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn of_the_subscriber_itself() {
    if is_case("of_the_subscriber_itself") {
        errorbook::install_panic_hook();
        let log = Log::default();
        let writer = Panics(log.clone());
        let subscriber = tracing_subscriber::fmt()
            .without_time()
            .with_ansi(false)
            .with_writer(move || writer.clone())
            .finish();
        tracing::subscriber::with_default(subscriber, || {
            // The client gets its answer.
            assert_eq!(run(send(service(), "GET", "/store")).0, 503);
        });
        assert_eq!(log.text(), "");
        return;
    }
    let stderr = stderr_of("of_the_subscriber_itself", "0");
    assert!(stderr.ends_with(": the disk is full\n"), "{stderr}");
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    assert!(stderr.contains(", request req_1: "), "{stderr}");
}
